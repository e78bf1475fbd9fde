"""The one table of uploads: what each purpose takes, how large, and what becomes of it (OWASP ASVS 5.0, 5.1.1).

Pictures and papers are rewritten, so that nothing of the sender's bytes is kept but what is seen. Tables are kept as
they came, because the report gives the same workbook back: they are inspected, read by readers that run nothing, and
only ever sent as attachments.
"""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Kind:
    """A kind of file: the name endings and declared types that agree with its content."""

    name: str
    endings: tuple[str, ...]
    types: tuple[str, ...]


PDF = Kind("pdf", (".pdf",), ("application/pdf",))
JPEG = Kind("jpeg", (".jpg", ".jpeg"), ("image/jpeg",))
PNG = Kind("png", (".png",), ("image/png",))
WEBP = Kind("webp", (".webp",), ("image/webp",))
XLSX = Kind("xlsx", (".xlsx",), ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",))
XLS = Kind("xls", (".xls",), ("application/vnd.ms-excel",))
ODS = Kind("ods", (".ods",), ("application/vnd.oasis.opendocument.spreadsheet",))
TEXT = Kind(
    "text",
    (".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson"),
    (
        "text/csv",
        "text/plain",
        "text/tab-separated-values",
        "application/json",
        "application/csv",
        "application/vnd.ms-excel",
    ),
)
GZIP = Kind("gzip", (".gz",), ("application/gzip", "application/x-gzip"))
KINDS = {kind.name: kind for kind in (PDF, JPEG, PNG, WEBP, XLSX, XLS, ODS, TEXT, GZIP)}


@dataclass(frozen=True)
class Purpose:
    """What a purpose takes. `most_bytes` is cut off while the file comes in; `most_unpacked_bytes` is what an archive
    may grow to.
    """

    kinds: tuple[Kind, ...]
    most_bytes: int
    most_unpacked_bytes: int = 0


PURPOSES = {
    "evidence": Purpose((PDF, JPEG, PNG, WEBP), 10 * MEBIBYTE),
    "picture": Purpose((JPEG, PNG, WEBP), 10 * MEBIBYTE),
    "table": Purpose((TEXT, GZIP, XLSX, XLS, ODS), 100 * MEBIBYTE, 400 * MEBIBYTE),
}
