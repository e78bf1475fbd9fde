"""Looking into workbooks before any reader opens them: what is inside, how large it grows, and whether it carries a
program.
"""

import zipfile
import zlib
from pathlib import Path

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_ENTRIES = 10_000
LARGE = 64 * 1024 * 1024
MOST_RATIO = 100
CHUNK = 256 * 1024
MACRO_NAMES = ("vbaproject.bin", "vbadata.xml", "xl/macrosheets/", "xl/activex/", "basic/", "scripts/")


class OfficeProblem(Exception):
    """The workbook must not be opened: ``broken``, ``macros``, ``unsafe``, ``unpacks_too_large``, ``unknown_kind``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def inspect_office(path: Path, *, most_unpacked_bytes: int) -> str:
    """The kind of a workbook: ``xlsx``, ``ods`` or ``xls``.

    Every entry of an archive is unpacked and counted, whatever its header claims.

    Raises:
        OfficeProblem: it is not a plain workbook.
    """
    with path.open("rb") as stream:
        if stream.read(8) == OLE_MARK:
            return _inspect_ole(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _inspect_archive(archive, path.stat().st_size, most_unpacked_bytes)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise OfficeProblem("broken") from error


def _inspect_ole(path: Path) -> str:
    """Old Excel files keep the names of their streams as UTF-16; a stream of macros is named so too."""
    content = path.read_bytes()
    if _named(content, "_VBA_PROJECT") or _named(content, "Macros"):
        raise OfficeProblem("macros")
    if not (_named(content, "Workbook") or _named(content, "Book")):
        raise OfficeProblem("unknown_kind")
    return "xls"


def _named(content: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in content


def _inspect_archive(archive: zipfile.ZipFile, packed_bytes: int, most_unpacked_bytes: int) -> str:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise OfficeProblem("unpacks_too_large")
    names = [entry.filename.lower() for entry in entries]
    kind = _kind(names, archive)
    if any(marker in name for name in names for marker in MACRO_NAMES):
        raise OfficeProblem("macros")
    left = most_unpacked_bytes
    for entry in entries:
        left -= _unpacked_size(archive, entry, left)
    unpacked = most_unpacked_bytes - left
    if unpacked > LARGE and unpacked > MOST_RATIO * packed_bytes:
        raise OfficeProblem("unpacks_too_large")
    return kind


def _kind(names: list[str], archive: zipfile.ZipFile) -> str:
    if "xl/workbook.xml" in names:
        with archive.open("[Content_Types].xml") as stream:
            if b"macroenabled" in stream.read(CHUNK).lower():
                raise OfficeProblem("macros")
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        with archive.open("mimetype") as stream:
            if stream.read(100).startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
                return "ods"
    raise OfficeProblem("unknown_kind")


def _unpacked_size(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> int:
    """Bytes that come out of an entry. The claimed size is set aside, so that all of the packed data is counted and
    check-summed.
    """
    entry.file_size = 1 << 62
    size = 0
    with archive.open(entry) as stream:
        while chunk := stream.read(CHUNK):
            if size == 0 and b"<!ENTITY" in chunk:
                raise OfficeProblem("unsafe")
            size += len(chunk)
            if size > most:
                raise OfficeProblem("unpacks_too_large")
    return size
