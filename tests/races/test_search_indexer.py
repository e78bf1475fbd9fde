"""A real indexer process: what is saved can be found, also after a kill. How soon is measured by ``benchmarks.search``."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.search import reading
from virtualclusters.capabilities.search.searching import search

pytestmark = pytest.mark.races
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
"""Seconds on a busy machine, the start of a process included."""

INDEXER = """
import django
django.setup()
from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.search import sources
from virtualclusters.capabilities.search.indexer import run_forever
from virtualclusters.capabilities.search.sources import Document, SearchSource

def documents(ids):
    return [Document("people", person.pk, person.name) for person in Person.objects.filter(pk__in=ids)]

def changed(events):
    return {event.subject_id for event in events if event.code == "person.saved"}

sources._sources.clear()
sources.register(SearchSource("people", documents, changed, lambda: Person.objects.values_list("pk", flat=True)))
run_forever()
"""


@pytest.fixture
def indexer(committing_database, postgres_server, settings, tmp_path):
    """Starts an indexer process on this test's own database and index."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path
    surroundings = os.environ | {
        "VIRTUALCLUSTERS_STATE": str(tmp_path),
        "DATABASE_URL": postgres_server.url(database=committing_database),
    }
    running = []

    def start():
        running.append(subprocess.Popen([sys.executable, "-c", INDEXER], env=surroundings, cwd=ROOT))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()
    reading.forget()


def save(name):
    with transaction.atomic():
        person = Person.objects.create(name=name)
        record("person.saved", at=timezone.now(), subject="person", subject_id=person.pk)
    return person


def is_found(name) -> bool:
    """Whether the index finds the name before patience ends."""
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        found = search(source="people", text=name, at=timezone.now())
        if found.used == "index" and found.total == 1:
            return True
        time.sleep(0.02)
    return False


def test_who_was_saved_before_and_while_the_indexer_runs_is_found(indexer):
    save("Beforehand")
    indexer()
    assert is_found("Beforehand")

    for name in ("Ashalata", "Bilquis", "Chitrangada"):
        save(name)
        assert is_found(name)


def test_the_indexer_when_it_is_killed_or_loses_its_database_goes_on_where_it_was(indexer):
    save("Beforehand")
    first = indexer()
    assert is_found("Beforehand")
    first.kill()
    first.wait()
    save("Meanwhile")

    indexer()
    assert is_found("Meanwhile")
    cut_all_connections()
    save("Afterwards")

    assert is_found("Afterwards")


def cut_all_connections():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"
        )
