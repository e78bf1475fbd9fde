"""Open projects of units around a point, in the bands 10, 25, 50 and 100 km, and those that are done from afar."""

from dataclasses import dataclass
from math import cos, radians

from django.db.models import Q

from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.matching.place import distance_km
from virtualclusters.matching.values import Point

KIND = "student_project"
STEPS_KM = (10, 25, 50, 100)
KM_A_DEGREE = 111.0
MOST_LOOKED_AT = 500
"""Projects of one step at most: the newest; a page of a desk shows 50 of them."""


@dataclass(frozen=True)
class Near:
    """A project, and how far its place is from the point in kilometres; None: done from afar, or a point is not known."""

    project: Opportunity
    km: float | None


def projects_near(*, point, within, at, concept_ids=None, language="", remote=True) -> list[Near]:
    """Open projects within so many kilometres, the nearest first, then those done from afar. One query.

    Args:
        point: (latitude, longitude) of the college.
        concept_ids: keep those about one of these concepts; None for all subjects.
        language: keep those whose unit speaks it.
        remote: whether projects done from afar are shown.
    """
    rows = Opportunity.objects.open_at(at).filter(kind=KIND).select_related("unit__organisation")
    rows = rows.filter(_about(point, within, remote=remote))
    if concept_ids is not None:
        rows = rows.filter(pk__in=Opportunity.objects.filter(concepts__concept__in=concept_ids).values("pk"))
    if language:
        rows = rows.filter(Q(unit__languages__contains=[language]) | Q(language=language))
    found = [Near(row, _km(row, point)) for row in rows.order_by("-published_at", "-pk")[:MOST_LOOKED_AT]]
    inside = [one for one in found if one.project.remote or (one.km is not None and one.km <= within)]
    return sorted(inside, key=lambda one: (one.km is None, one.km or 0, one.project.pk))


def _about(point, within, *, remote):
    """A square around the point, so that few rows are looked at; the circle is cut from it afterwards."""
    afar = Q(remote=True) if remote else Q(pk=None)
    if point is None:
        return afar
    latitude, longitude = point
    high, wide = within / KM_A_DEGREE, within / (KM_A_DEGREE * max(0.1, cos(radians(latitude))))
    box = {
        "latitude__range": (latitude - high, latitude + high),
        "longitude__range": (longitude - wide, longitude + wide),
    }
    there = Q(**box) | Q(latitude=None) & Q(**{f"unit__{name}": span for name, span in box.items()})
    return afar | there & Q(remote=False)


def _km(project, point):
    stands = project if project.latitude is not None else project.unit
    if project.remote or point is None or stands.latitude is None:
        return None
    return distance_km(Point(*point), Point(stands.latitude, stands.longitude))


def next_step(within: int) -> int | None:
    """The next wider step, or None when there is none."""
    return next((step for step in STEPS_KM if step > within), None)
