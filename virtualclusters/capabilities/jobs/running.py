"""Runs deferred jobs here and now, for plain tests: a worker outside would see nothing of a test's transaction."""

import json
from datetime import datetime

from django.db import connection
from django.utils import timezone

from virtualclusters.capabilities.jobs.declaring import JOBS

MOST = 1_000

DUE = """
    SELECT id, task_name, args FROM procrastinate_jobs
    WHERE status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= %s)
    ORDER BY priority DESC, id LIMIT 1
"""


def run_jobs(*, at: datetime | None = None) -> list[str]:
    """Run every job that is due, and those they enqueue, in this process and transaction.

    Args:
        at: the clock that scheduled jobs are held against; now if none is given.

    Returns:
        The names of the jobs, in the order they ran.

    Raises:
        whatever a job raises: a test wants to see it at once. The job then stays in the queue.
        RuntimeError: jobs enqueue jobs without end.
    """
    names = []
    while due := _next_due(at or timezone.now()):
        job_id, name, ids = due
        JOBS[name](**ids)
        _finish(job_id)
        names.append(name)
        if len(names) > MOST:
            raise RuntimeError(f"More than {MOST} jobs; the last was {name}")
    return names


def _next_due(at: datetime) -> tuple | None:
    with connection.cursor() as cursor:
        cursor.execute(DUE, [at])
        row = cursor.fetchone()
    return (row[0], row[1], json.loads(row[2])) if row else None


def _finish(job_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'succeeded', true)", [job_id])
