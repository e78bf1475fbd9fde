"""Jobs as tests and requests see them: enqueued in the transaction, run here and now."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from procrastinate.jobs import Job as QueuedJob

from virtualclusters.capabilities.jobs import enqueue, job, run_jobs
from virtualclusters.capabilities.jobs.declaring import GrowingWaits

NOON = datetime(2026, 11, 2, 6, 30, tzinfo=UTC)
DONE = []


@job(name="tests.note")
def note(*, thing_id, word="") -> None:
    DONE.append((thing_id, word))


@job(name="tests.chain")
def chain(*, left) -> None:
    if left:
        enqueue(chain, left=left - 1)


@pytest.fixture(autouse=True)
def nothing_done():
    DONE.clear()


def waiting() -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args, status::text FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


@pytest.mark.django_db
def test_enqueued_job_waits_and_is_gone_once_run():
    enqueue(note, thing_id=7, word="a")
    before = waiting()

    names = run_jobs()

    assert (before, names, DONE, waiting()) == (
        [("tests.note", '{"word": "a", "thing_id": 7}', "todo")],
        ["tests.note"],
        [(7, "a")],
        [],
    )


@pytest.mark.django_db
def test_job_enqueued_in_a_transaction_that_rolls_back_does_not_exist():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        enqueue(note, thing_id=7)
        raise ZeroDivisionError

    assert waiting() == []


@pytest.mark.django_db
def test_job_enqueued_for_later_runs_when_its_moment_has_come():
    enqueue(note, thing_id=1, at=NOON)

    early = run_jobs(at=NOON - timedelta(seconds=1))
    late = run_jobs(at=NOON)

    assert (early, late) == ([], ["tests.note"])


@pytest.mark.django_db
def test_run_jobs_runs_what_jobs_enqueue():
    enqueue(chain, left=2)

    assert run_jobs() == ["tests.chain", "tests.chain", "tests.chain"]


@pytest.mark.parametrize(
    ("ids", "complaint"),
    [
        ({"thing_id": {"name": "Asha"}}, "tests.note: thing_id is dict; a job takes ids, never data"),
        ({"thing": 1}, "missing a required argument: 'thing_id'"),
    ],
)
def test_enqueue_refuses_data_and_unknown_ids(ids, complaint):
    with pytest.raises(TypeError) as refused:
        enqueue(note, **ids)

    assert str(refused.value) == complaint


def test_job_with_positional_arguments_cannot_be_declared():
    def positional(thing_id): ...

    with pytest.raises(TypeError, match="keyword-only"):
        job(name="tests.positional")(positional)


def test_waits_grow_with_each_try_and_end_after_the_fifth():
    random.seed(1)
    queued = QueuedJob(id=1, queue="default", task_name="x", lock=None, queueing_lock=None, task_kwargs={})
    now = datetime.now(UTC)

    decisions = [
        GrowingWaits(tries=5).get_retry_decision(exception=ValueError(), job=queued.evolve(attempts=attempts))
        for attempts in range(5)
    ]

    waits = [(decision.retry_at - now).total_seconds() if decision else None for decision in decisions]
    middle = [5, 30, 180, 900]
    assert waits[4] is None
    assert all(0.74 * m < wait < 1.27 * m for m, wait in zip(middle, waits[:4], strict=True))
