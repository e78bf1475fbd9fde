"""What waits for a person on her desk. Page packages register a source; each gives items of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Waiting:
    """One thing to do.

    Attributes:
        label: what, as a link: "Answer Annapurna Foods".
        href: the page on which it is done.
        hint: why, in one sentence, or empty.
        due_at: until when, or None.
    """

    label: str
    href: str
    hint: str = ""
    due_at: datetime | None = None


waiting_sources: list[Callable] = []
"""Functions ``source(actor=…, at=…)`` that return ``Waiting`` items; each takes at most two queries."""


def waits(source: Callable) -> Callable:
    """Register a source; called from ``ready()``."""
    if source not in waiting_sources:
        waiting_sources.append(source)
    return source


def what_waits_for(actor, *, at) -> list[Waiting]:
    """All items, the one due first on top, those without a day last."""
    items = [item for source in waiting_sources for item in source(actor=actor, at=at)]
    return sorted(items, key=lambda item: (item.due_at is None, item.due_at.timestamp() if item.due_at else 0))
