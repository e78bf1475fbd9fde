"""How far apart, in bands, and how much that counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt
from typing import Final

from virtualclusters.matching.values import Nearness, OpportunityView, Place, Point, UnitView

EARTH_RADIUS_KM: Final = 6371.0


class Band(StrEnum):
    """Straight-line kilometres between two points, or what is known instead of them."""

    WITHIN_10 = "within_10"
    WITHIN_25 = "within_25"
    WITHIN_50 = "within_50"
    WITHIN_100 = "within_100"
    BEYOND = "beyond"
    SAME_DISTRICT = "same_district"
    SAME_STATE = "same_state"
    OTHER_STATE = "other_state"
    NOT_KNOWN = "not_known"
    ANYWHERE = "anywhere"


LIMITS_KM: Final = ((10.0, Band.WITHIN_10), (25.0, Band.WITHIN_25), (50.0, Band.WITHIN_50), (100.0, Band.WITHIN_100))

FACTORS: Final[Mapping[Nearness, Mapping[Band, float]]] = {
    Nearness.NOTHING: dict.fromkeys(Band, 1.0),
    Nearness.SOME: {
        Band.WITHIN_10: 1.0,
        Band.WITHIN_25: 0.99,
        Band.WITHIN_50: 0.97,
        Band.WITHIN_100: 0.95,
        Band.BEYOND: 0.85,
        Band.SAME_DISTRICT: 0.98,
        Band.SAME_STATE: 0.93,
        Band.OTHER_STATE: 0.85,
        Band.NOT_KNOWN: 0.9,
        Band.ANYWHERE: 1.0,
    },
    Nearness.MUCH: {
        Band.WITHIN_10: 1.0,
        Band.WITHIN_25: 0.95,
        Band.WITHIN_50: 0.88,
        Band.WITHIN_100: 0.78,
        Band.BEYOND: 0.5,
        Band.SAME_DISTRICT: 0.9,
        Band.SAME_STATE: 0.72,
        Band.OTHER_STATE: 0.5,
        Band.NOT_KNOWN: 0.7,
        Band.ANYWHERE: 1.0,
    },
}
"""What a band leaves of a score. Not knowing the place costs something, but less than being far away."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a unit stands to an opportunity: the nearest place, its distance if both points are known, the band."""

    band: Band
    distance_km: float | None = None
    outside_radius_km: float | None = None

    def factor(self, nearness: Nearness) -> float:
        return FACTORS[nearness][self.band]


def distance_km(one: Point, other: Point) -> float:
    """Great-circle distance in kilometres (haversine on a sphere, right to 0.5 %)."""
    north, other_north = radians(one.latitude), radians(other.latitude)
    half_east = sin(radians(other.longitude - one.longitude) / 2)
    half_north = sin((other_north - north) / 2)
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half_north**2 + cos(north) * cos(other_north) * half_east**2))


def band_of(kilometres: float) -> Band:
    """The band of a distance; the limits belong to the nearer band."""
    return next((band for limit, band in LIMITS_KM if kilometres <= limit), Band.BEYOND)


def stand(unit: UnitView, opportunity: OpportunityView) -> Standing:
    """Where the unit stands to the nearest of the opportunity's places.

    A radius that the publisher set holds for its own place; a unit inside any place's radius is inside.
    """
    if opportunity.remote or not opportunity.places:
        return Standing(Band.ANYWHERE if opportunity.remote else Band.NOT_KNOWN)
    if len(opportunity.places) == 1:
        return _stand_to(unit, opportunity.places[0])
    return min((_stand_to(unit, place) for place in opportunity.places), key=_nearest_first)


def _stand_to(unit: UnitView, place: Place) -> Standing:
    if unit.point is None or place.point is None:
        return Standing(_band_by_name(unit, place))
    kilometres = distance_km(unit.point, place.point)
    outside = place.radius_km is not None and kilometres > place.radius_km
    return Standing(band_of(kilometres), kilometres, place.radius_km if outside else None)


def _band_by_name(unit: UnitView, place: Place) -> Band:
    if not unit.state or not place.state:
        return Band.NOT_KNOWN
    if unit.state != place.state:
        return Band.OTHER_STATE
    return Band.SAME_DISTRICT if unit.district and unit.district == place.district else Band.SAME_STATE


def _nearest_first(standing: Standing) -> tuple[bool, float, float]:
    kilometres = standing.distance_km if standing.distance_km is not None else float("inf")
    return (standing.outside_radius_km is not None, kilometres, -FACTORS[Nearness.MUCH][standing.band])
