"""JSON: release packages and records of the Open Contracting Data Standard, lists of objects, and a record a line.

Nested names become paths (``tender/value/amount``), as the standard's own flattened tables write them. A list of plain
values becomes one cell joined by semicolons; of a list of objects the first few are kept, numbered
(``tender/documents/0/url``).
Source: standard.open-contracting.org, release and record packages 1.1.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import ijson

from virtualclusters.capabilities.imports.reading.limits import Limits
from virtualclusters.capabilities.imports.reading.packed import open_unpacked
from virtualclusters.capabilities.imports.reading.problems import TableProblem
from virtualclusters.capabilities.imports.reading.table import Lines, Table
from virtualclusters.capabilities.imports.values import Cell

WHERE_RECORDS_STAND = ("releases.item", "records.item.compiledRelease", "item")
MOST_NUMBERED = 5


def looks_like_json(head: bytes) -> bool:
    """Whether the first sign is one that JSON begins with."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def open_json(path: Path, limits: Limits) -> Table:
    """The records of a JSON file; its headings are every path that any record uses.

    Raises:
        TableProblem: it is not JSON, holds no records, or its records have too many paths.
    """
    kind, where = _layout(path, limits)

    def records() -> Iterator[dict]:
        return _records(path, where, limits)

    headings = _every_path(records(), limits)
    if not headings:
        raise TableProblem("no_rows")

    def lines() -> Lines:
        for number, record in enumerate(records(), start=1):
            flat = flatten(record)
            yield number, [flat.get(heading, "") for heading in headings]

    return Table(kind=kind, headings=headings, heading_line=0, lines=lines, limits=limits)


def _layout(path: Path, limits: Limits) -> tuple[str, str | None]:
    """``json`` and where its records stand, or ``jsonl`` when they follow one another with nothing around them."""
    for where in WHERE_RECORDS_STAND:
        if next(_records(path, where, limits), None) is not None:
            return "json", where
    if next(_records(path, None, limits), None) is not None:
        return "jsonl", None
    raise TableProblem("no_rows")


def _records(path: Path, where: str | None, limits: Limits) -> Iterator[dict]:
    with open_unpacked(path, limits) as stream:
        try:
            found = ijson.items(stream, where or "", multiple_values=True, use_float=True)
            yield from (record for record in found if isinstance(record, dict))
        except (ijson.JSONError, UnicodeError) as error:
            raise TableProblem("broken") from error


def _every_path(records: Iterator[dict], limits: Limits) -> list[str]:
    paths: dict[str, None] = {}
    for record in records:
        paths.update(dict.fromkeys(flatten(record)))
        if len(paths) > limits.most_columns:
            raise TableProblem("too_many_columns")
    return list(paths)


def flatten(record: dict, prefix: str = "") -> dict[str, Cell]:
    """One record as paths and plain values."""
    flat: dict[str, Cell] = {}
    for name, value in record.items():
        flat.update(_flat(f"{prefix}{name}", value))
    return flat


def _flat(path: str, value: object) -> dict[str, Cell]:
    if isinstance(value, dict):
        return flatten(value, f"{path}/")
    if isinstance(value, list):
        return _flat_list(path, value)
    return {} if value is None else {path: value}


def _flat_list(path: str, values: list) -> dict[str, Cell]:
    objects = [value for value in values if isinstance(value, dict)]
    if not objects:
        return {path: "; ".join(_plain(value) for value in values)} if values else {}
    flat: dict[str, Cell] = {}
    for number, value in enumerate(objects[:MOST_NUMBERED]):
        flat.update(flatten(value, f"{path}/{number}/"))
    return flat


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
