"""People's own yes and no as rows that the weights of the score can be learned from: ids and figures, never words or names."""

from collections.abc import Iterator
from typing import Any

from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.values import opportunity_views, unit_views, vocabulary
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.matching.answers import ANSWERS
from virtualclusters.matching.scoring import Scorer
from virtualclusters.matching.weights import MODELS

NO, YES, AGREED = 0, 2, 3
"""Put away, answered, agreed upon: on the scale of the judged sets."""
_WENT_THROUGH = (Phase.AGREED, Phase.UNDER_WAY, Phase.CLOSED)


def training_rows(*, at) -> Iterator[dict[str, Any]]:
    """One row a unit and opportunity that it put away or answered; a yes outweighs a no. Suggestions by hand are left out.

    ``sort``, ``parts`` and ``factor`` are what the score was made of, ``grade`` what the unit did; as `benchmarks.learning` reads them.
    """
    grades = _grades()
    opportunities = opportunity_views({opportunity for _, opportunity in grades})
    units = unit_views({unit for unit, _ in grades}, at=at)
    words = vocabulary()
    for (unit, opportunity), grade in sorted(grades.items()):
        if unit in units and opportunity in opportunities:
            row = _row(units[unit], opportunities[opportunity], words, at)
            yield from ([row | {"grade": grade}] if row else [])


def _grades() -> dict[tuple[int, int], int]:
    put_away = Alert.objects.filter(dismissed_at__isnull=False, by_hand_at=None)
    grades = dict.fromkeys(put_away.values_list("unit_id", "opportunity_id"), NO)
    for unit, opportunity, phase in Engagement.objects.values_list("lead", "opportunity", "phase"):
        grades[unit, opportunity] = AGREED if phase in _WENT_THROUGH else YES
    return grades


def _row(unit, opportunity, words, at) -> dict[str, Any] | None:
    found = Scorer(unit, words, at).assess(opportunity)
    if found is None:
        return None
    sort = ANSWERS[opportunity.matching].sort
    factor = found.would_be / MODELS[sort].probability(found.parts)
    return {"unit": unit.id, "opportunity": opportunity.id, "sort": sort, "parts": found.parts, "factor": factor}
