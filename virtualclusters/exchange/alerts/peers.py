"""Other units worth knowing, for one unit within a request."""

from dataclasses import dataclass

from django.db.models import Count

from virtualclusters.exchange.alerts.finding import reach
from virtualclusters.exchange.alerts.values import read_units, vocabulary
from virtualclusters.matching.peers import Peer, peers
from virtualclusters.matching.values import UnitRole
from virtualclusters.network.organisations.models import Unit, UnitConcept

COMPARED = 300
"""So many units are compared: those that share most with the unit."""
SHARED_ROLES = (UnitRole.MAKES, UnitRole.USES)


@dataclass(frozen=True)
class FoundPeers:
    """Peers, best first, and their units by id."""

    peers: list[Peer]
    units: dict[int, Unit]


def peers_of(unit_id: int, *, at, most: int = 10) -> FoundPeers:
    """Units that make the same or what goes with it, those near first. Four queries."""
    words, own = vocabulary(), read_units([unit_id])
    unit = own.views()[unit_id]
    shared = {concept for role in SHARED_ROLES for concept in unit.concepts.get(role, {})}
    shown = Unit.objects.shown(at).exclude(organisation=own.units[0].organisation_id)
    alike = UnitConcept.objects.filter(concept__in=reach(shared, words), role__in=SHARED_ROLES, unit__in=shown)
    nearest = alike.values("unit").annotate(shared=Count("pk")).order_by("-shared", "unit")[:COMPARED]
    others = read_units([row["unit"] for row in nearest])
    found = peers(unit, others.views().values(), words, most)
    return FoundPeers(found, {one.pk: one for one in others.units})
