"""Workers are killed at random moments: no job is lost, nothing is done twice."""

import random
import time

import pytest

from virtualclusters.capabilities.jobs import enqueue
from virtualclusters.capabilities.jobs.models import Effect
from virtualclusters.capabilities.jobs.tests import examples
from virtualclusters.capabilities.jobs.tests.workers import queue, worker

pytestmark = [pytest.mark.kills, pytest.mark.slow]


@pytest.mark.parametrize(("jobs", "kills"), [(40, 1), pytest.param(2_000, 100, marks=pytest.mark.full)])
def test_no_job_is_lost_or_done_twice_when_workers_are_killed(committing_database, postgres_server, jobs, kills):
    moments = random.Random(20261102)
    url = postgres_server.url(database=committing_database)
    for number in range(jobs):
        enqueue(examples.slow, number=number)
    for _ in range(kills):
        started = worker(url, until_empty=False)
        wait_for_progress(moments.uniform(0.05, 0.4))
        started.kill()
        started.wait()

    last = worker(url, until_empty=False)
    emptied_in = wait_until_empty()
    last.terminate()

    assert (Effect.objects.count(), last.wait(30), emptied_in < 120) == (jobs, 0, True)


def wait_for_progress(seconds_more: float) -> None:
    """Until the worker has done something, and a little longer."""
    before = Effect.objects.count()
    began = time.monotonic()
    while Effect.objects.count() == before and queue() and time.monotonic() - began < 20:
        time.sleep(0.02)
    time.sleep(seconds_more)


def wait_until_empty() -> float:
    began = time.monotonic()
    while queue() and time.monotonic() - began < 150:
        time.sleep(0.2)
    return time.monotonic() - began
