"""Writing an event, and the jobs that it sets off, in the transaction of what happened."""

import inspect
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.events.reactions import REACTIONS
from virtualclusters.capabilities.jobs import Job, enqueue

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,63}")

Dimension = str | int | bool | None
DimensionValue = Dimension | list[Dimension]


class Acting(Protocol):
    """Whoever did it, as far as this capability knows."""

    @property
    def person_id(self) -> int | None: ...

    @property
    def organisation_id(self) -> int | None: ...


def record(
    code: str,
    *,
    actor: Acting | None = None,
    at: datetime,
    subject: str,
    subject_id: int,
    **dimensions: DimensionValue,
) -> Event:
    """Write down that something happened, and enqueue the jobs of its reactions in the same transaction.

    Args:
        code: ``<thing>.<past tense>``, such as ``engagement.agreed``.
        actor: who did it; None when the portal's own clock did.
        subject: the kind of thing it happened to, such as ``engagement``.
        dimensions: codes, ids and truths that figures need (state, size, ownership, cluster, kind). A list of them is
            allowed. Never words that a person typed: history outlives erasure.

    Raises:
        ValueError: a dimension is not a code.
    """
    event = _event(code, actor=actor, at=at, subject=subject, subject_id=subject_id, dimensions=dimensions)
    event.save(force_insert=True)
    _enqueue_reactions(event)
    return event


def record_many(
    codes: Iterable[tuple[str, int]],
    *,
    actor: Acting | None = None,
    at: datetime,
    subject: str,
    **dimensions: DimensionValue,
) -> list[Event]:
    """Write down that the same kind of thing happened to many, in one statement; ``codes`` are pairs of code and subject id."""
    events = [
        _event(code, actor=actor, at=at, subject=subject, subject_id=subject_id, dimensions=dimensions)
        for code, subject_id in codes
    ]
    Event.objects.bulk_create(events)
    for event in events:
        _enqueue_reactions(event)
    return events


def _event(
    code: str,
    *,
    actor: Acting | None,
    at: datetime,
    subject: str,
    subject_id: int,
    dimensions: dict[str, DimensionValue],
) -> Event:
    for name, value in dimensions.items():
        _check_is_code(name, value)
    return Event(
        code=code,
        at=at,
        actor_person_id=actor.person_id if actor else None,
        actor_organisation_id=actor.organisation_id if actor else None,
        subject=subject,
        subject_id=subject_id,
        dimensions=dimensions,
    )


def _enqueue_reactions(event: Event) -> None:
    for job in REACTIONS.get(event.code, ()):
        enqueue(job, **_ids_for(job, event))


def _ids_for(job: Job, event: Event) -> dict[str, int]:
    """Every reaction takes ``event_id``; those that name it get ``subject_id`` too."""
    ids = {"event_id": event.pk, "subject_id": event.subject_id}
    return {name: ids[name] for name in inspect.signature(job.function).parameters}


def _check_is_code(name: str, value: DimensionValue) -> None:
    values = value if isinstance(value, list) else [value]
    for one in values:
        if isinstance(one, str) and one and not CODE.fullmatch(one):
            raise ValueError(f"{name} must be a code, not words: an event keeps no personal text")
        if not isinstance(one, Dimension):
            raise ValueError(f"{name} must be a code, not {type(one).__name__}")
