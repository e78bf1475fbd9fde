"""The best units for one opportunity, from what this process holds."""

from dataclasses import dataclass

from virtualclusters.exchange.alerts.matcher.holding import held
from virtualclusters.exchange.alerts.values import ways
from virtualclusters.matching.postings import best_of
from virtualclusters.matching.values import OpportunityView, UnitView

TO_A_WHOLE = 10**9
"""Figures are handed on as whole billionths: a job takes numbers, and a fraction that is rounded would lose or repeat a unit."""


@dataclass(frozen=True)
class Behind:
    """A place in the order of units: the figure in billionths and the id of the unit there."""

    figure: int
    unit_id: int


@dataclass(frozen=True)
class Part:
    """Units in order as they are held, and the place behind the last of them; None when there are no more."""

    units: list[UnitView]
    figures: list[float]
    behind: Behind | None


class NothingHeld(Exception):
    """This process has no postings: it began just now, or they are being built."""


def best_units(opportunity: OpportunityView, *, kinds, at, most: int, behind: Behind | None = None) -> Part:
    """The next units that an opportunity concerns, the best first.

    Their order leaves out conditions that are no plain facts, and words: those are read with their rows.

    Raises:
        NothingHeld: the caller asks the database.
    """
    answering = ways()
    with held() as now:
        if now is None:
            raise NothingHeld
        found = now.postings.candidates(opportunity, answering, at, kinds)
        after = (behind.figure / TO_A_WHOLE, behind.unit_id) if behind else None
        best = best_of(
            now.postings, found, opportunity, ways=answering, at=at, most=most, after=after, turn=int(opportunity.id)
        )
    if len(best.unit_ids) < most:
        return Part(best.units, best.figures, None)
    return Part(best.units, best.figures, Behind(round(best.figures[-1] * TO_A_WHOLE), best.unit_ids[-1]))
