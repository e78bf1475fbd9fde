"""Which colleges are near a project: by straight line, in bands. No rule fixes a distance, so the bands are a setting."""

from django.conf import settings

from virtualclusters.matching.place import Point, distance_km
from virtualclusters.network.organisations.models import OrganisationKind, Unit

BANDS_KM = settings.STUDENT_PROJECT_BANDS_KM


def point_of(opportunity) -> Point | None:
    """Where a project is done: its own place, else its unit's; None when nobody said."""
    stands = opportunity if opportunity.latitude is not None else opportunity.unit
    return None if stands.latitude is None else Point(stands.latitude, stands.longitude)


def kilometres_between(opportunity, unit) -> float | None:
    """How far a college is from a project; None when one of the two places is not known."""
    here = point_of(opportunity)
    if here is None or unit.latitude is None:
        return None
    return distance_km(here, Point(unit.latitude, unit.longitude))


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
