"""Delimited text: which letters, which separator, and its lines."""

import codecs
import csv
import io
from collections import Counter
from pathlib import Path

from charset_normalizer import from_bytes

from virtualclusters.capabilities.imports.reading.limits import MEBIBYTE, Limits
from virtualclusters.capabilities.imports.reading.packed import open_unpacked
from virtualclusters.capabilities.imports.reading.problems import TableProblem
from virtualclusters.capabilities.imports.reading.table import Lines, Table, with_heading_row

DELIMITERS = (",", ";", "\t", "|")
BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
OTHER_ENCODINGS = ["utf_16_le", "utf_16_be", "cp1252"]
CHUNK = 256 * 1024


def open_delimited(path: Path, limits: Limits) -> Table:
    """The table in a text file; encoding and delimiter are found from the content.

    Raises:
        TableProblem: the bytes are no text we know, or no row names the columns.
    """
    encoding = find_encoding(path, limits)
    delimiter = find_delimiter(path, encoding, limits)
    csv.field_size_limit(MEBIBYTE)

    def lines() -> Lines:
        return _lines(path, encoding, delimiter, limits)

    return with_heading_row("csv", lines, limits, {"encoding": encoding, "delimiter": delimiter})


def _lines(path: Path, encoding: str, delimiter: str, limits: Limits) -> Lines:
    with open_unpacked(path, limits) as stream:
        text = io.TextIOWrapper(io.BufferedReader(stream), encoding=encoding, newline="")
        reader = csv.reader(text, delimiter=delimiter)
        try:
            for number, cells in enumerate(reader, start=1):
                yield number, list(cells)
        except csv.Error as error:
            raise TableProblem("cell_too_long", line=reader.line_num) from error
        except UnicodeError as error:
            raise TableProblem("unknown_encoding", line=reader.line_num) from error


def find_encoding(path: Path, limits: Limits) -> str:
    """The encoding of a text file: by its mark, else UTF-8 when every byte fits, else the likeliest of the others.

    Raises:
        TableProblem: it holds bytes that no text has.
    """
    with open_unpacked(path, limits) as stream:
        head = stream.read(CHUNK)
        for mark, encoding in BYTE_ORDER_MARKS:
            if head.startswith(mark):
                return encoding
        if b"\0" not in head and _is_utf8(head, stream):
            return "utf-8"
    best = from_bytes(head[: len(head) // 2 * 2], cp_isolation=OTHER_ENCODINGS).best()
    if best is None:
        raise TableProblem("unknown_encoding")
    return best.encoding


def _is_utf8(head: bytes, rest) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    chunk = head
    try:
        while chunk:
            decoder.decode(chunk)
            chunk = rest.read(CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def find_delimiter(path: Path, encoding: str, limits: Limits) -> str:
    """The separator that cuts the first rows into the most columns, most evenly; a comma when none does."""
    with open_unpacked(path, limits) as stream:
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        head = decoder.decode(stream.read(CHUNK))
    sample = head.splitlines(keepends=True)[:40]
    return max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: list[str], delimiter: str) -> float:
    """The usual number of columns above one, times the share of rows that have it."""
    widths = Counter(len(row) for row in csv.reader(sample, delimiter=delimiter) if row)
    if not widths:
        return 0
    width, rows = max(widths.items(), key=lambda item: (item[0] > 1) * item[1])
    return (width - 1) * rows / sum(widths.values())
