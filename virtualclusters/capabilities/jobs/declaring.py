"""How a job is declared, and how it is asked for."""

import inspect
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job as QueuedJob
from procrastinate.manager import JobManager
from procrastinate.retry import BaseRetryStrategy, RetryDecision
from procrastinate.tasks import Task

from virtualclusters.capabilities.jobs.failures import noting_failure
from virtualclusters.capabilities.jobs.time_limits import limited

# Not the application's own manager: inside a worker that one writes past our transaction, by its own connection.
IN_THIS_TRANSACTION = JobManager(DjangoConnector())
WAITS = [timedelta(seconds=5), timedelta(seconds=30), timedelta(minutes=3), timedelta(minutes=15)]
JITTER = 0.25
LONGEST = timedelta(minutes=5)

type_of_id = int | str | bool | None


@dataclass(frozen=True)
class Job:
    """A declared job. Calling it runs its function here and now; ``enqueue`` leaves it to the worker.

    Attributes:
        name: stands in the queue; never reused for another meaning.
        tries: how often it may end in an error before it becomes a dead letter.
        longest: how long one try may last; then the worker that runs it ends and is started anew.
    """

    name: str
    function: Callable[..., None]
    tries: int
    longest: timedelta
    task: Task

    def __call__(self, **ids: type_of_id) -> None:
        self.function(**ids)


JOBS: dict[str, Job] = {}


class GrowingWaits(BaseRetryStrategy):
    """5 s, 30 s, 3 min, 15 min, each a quarter more or less: jobs that failed together do not return together."""

    def __init__(self, *, tries: int) -> None:
        self.tries = tries

    def get_retry_decision(self, *, exception: BaseException, job: QueuedJob) -> RetryDecision | None:
        if job.attempts + 1 >= self.tries:
            return None
        wait = WAITS[min(job.attempts, len(WAITS) - 1)]
        return RetryDecision(retry_in={"seconds": wait.total_seconds() * random.uniform(1 - JITTER, 1 + JITTER)})  # noqa: S311


def job(
    *, name: str, queue: str = "default", tries: int = 5, longest: timedelta = LONGEST, cron: str | None = None
) -> Callable[[Callable[..., None]], Job]:
    """Declare a function as a job. It takes keyword-only ids, reads fresh rows, and may run twice.

    The function stands in an app's ``jobs.py``, which the worker imports.

    Args:
        name: ``<area>.<verb>``, such as ``alerts.write``.
        queue: jobs of one queue share workers.
        tries: errors before it is a dead letter.
        longest: time limit of one try.
        cron: makes it periodic: five fields, or six with seconds last, in UTC (09:00 IST is 03:30 UTC). The function
            then takes ``at``, the moment it was due.
    """

    def declare(function: Callable[..., None]) -> Job:
        _check_signature(function)
        run = limited(noting_failure(_with_moment(function)), longest=longest)
        task = app.task(name=name, queue=queue, retry=GrowingWaits(tries=tries), pass_context=True)(run)
        if cron:
            app.periodic(cron=cron)(task)
        JOBS[name] = Job(name=name, function=function, tries=tries, longest=longest, task=task)
        return JOBS[name]

    return declare


def enqueue(wanted: Job, *, at: datetime | None = None, lock: str | None = None, **ids: type_of_id) -> int:
    """Leave a job to the worker, in the transaction that runs now: it exists exactly when the rows around it do.

    Args:
        at: not before this moment.
        lock: jobs with the same lock run one after the other, in the order they were asked for.

    Returns:
        The job's id in the queue.

    Raises:
        TypeError: the function does not take these ids, or one of them is not an id but data.
    """
    inspect.signature(wanted.function).bind(**ids)
    for key, value in ids.items():
        if not isinstance(value, type_of_id):
            raise TypeError(f"{wanted.name}: {key} is {type(value).__name__}; a job takes ids, never data")
    deferrer = wanted.task.configure(schedule_at=at, lock=lock)
    deferrer.job_manager = IN_THIS_TRANSACTION
    return deferrer.defer(**ids)


def _check_signature(function: Callable[..., None]) -> None:
    kinds = {parameter.kind for parameter in inspect.signature(function).parameters.values()}
    if kinds - {inspect.Parameter.KEYWORD_ONLY}:
        raise TypeError(f"{function.__qualname__}: a job takes keyword-only ids")


def _with_moment(function: Callable[..., None]) -> Callable[..., None]:
    """Periodic jobs are handed ``timestamp``; ours read ``at``."""

    def run(*, timestamp: int | None = None, **ids: type_of_id) -> None:
        if timestamp is not None:
            ids["at"] = datetime.fromtimestamp(timestamp, tz=UTC)
        function(**ids)

    return run
