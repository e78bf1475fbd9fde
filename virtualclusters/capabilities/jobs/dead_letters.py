"""Jobs that failed on every try: seen at a desk, sent round again by hand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db import connection, transaction
from django.db.models import OuterRef, QuerySet, Subquery
from procrastinate.contrib.django.models import ProcrastinateJob

from virtualclusters.capabilities.jobs.models import Failure, Replay
from virtualclusters.foundation.errors import NotFound

SEND_AGAIN = """
    UPDATE procrastinate_jobs SET status = 'todo', attempts = 0, scheduled_at = %s
    WHERE id = %s AND status = 'failed'
"""


class Acting(Protocol):
    """Whoever does it, as far as this capability knows."""

    @property
    def person_id(self) -> int | None: ...


@dataclass(frozen=True)
class DeadLetter:
    """A job nobody will try again by itself. ``error`` is the kind of the last error, ``place`` where it was raised."""

    id: int
    job: str
    ids: dict
    attempts: int
    error: str
    place: str
    failed_at: datetime | None


def dead_letters(*, limit: int = 100) -> list[DeadLetter]:
    """The newest dead letters first."""
    return [
        DeadLetter(row.id, row.task_name, row.args, row.attempts, row.error or "", row.place or "", row.failed_at)
        for row in _failed_jobs().order_by("-id")[:limit]
    ]


def count_dead_letters() -> int:
    return ProcrastinateJob.objects.filter(status="failed").count()


@transaction.atomic
def retry_dead_letter(*, dead_letter_id: int, actor: Acting, at: datetime) -> None:
    """Send a dead letter round again, now, with all its tries anew.

    Raises:
        NotFound: there is no such dead letter, or somebody was quicker.
    """
    with connection.cursor() as cursor:
        cursor.execute(SEND_AGAIN, [at, dead_letter_id])
        if not cursor.rowcount:
            raise NotFound
    Replay.objects.create(job_id=dead_letter_id, person_id=actor.person_id, at=at)


def _failed_jobs() -> QuerySet[ProcrastinateJob]:
    last = Failure.objects.filter(job_id=OuterRef("id")).order_by("-at", "-id")
    return ProcrastinateJob.objects.filter(status="failed").annotate(
        error=Subquery(last.values("error")[:1]),
        place=Subquery(last.values("place")[:1]),
        failed_at=Subquery(last.values("at")[:1]),
    )
