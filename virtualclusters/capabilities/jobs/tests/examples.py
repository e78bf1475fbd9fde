"""Jobs of every temper, for tests with a real worker process. What they did is told by rows of ``Effect``."""

import os
import signal
import time
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from virtualclusters.capabilities.jobs import enqueue, job
from virtualclusters.capabilities.jobs.effects import claim, mark_done


@job(name="examples.good")
def good(*, number) -> None:
    """Does its effect once, however often it runs."""
    if claim(f"good:{number}", at=timezone.now()):
        mark_done(f"good:{number}", at=timezone.now())


@job(name="examples.slow")
def slow(*, number) -> None:
    time.sleep(0.02)
    good(number=number)


@job(name="examples.bad")
def bad(*, number) -> None:
    raise ValueError(f"Asha Devi's number is {number}")


@job(name="examples.half_done")
def half_done(*, number) -> None:
    """Leaves nothing behind: the job it enqueues is in the transaction that fails."""
    with transaction.atomic():
        enqueue(good, number=number)
        raise ValueError


@job(name="examples.hanging", longest=timedelta(seconds=1))
def hanging(*, number) -> None:
    time.sleep(600)


@job(name="examples.deadly", tries=2)
def deadly(*, number) -> None:
    """Kills its worker, as a job that eats all memory does."""
    os.kill(os.getpid(), signal.SIGKILL)
