"""Jobs in a real worker process: errors, hangs and kills."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from virtualclusters.capabilities.jobs import enqueue
from virtualclusters.capabilities.jobs.dead_letters import count_dead_letters, dead_letters, retry_dead_letter
from virtualclusters.capabilities.jobs.jobs import sweep
from virtualclusters.capabilities.jobs.models import Effect, Failure, Replay
from virtualclusters.capabilities.jobs.sweeping import sweep_stalled
from virtualclusters.capabilities.jobs.tests import examples
from virtualclusters.capabilities.jobs.tests.workers import (
    let_heartbeats_stop,
    make_due,
    queue,
    work_until_empty,
)
from virtualclusters.capabilities.jobs.time_limits import EXIT_STATUS
from virtualclusters.foundation.errors import NotFound

pytestmark = pytest.mark.kills


@dataclass(frozen=True)
class Someone:
    person_id: int = 3


@pytest.fixture
def url(committing_database, postgres_server):
    return postgres_server.url(database=committing_database)


def work(url: str) -> int:
    make_due()
    return work_until_empty(url)


def test_good_jobs_are_done_beside_one_that_always_fails(url):
    enqueue(examples.bad, number=1)
    for number in range(20):
        enqueue(examples.good, number=number)

    status = work_until_empty(url)

    assert (status, Effect.objects.exclude(done_at=None).count()) == (0, 20)
    assert queue() == [("examples.bad", "todo", 1)]


def test_job_that_fails_five_times_is_a_dead_letter_and_may_be_sent_round_again(url):
    job_id = enqueue(examples.bad, number=9876543210)
    for _ in range(5):
        work(url)

    letter = dead_letters()[0]
    assert (count_dead_letters(), letter.id, letter.job, letter.ids, letter.attempts, letter.error) == (
        1,
        job_id,
        "examples.bad",
        {"number": 9876543210},
        5,
        "ValueError",
    )
    assert letter.place.startswith("capabilities/jobs/tests/examples.py:")
    assert "Asha" not in str(list(Failure.objects.values()))

    now = timezone.now()
    retry_dead_letter(dead_letter_id=job_id, actor=Someone(), at=now)
    assert queue() == [("examples.bad", "todo", 0)]
    assert Replay.objects.values_list("job_id", "person_id", "at").get() == (job_id, 3, now)
    with pytest.raises(NotFound):
        retry_dead_letter(dead_letter_id=job_id, actor=Someone(), at=now)


def test_job_that_enqueues_and_then_fails_leaves_no_job_behind(url):
    enqueue(examples.half_done, number=1)

    work_until_empty(url)

    assert queue() == [("examples.half_done", "todo", 1)]


def test_job_that_hangs_ends_its_worker_and_is_tried_again(url):
    enqueue(examples.hanging, number=1)
    status = work_until_empty(url)
    let_heartbeats_stop()

    swept = sweep_stalled(tries_of={})

    assert (status, len(swept.again), queue()) == (EXIT_STATUS, 1, [("examples.hanging", "todo", 1)])


def test_sweep_sends_the_jobs_of_a_killed_worker_round_again_and_gives_up_one_that_always_kills(url):
    enqueue(examples.deadly, number=1)
    states = []
    for _ in range(2):
        work(url)
        let_heartbeats_stop()
        sweep(at=timezone.now())
        states.append(queue())

    assert states == [[("examples.deadly", "todo", 1)], [("examples.deadly", "failed", 2)]]


def test_sweep_leaves_the_jobs_of_a_living_worker_alone(url):
    enqueue(examples.deadly, number=1)
    work_until_empty(url)

    swept = sweep_stalled(tries_of={})

    assert (swept.again, queue()) == ([], [("examples.deadly", "doing", 0)])


def test_job_for_later_waits(url):
    enqueue(examples.good, number=1, at=timezone.now() + timedelta(hours=1))

    work_until_empty(url)

    assert queue() == [("examples.good", "todo", 0)]
