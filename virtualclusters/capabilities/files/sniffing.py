"""What a file is by its content. A signature is a hint that a parser must prove; the name is never asked."""

import codecs
import unicodedata
from pathlib import Path

import puremagic

from virtualclusters.capabilities.files.office import OLE_MARK, OfficeProblem, inspect_office
from virtualclusters.capabilities.files.purposes import GZIP, JPEG, KINDS, PDF, PNG, PURPOSES, TEXT, WEBP, Kind
from virtualclusters.capabilities.files.refusals import Unfit

BY_TYPE = {type_: kind for kind in (PDF, JPEG, PNG, WEBP, GZIP) for type_ in kind.types}
BEGINNINGS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG, b"\x1f\x8b": GZIP}
HEAD = 4096
OFFICE_MARKS = (b"PK\x03\x04", OLE_MARK)
MARKUP = ("<", "%!", "#!")


def kind_of(path: Path) -> Kind:
    """The kind a file's content has.

    Raises:
        Unfit: it is of none of our kinds, or a workbook that must not be opened.
    """
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if head.startswith(OFFICE_MARKS):
        return _workbook(path)
    return kind_of_head(head)


def kind_of_head(head: bytes) -> Kind:
    """The kind that the first bytes tell of a file that is no workbook.

    Raises:
        Unfit: they tell none of our kinds; those of a workbook tell none.
    """
    if kind := _by_signature(head):
        return kind
    if _is_plain_text(head):
        return TEXT
    raise Unfit("unknown_kind")


def _workbook(path: Path) -> Kind:
    try:
        return KINDS[inspect_office(path, most_unpacked_bytes=PURPOSES["table"].most_unpacked_bytes)]
    except OfficeProblem as problem:
        raise Unfit(problem.code) from problem


def _by_signature(head: bytes) -> Kind | None:
    """Our own signatures at the very first byte, where a polyglot cannot hide; puremagic must not contradict them."""
    ours = next((kind for beginning, kind in BEGINNINGS.items() if head.startswith(beginning)), None)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        ours = WEBP
    if ours is None:
        return None
    try:
        theirs = {found.mime_type for found in puremagic.magic_string(head)}
    except puremagic.PureError as error:
        raise Unfit("unknown_kind") from error
    if theirs.isdisjoint(ours.types):
        raise Unfit("unknown_kind")
    return ours


def _is_plain_text(head: bytes) -> bool:
    """Words without control signs, and without markup at their head."""
    text = head.decode(_width(head), errors="ignore")
    signs = {sign for sign in text if unicodedata.category(sign) == "Cc"}
    return signs <= {"\t", "\r", "\n", "\f"} and not text.lstrip("\ufeff \t\r\n").startswith(MARKUP)


def _width(head: bytes) -> str:
    """How wide the signs are: UTF-16 by its mark, or by zero bytes that stand in every second place only."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    zeros = {place % 2 for place, byte in enumerate(head) if byte == 0}
    return {(1,): "utf-16-le", (0,): "utf-16-be"}.get(tuple(zeros), "cp1252" if _not_utf8(head) else "utf-8")


def _not_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return True
    return False
