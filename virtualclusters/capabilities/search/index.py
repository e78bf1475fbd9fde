"""The tantivy index on disk, one a source: its schema, how a document is written into it, and where it lies."""

from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

import tantivy
from django.conf import settings

from virtualclusters.capabilities.search.sources import facets_of
from virtualclusters.capabilities.search.words import MOST_OF_DOCUMENT, code_beginnings, folded, key_of, kin_of

VERSION = 3
"""Goes up with every change of the schema: a new version is a new folder, filled by a rebuild."""
NEVER = 2**40
"""Seconds since 1970, for documents that do not close."""
A_DAY = 86_400
WRITER_MEMORY = 60_000_000
"""Bytes a source's writer gathers before it writes a segment."""
TITLE_TIMES, WORDS_TIMES = 3, 2
"""How often a word of the title and of the first words counts; one of the further words counts once."""
DRAWN_OF = 2**32
PARTS = (4, 16, 64, 256, 1024)
"""Documents are dealt by their number into so many equal parts, to count and rank a part where there are very many."""
EQUALS_DIFFER = 1e-4
"""Share of its boost by which a document may stand before its equals: as if drawn, so that neither age nor area decides."""
CELLS = (0.1, 0.5)
"""Widths of the squares, in degrees, by which places are found."""


def folder(source=""):
    """Where the index of a source lies; without one, where all lie."""
    return Path(settings.VIRTUALCLUSTERS_STATE) / "search" / f"v{VERSION}" / source


def schema():
    """The fields of a document. Numbers of moments are seconds since 1970, days are of UTC."""
    fields = tantivy.SchemaBuilder()
    for name in ("keys", "title", "exact"):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in ("kin", "codes", "parts", "cells", "hidden", "facet_names"):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    fields.add_json_field("facets", tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("concepts", "wider", "visible_day", "closes_day"):
        fields.add_integer_field(name, indexed=True)
    fields.add_integer_field("id", indexed=True, fast=True)
    for name in ("visible_from", "closes_at", "lies"):
        fields.add_integer_field(name, fast=True)
    for name in ("latitude", "longitude", "boost"):
        fields.add_float_field(name, fast=True)
    return fields.build()


def open_index(source):
    """The index of a source, made empty when there is none. Documents of an area lie side by side in it.

    Raises:
        ValueError: the folder holds something else.
    """
    folder(source).mkdir(parents=True, exist_ok=True)
    return tantivy.Index(schema(), path=str(folder(source)), sort_by_field="lies")


def as_indexed(document):
    """A document in tantivy's form."""
    written = tantivy.Document()
    _add_words(written, document)
    _add_facets(written, document)
    for concept in document.concepts:
        written.add_integer("concepts", concept)
    for concept in document.wider:
        written.add_integer("wider", concept)
    _add_numbers(written, document)
    _add_place(written, document)
    return written


def _add_words(written, document):
    title, first, further = folded(document.title), folded(document.words), folded(document.further)
    weighed = (title * TITLE_TIMES + first * WORDS_TIMES + further)[:MOST_OF_DOCUMENT]
    different = dict.fromkeys(weighed)
    written.add_text("keys", " ".join(map(key_of, weighed)))
    written.add_text("title", " ".join(map(key_of, title)))
    written.add_text("exact", " ".join(different))
    written.add_text("kin", " ".join({kin: None for word in different for kin in kin_of(word)}))
    written.add_text("codes", " ".join({part: None for code in document.codes for part in code_beginnings(code)}))


def _add_facets(written, document):
    facets = facets_of(document)
    written.add_json("facets", facets)
    written.add_text("facet_names", " ".join(facets))


def _add_numbers(written, document):
    visible_from, closes_at = seconds(document.visible_from, 0), seconds(document.closes_at, NEVER)
    written.add_integer("id", document.id)
    written.add_integer("visible_from", visible_from)
    written.add_integer("visible_day", visible_from // A_DAY)
    written.add_integer("closes_at", closes_at)
    written.add_integer("closes_day", closes_at // A_DAY)
    written.add_integer("lies", lies_at(document))
    written.add_float("boost", document.boost * (1 + EQUALS_DIFFER * _turn(document.id)))
    written.add_text("parts", " ".join(part_of(document.id, parts) for parts in PARTS))
    if not document.public:
        written.add_text("hidden", "hidden")


def _add_place(written, document):
    if document.latitude is not None and document.longitude is not None:
        written.add_float("latitude", document.latitude)
        written.add_float("longitude", document.longitude)
        written.add_text("cells", " ".join(cell_of(document.latitude, document.longitude, width) for width in CELLS))


def seconds(moment: datetime | None, otherwise):
    """Seconds since 1970."""
    return int(moment.astimezone(UTC).timestamp()) if moment else otherwise


def drawn(document_id):
    """A number below `DRAWN_OF` that is as good as drawn, always the same for a document."""
    return document_id * 2_654_435_761 % DRAWN_OF


def _turn(document_id):
    """Where among its equals a document stands, from 0 to 1: another number than `drawn`, which is nearly one within a part."""
    return crc32(b"%d" % document_id) / DRAWN_OF


def lies_at(document):
    """The place of a document in the order of the index: by area, the wide one first, and within the narrow one as drawn.

    A filter by area, or a part of all documents, is then a few stretches of every list instead of single places all over it.
    """
    wide, narrow = (*document.area, "", "")[:2]
    return _short(wide, 15) << 47 | _short(narrow, 16) << 31 | drawn(document.id) >> 1


def _short(area, bits):
    """A number of so many bits for an area. Two areas that share one lie mixed: that costs a little time, nothing else."""
    return crc32(area.encode()) >> (32 - bits)


def part_of(document_id, parts):
    """The name of the part that a document falls in, of so many equal parts."""
    return part_name(drawn(document_id) * parts // DRAWN_OF, parts)


def part_name(number, parts):
    return f"{parts}p{number}"


def cell_of(latitude, longitude, width):
    """The name of the square of this width, in degrees, that a point lies in."""
    return cell_name(latitude // width, longitude // width, width)


def cell_name(row, column, width):
    return f"{width}c{int(row)}c{int(column)}"
