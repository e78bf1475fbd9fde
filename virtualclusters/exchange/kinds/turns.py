"""How a turn in a talk reads among what waits for a person: a kind's own words and page where the general ones say too little."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise

SideAndPhase = tuple[str, str]


@dataclass(frozen=True)
class TurnWords:
    """What a person whose turn it is has to do.

    Attributes:
        words: with ``%(firm)s`` for the other side, lazily translated.
        page: name of the page on which it is done, by the engagement's id.
    """

    words: str | Promise
    page: str = "engagement"


_told: dict[tuple[str, str, str], TurnWords | None] = {}


def tell_turns(kind: str, turns: Mapping[SideAndPhase, TurnWords | None]) -> None:
    """Give a kind's turns their words; called from the area's ``ready()``.

    Args:
        turns: by the side whose turn it is and the phase; None: a source of the area tells what is to do then, the general list
            leaves it out.
    """
    _told.update({(kind, side, phase): told for (side, phase), told in turns.items()})


def turn_words(kind: str, side: str, phase: str) -> TurnWords | None:
    """The kind's own words for a turn, or None when it gave none."""
    return _told.get((kind, side, phase))


def told_elsewhere() -> Q:
    """The engagements whose turn an area's own source tells, as a condition of a query."""
    left_out = Q(pk__in=[])
    for (kind, side, phase), told in _told.items():
        if told is None:
            left_out |= Q(opportunity__kind=kind, turn=side, phase=phase)
    return left_out
