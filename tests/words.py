"""The vocabulary for tests that want it whole: read from its files once a process, then copied into the database of each test."""

import time
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.db import connection, transaction

from virtualclusters.exchange.alerts import values
from virtualclusters.network.vocabulary.load import load_vocabulary
from virtualclusters.network.vocabulary.models import Concept, ConceptCode, ConceptName, Edition, Relation, State
from virtualclusters.network.vocabulary.reading import held
from virtualclusters.network.vocabulary.reading.lexicon import Lexicon

MODELS = (Edition, State, Concept, ConceptName, ConceptCode, Relation)


@dataclass(frozen=True)
class Words:
    """Rows by table as PostgreSQL copies them, with the lexicon that is built from them."""

    rows: dict[str, bytes]
    edition: UUID
    lexicon: Lexicon


@pytest.fixture(scope="session")
def words_of_the_files(django_db_setup, django_db_blocker) -> Words:
    """Loaded as everywhere, and taken away again: what stays of it is that no later row gets one of its ids."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_vocabulary()
        words = Words(
            {model._meta.db_table: _copied(model._meta.db_table) for model in MODELS},
            Edition.objects.get().number,
            held.lexicon(),
        )
        transaction.set_rollback(True)
    held.forget()
    return words


@pytest.fixture
def loaded_words(words_of_the_files, db, monkeypatch):
    """The whole vocabulary until the test ends; what the process holds of it is what its rows say."""
    words = words_of_the_files
    for table, rows in words.rows.items():
        with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            copy.write(rows)
    monkeypatch.setattr(held, "_held", (time.monotonic(), words.edition, words.lexicon))
    monkeypatch.setattr(values, "_kept", values._Kept())
    yield
    held.forget()


def _copied(table) -> bytes:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} TO STDOUT") as copy:
        return b"".join(bytes(part) for part in copy)
