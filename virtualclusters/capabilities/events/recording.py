"""Writing an event, and the jobs that it sets off, in the transaction of what happened."""

import inspect
import re
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
    for name, value in dimensions.items():
        _check_is_code(name, value)
    event = Event.objects.create(
        code=code,
        at=at,
        actor_person_id=actor.person_id if actor else None,
        actor_organisation_id=actor.organisation_id if actor else None,
        subject=subject,
        subject_id=subject_id,
        dimensions=dimensions,
    )
    for job in REACTIONS.get(code, ()):
        enqueue(job, **_ids_for(job, event))
    return event


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
