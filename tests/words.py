"""The vocabulary for tests that want it whole: read from its files once a process, into a database in which these tests run."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest

from tests.database import TestServer, own_database, working_on
from virtualclusters.exchange.alerts import values
from virtualclusters.network.vocabulary.load import load_vocabulary
from virtualclusters.network.vocabulary.models import Edition
from virtualclusters.network.vocabulary.reading import held
from virtualclusters.network.vocabulary.reading.lexicon import Lexicon


@dataclass(frozen=True)
class Words:
    """The database that holds the vocabulary and nothing else, with the lexicon that is built from it."""

    database: str
    edition: UUID
    lexicon: Lexicon


@pytest.fixture(scope="session")
def words_of_the_files(postgres_server: TestServer, django_db_setup, django_db_blocker) -> Iterator[Words]:
    """Loaded as everywhere. Tests change it within a transaction only."""
    with django_db_blocker.unblock(), postgres_server.clone() as database:
        with working_on(postgres_server, database):
            load_vocabulary()
            words = Words(database, Edition.objects.get().number, held.lexicon())
        held.forget()
        yield words


@pytest.fixture
def among_words(words_of_the_files, postgres_server, django_db_blocker) -> Iterator[None]:
    """The test's transaction begins in the database that holds the words: of ``loaded_words``, and before all other fixtures."""
    with django_db_blocker.unblock(), working_on(postgres_server, words_of_the_files.database):
        yield


@pytest.fixture
def loaded_words(among_words, words_of_the_files, db, monkeypatch) -> Iterator[None]:
    """The whole vocabulary until the test ends; what the process holds of it is what its rows say."""
    words = words_of_the_files
    monkeypatch.setattr(held, "_held", (time.monotonic(), words.edition, words.lexicon))
    monkeypatch.setattr(values, "_kept", values._Kept())
    yield
    held.forget()


@pytest.fixture(scope="module")
def words_in_the_module(words_of_the_files, postgres_server, django_db_blocker) -> Iterator[None]:
    """From here on the module's tests find the whole vocabulary."""
    with django_db_blocker.unblock():
        held.forget()
        with working_on(postgres_server, words_of_the_files.database):
            yield
        held.forget()


@pytest.fixture
def committing_database_with_words(words_of_the_files, postgres_server, django_db_blocker) -> Iterator[str]:
    """As ``committing_database``, with the whole vocabulary."""
    with django_db_blocker.unblock():
        held.forget()
        with own_database(postgres_server, template=words_of_the_files.database) as name:
            yield name
        held.forget()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items) -> None:
    """A transaction stays in the database in which it began: the database is chosen first."""
    for item in items:
        names = getattr(item, "fixturenames", [])
        if "among_words" in names and names[0] != "among_words":
            names.insert(0, "among_words")
