"""How far colleges and projects are from each other: by straight line, in bands. No rule fixes a distance, so the bands are a setting."""

from dataclasses import dataclass
from math import cos, radians

from django.conf import settings
from django.db.models import Q

from virtualclusters.areas.student_projects.projects.operations.publishing import PROJECT
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.matching.place import Point, distance_km
from virtualclusters.network.organisations.models import OrganisationKind, Unit

KM_A_DEGREE = 111.0
MOST_LOOKED_AT = 500
"""Projects of one band at most: the newest; a page of a desk shows 50 of them."""


def bands() -> list[int]:
    """The distances in kilometres, the nearest first."""
    return settings.STUDENT_PROJECT_BANDS_KM


def next_band(within: int) -> int | None:
    """The next wider one, or None when there is none."""
    return next((band for band in bands() if band > within), None)


def point_of(opportunity) -> Point | None:
    """Where a project is done: its own place, else its unit's; None when nobody said."""
    return _point(opportunity if opportunity.latitude is not None else opportunity.unit)


def _point(place):
    return None if place.latitude is None else Point(place.latitude, place.longitude)


def kilometres_between(opportunity, unit) -> float | None:
    """How far a college is from a project; None when one of the two places is not known."""
    return _kilometres(point_of(opportunity), _point(unit))


def _kilometres(here, there):
    return None if here is None or there is None else distance_km(here, there)


def colleges_within(opportunity, band):
    """Pairs of a college's campus and its distance, nearest first, up to a band in kilometres."""
    campuses = Unit.objects.filter(
        organisation__kind=OrganisationKind.ACADEMIC_INSTITUTION,
        organisation__claimed_at__isnull=False,
        organisation__closed_at=None,
        closed_at=None,
        may_be_approached=True,
    )
    found = [(unit, kilometres_between(opportunity, unit)) for unit in campuses.select_related("organisation")]
    within = [(unit, far) for unit, far in found if far is not None and far <= band]
    return sorted(within, key=lambda pair: (pair[1], pair[0].pk))


@dataclass(frozen=True)
class Near:
    """A project, and how far its place is from the point in kilometres; None: done from afar, or a point is not known."""

    project: Opportunity
    km: float | None


def projects_near(*, point, within, at, concept_ids=None, language="", remote=True) -> list[Near]:
    """Open projects within so many kilometres, the nearest first, then those done from afar. One query.

    Args:
        point: where the college is; None when it is not known.
        concept_ids: keep those about one of these concepts; None for all subjects.
        language: keep those whose unit speaks it.
        remote: whether projects done from afar are shown.
    """
    rows = Opportunity.objects.open_at(at).filter(kind=PROJECT).select_related("unit__organisation")
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
    high, wide = within / KM_A_DEGREE, within / (KM_A_DEGREE * max(0.1, cos(radians(point.latitude))))
    box = {
        "latitude__range": (point.latitude - high, point.latitude + high),
        "longitude__range": (point.longitude - wide, point.longitude + wide),
    }
    there = Q(**box) | Q(latitude=None) & Q(**{f"unit__{name}": span for name, span in box.items()})
    return afar | there & Q(remote=False)


def _km(project, point):
    return None if project.remote else _kilometres(point_of(project), point)
