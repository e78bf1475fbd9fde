"""What units won before, from their finished answers to whoever sought what they make, as matching compares it."""

from collections import defaultdict

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject

from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.among import among
from virtualclusters.matching.answers import ANSWERS, Sort
from virtualclusters.matching.phrases import stems
from virtualclusters.matching.values import Win

MOST = 50
"""So many of a unit's wins are compared, the latest."""
_SAID = {
    "title": "opportunity__title",
    "publisher": "opportunity__unit__organisation",
    "state": "opportunity__state",
    "own_state": "opportunity__unit__state",
}


def with_wins(units):
    """A query of units, each annotated with ``won`` as ``wins_in`` takes it."""
    of_unit = _finished().filter(lead=OuterRef("pk")).order_by("-ended_at", "-pk")
    return units.annotate(won=ArraySubquery(of_unit.values(win=JSONObject(**_SAID))[:MOST]))


def wins_in(won) -> tuple[Win, ...]:
    """What ``with_wins`` brought along with a unit."""
    return tuple(Win(stems(one["title"]), one["publisher"], "", one["state"] or one["own_state"]) for one in won)


def wins_of(unit_ids) -> dict[int, tuple[Win, ...]]:
    """The same by unit id, of those that won anything. One query."""
    found = defaultdict(list)
    rows = _finished().filter(lead__in=among(unit_ids)).order_by("-ended_at", "-pk")
    for row in rows.values("lead", **{name: F(path) for name, path in _SAID.items()}):
        found[row["lead"]].append(row)
    return {unit: wins_in(won[:MOST]) for unit, won in found.items()}


def _finished():
    """Finished answers that were won, of kinds that seek what a unit makes or can do."""
    won = Q(pk__in=[])
    for kind in kinds():
        if ANSWERS[kind.matching].sort is Sort.SEEKS:
            won |= Q(opportunity__kind=kind.slug, end_reason__in=kind.won_by)
    return Engagement.objects.filter(won, phase=Phase.CLOSED)
