"""How far an opportunity is from a unit."""

from virtualclusters.matching.place import distance_km
from virtualclusters.matching.values import Point


def kilometres_to(unit, opportunity) -> float | None:
    """Kilometres to where it happens, else to the unit that publishes it; None when a point is not known."""
    stands = opportunity if opportunity.latitude is not None else opportunity.unit
    if unit.latitude is None or stands.latitude is None:
        return None
    return distance_km(Point(unit.latitude, unit.longitude), Point(stands.latitude, stands.longitude))
