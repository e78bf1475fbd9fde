"""How many who could answer are near."""

from math import cos, radians

from django.db.models import Exists, OuterRef, Q

from virtualclusters.exchange.alerts.finding import reach
from virtualclusters.matching.place import distance_km
from virtualclusters.matching.values import Point
from virtualclusters.network.organisations.models import ConceptRole, OrganisationKind, Unit, UnitConcept

NEAR_KM = 50
KM_A_DEGREE = 111.0
LOOKED_AT = 3_000


def near_by_kind(view, kinds, words) -> dict[str, int]:
    """By kind's slug how many units of others within 50 km could answer; empty when the need's unit has no point. One query.

    Those count whose kind of organisation may answer and who make or can do what the need speaks of; a college, an expert, a
    laboratory that has not said yet what it can do counts too, an enterprise does not. ``words`` is the vocabulary.
    """
    if view.unit.latitude is None:
        return {}
    here, rows = Point(view.unit.latitude, view.unit.longitude), _around(view, words)
    able = [who for who, *point in rows if distance_km(here, Point(*point)) <= NEAR_KM]
    return {kind.slug: sum(who in kind.answerer_kinds for who in able) for kind in kinds}


def _around(view, words):
    does = UnitConcept.objects.filter(unit=OuterRef("pk"), role__in=[ConceptRole.MAKES, ConceptRole.CAN])
    fits = Exists(does.filter(concept__in=reach(view.concepts, words)))
    silent = ~Exists(does) & ~Q(organisation__kind=OrganisationKind.ENTERPRISE)
    units = Unit.objects.shown(view.at).filter(_box(view.unit)).exclude(organisation=view.unit.organisation_id)
    found = units.filter(Q(fits) | silent).order_by("pk")
    return found.values_list("organisation__kind", "latitude", "longitude")[:LOOKED_AT]


def _box(unit):
    high = NEAR_KM / KM_A_DEGREE
    wide = NEAR_KM / (KM_A_DEGREE * max(0.1, cos(radians(unit.latitude))))
    return Q(latitude__range=(unit.latitude - high, unit.latitude + high)) & Q(
        longitude__range=(unit.longitude - wide, unit.longitude + wide)
    )
