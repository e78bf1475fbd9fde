"""What waits for a person on her desk. Areas and page packages register sources in ``ready()``; each gives items of its own.

A turn in a talk needs no source: the exchange tells it, in the words that the kind gave it (``exchange/kinds/turns.py``).
"""

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
"""Functions ``source(actor=…, at=…)`` that return ``Waiting`` items; each takes at most two queries, an area's at most one.

The actor may be a person without an organisation, such as a student.
"""


def waits(source: Callable) -> Callable:
    """Register a source; called from ``ready()``."""
    if source not in waiting_sources:
        waiting_sources.append(source)
    return source


def what_waits_for(actor, *, at, more=()) -> list[Waiting]:
    """All items, the one due first on top, those without a day last; ``more``: items that the page itself knows."""
    items = [*more, *(item for source in waiting_sources for item in source(actor=actor, at=at))]
    return sorted(items, key=lambda item: (item.due_at is None, item.due_at.timestamp() if item.due_at else 0))
