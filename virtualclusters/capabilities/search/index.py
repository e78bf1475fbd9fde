"""The tantivy index on disk: its schema, how a document is written into it, and where it lies."""

from pathlib import Path

import tantivy
from django.conf import settings

from virtualclusters.capabilities.search.sources import facet_values
from virtualclusters.capabilities.search.words import folded, keys

VERSION = 1
"""Goes up with every change of the schema: a new version is a new folder, filled by a rebuild."""
NEVER = 2**40
"""Seconds since 1970, for documents that do not close."""
WRITER_MEMORY = 60_000_000
"""Bytes the writer gathers before it writes a segment."""


def folder():
    """Where the index lies."""
    return Path(settings.VIRTUALCLUSTERS_STATE) / "search" / f"v{VERSION}"


def schema():
    """The fields of a document. Numbers of moments are seconds since 1970."""
    fields = tantivy.SchemaBuilder()
    for name in ("uid", "source"):
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic")
    fields.add_text_field("facets", tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("title", "words", "title_keys", "keys"):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    fields.add_integer_field("concepts", indexed=True)
    for name in ("id", "visible_from", "closes_at"):
        fields.add_integer_field(name, indexed=True, fast=True)
    for name in ("latitude", "longitude", "boost"):
        fields.add_float_field(name, indexed=True, fast=True)
    fields.add_boolean_field("public", indexed=True)
    return fields.build()


def open_index():
    """The index, made empty when there is none.

    Raises:
        ValueError: the folder holds something else.
    """
    folder().mkdir(parents=True, exist_ok=True)
    return tantivy.Index(schema(), path=str(folder()))


def uid(source, document_id):
    """The key of a document over all sources."""
    return f"{source}:{document_id}"


def as_indexed(document):
    """A document in tantivy's form."""
    written = tantivy.Document()
    written.add_text("uid", uid(document.source, document.id))
    written.add_text("source", document.source)
    for value in facet_values(document):
        written.add_text("facets", value)
    _add_words(written, document)
    for concept in (*document.concepts, *document.wider):
        written.add_integer("concepts", concept)
    _add_numbers(written, document)
    return written


def _add_words(written, document):
    written.add_text("title", " ".join(folded(document.title)))
    written.add_text("words", " ".join(folded(f"{document.words} {document.further}")))
    written.add_text("title_keys", " ".join(keys(document.title)))
    written.add_text("keys", " ".join(keys(f"{document.words} {document.further}")))


def _add_numbers(written, document):
    written.add_integer("id", document.id)
    written.add_integer("visible_from", int(document.visible_from.timestamp()) if document.visible_from else 0)
    written.add_integer("closes_at", int(document.closes_at.timestamp()) if document.closes_at else NEVER)
    written.add_boolean("public", document.public)
    written.add_float("boost", document.boost)
    if document.latitude is not None and document.longitude is not None:
        written.add_float("latitude", document.latitude)
        written.add_float("longitude", document.longitude)
