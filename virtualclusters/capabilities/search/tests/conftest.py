"""A source of documents held in memory, and an index of its own for each test."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from virtualclusters.capabilities.search import reading, sources
from virtualclusters.capabilities.search.searching import search
from virtualclusters.capabilities.search.sources import Document, SearchSource
from virtualclusters.capabilities.search.writing import Writer

NOON = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


class Shelf:
    """Documents of the source `things`."""

    def __init__(self):
        self.documents = {}
        self.source = SearchSource("things", self.of_ids, self.changed, lambda: iter(self.documents))

    def put(self, document_id, title, words="", **more):
        self.documents[document_id] = Document("things", document_id, title, words, **more)

    def change(self, document_id, **changes):
        self.documents[document_id] = replace(self.documents[document_id], **changes)

    def of_ids(self, ids):
        return [self.documents[document_id] for document_id in ids if document_id in self.documents]

    def changed(self, events):
        return {event.subject_id for event in events if event.subject == "thing"}


@pytest.fixture
def state(settings, tmp_path):
    settings.VIRTUALCLUSTERS_STATE = tmp_path
    yield tmp_path
    reading.forget()


@pytest.fixture
def shelf(state, monkeypatch):
    shelf = Shelf()
    monkeypatch.setattr(sources, "_sources", {"things": shelf.source})
    return shelf


@pytest.fixture
def writer(state, db):
    writer = Writer()
    yield writer
    writer.close()


@pytest.fixture
def find(shelf, writer):
    """Index the shelf as it stands, and search it."""

    def find(text="", **more):
        writer.rebuild()
        return search(source="things", text=text, **{"at": NOON} | more)

    return find
