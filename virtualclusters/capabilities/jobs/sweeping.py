"""Jobs whose worker was killed: they stay ``doing`` for ever unless somebody looks."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import connection, transaction

HEARTBEAT = timedelta(seconds=5)
DEAD_AFTER = timedelta(seconds=20)

STALLED = """
    SELECT job.id, job.task_name, job.attempts
    FROM procrastinate_jobs job
    LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id
    WHERE job.status = 'doing'
      AND (worker.id IS NULL OR worker.last_heartbeat < now() - %s)
    FOR UPDATE OF job SKIP LOCKED
"""


@dataclass(frozen=True)
class Swept:
    """Ids of jobs sent round again, and of those that were given up."""

    again: list[int]
    given_up: list[int]


@transaction.atomic
def sweep_stalled(*, tries_of: dict[str, int], default_tries: int = 5) -> Swept:
    """Give every job of a dead worker back to the queue; a try that killed its worker counts as a try.

    A job that has used up its tries (it may well be what kills the workers) becomes a dead letter.
    """
    swept = Swept(again=[], given_up=[])
    with connection.cursor() as cursor:
        cursor.execute(STALLED, [DEAD_AFTER])
        for job_id, name, attempts in cursor.fetchall():
            if attempts + 1 < tries_of.get(name, default_tries):
                cursor.execute("SELECT procrastinate_retry_job_v2(%s, now(), NULL, NULL, NULL)", [job_id])
                swept.again.append(job_id)
            else:
                cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'failed', false)", [job_id])
                swept.given_up.append(job_id)
    return swept
