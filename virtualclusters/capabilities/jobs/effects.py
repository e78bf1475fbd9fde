"""Things done to the outside world once, although jobs run at least once.

    if claim(f"message:{message_id}", at=now):
        gateway.send(...)
        mark_done(f"message:{message_id}", at=now)

The claim is committed before the effect. A process that dies between the two leaves a claim without a mark: then the
effect may or may not have happened, so ask the far side, or accept that it is not repeated.
"""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet

from virtualclusters.capabilities.jobs.models import Effect


@transaction.atomic(durable=True)
def claim(key: str, *, at: datetime) -> bool:
    """True for the one caller who is to do it; False for everyone after.

    Raises:
        RuntimeError: called inside a transaction, where a later rollback would let it be done twice.
    """
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO jobs_effect (key, claimed_at) VALUES (%s, %s) ON CONFLICT DO NOTHING", [key, at])
        return cursor.rowcount == 1


def mark_done(key: str, *, at: datetime) -> None:
    Effect.objects.filter(key=key, done_at=None).update(done_at=at)


def give_back(key: str) -> None:
    """The far side said that it did not do it, so the next try may."""
    Effect.objects.filter(key=key, done_at=None).delete()


def unmarked(*, claimed_before: datetime) -> QuerySet[Effect]:
    """Effects that were begun and of which the end is not known."""
    return Effect.objects.filter(done_at=None, claimed_at__lt=claimed_before)
