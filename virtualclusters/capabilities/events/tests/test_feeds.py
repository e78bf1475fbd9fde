"""Feeds read by snapshot: what commits late is not lost, and what holds them back is seen."""

import threading
import time
from datetime import UTC, datetime

import psycopg
import pytest
from django.db import connection, transaction
from structlog.testing import capture_logs

from virtualclusters.capabilities.events.alarms import oldest_writing_transaction
from virtualclusters.capabilities.events.feeds import feed, rewind
from virtualclusters.capabilities.events.jobs import watch_feeds
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.events.restoring import AFTER_A_RESTORE

NOON = datetime(2026, 11, 2, 6, 30, tzinfo=UTC)


def happen(subject_id: int) -> None:
    record("lamp.lit", at=NOON, subject="lamp", subject_id=subject_id)


def read(name: str = "tests", **options) -> list[int]:
    with feed(name, **options) as events:
        return [event.subject_id for event in events]


@pytest.mark.django_db
def test_feed_reads_each_event_once_in_order_and_in_batches():
    for subject_id in (1, 2, 3):
        happen(subject_id)

    assert [read(size=2), read(size=2), read(size=2)] == [[1, 2], [3], []]


@pytest.mark.django_db
def test_feeds_do_not_disturb_each_other_and_one_rewound_reads_again():
    happen(1)
    read("first")
    rewind("first")

    assert (read("first"), read("second")) == ([1], [1])


@pytest.mark.django_db
def test_feed_whose_reader_fails_gives_the_same_events_again():
    happen(1)
    with pytest.raises(ZeroDivisionError), feed("tests"):
        raise ZeroDivisionError

    assert read() == [1]


@pytest.mark.django_db
def test_feed_inside_a_transaction_is_refused():
    with pytest.raises(RuntimeError), transaction.atomic(), feed("tests"):
        pass


def test_events_loaded_from_another_servers_dump_are_read_and_so_is_what_comes_after(
    committing_database, postgres_server
):
    happen(1)
    read()
    with psycopg.connect(postgres_server.url(role="owner", database=committing_database)) as owner:
        owner.execute("UPDATE events_event SET tx = '900000000'")
        owner.execute("UPDATE events_feedcursor SET tx = '900000000'")
    happen(2)
    before = read()
    with psycopg.connect(postgres_server.url(role="owner", database=committing_database)) as owner:
        owner.execute(AFTER_A_RESTORE)

    assert (before, read(), read()) == ([], [1, 2], [])


def test_event_that_commits_after_one_with_a_later_id_is_not_lost(committing_database):
    begun, may_end = threading.Event(), threading.Event()

    def slow_writer():
        with transaction.atomic():
            happen(1)
            begun.set()
            may_end.wait(10)
        connection.close()

    thread = threading.Thread(target=slow_writer)
    thread.start()
    begun.wait(10)
    happen(2)
    held_back = read()
    may_end.set()
    thread.join()

    assert (held_back, read()) == ([], [1, 2])


def test_writing_transaction_over_five_seconds_raises_the_alarm(committing_database, postgres_server):
    with psycopg.connect(postgres_server.url(database=committing_database), application_name="planted") as planted:
        planted.execute("SELECT pg_current_xact_id()")
        time.sleep(5.1)
        with capture_logs() as logs:
            watch_feeds(at=NOON)
        writer = oldest_writing_transaction()

    assert (writer.application, writer.is_too_old) == ("planted", True)
    assert [(entry["event"], entry["application"], entry["log_level"]) for entry in logs] == [
        ("feeds_held_back", "planted", "error")
    ]


def test_transaction_that_only_reads_raises_no_alarm(committing_database, postgres_server):
    with psycopg.connect(postgres_server.url(database=committing_database)) as reading:
        reading.execute("SELECT count(*) FROM events_event")

        assert oldest_writing_transaction() is None
