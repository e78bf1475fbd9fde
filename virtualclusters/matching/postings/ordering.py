"""Which of many candidates come first: one figure for all at once, exact but for words and conditions, which are read later.

Candidates fall into classes by the best thing each has for every concept named. The scorer itself is asked once a class, and the
place's share is worked out for all in one go: so a change of the score changes this order with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import isnan
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from virtualclusters.matching.parts import Part, part_of
from virtualclusters.matching.place import EARTH_RADIUS_KM, LIMITS_KM, Band, Standing, stand
from virtualclusters.matching.postings.bitmaps import as_array, bitmap_of
from virtualclusters.matching.postings.reaching import Pair, Way, Ways
from virtualclusters.matching.postings.sets import Postings
from virtualclusters.matching.postings.units import Floats, Numbers
from virtualclusters.matching.scoring import WORTH_SHOWING, Scorer
from virtualclusters.matching.values import OpportunityView, Place, Point, UnitRole, UnitView

DIGITS: Final = 9
"""Figures are compared to so many digits, as `rank_units` does."""
FEW_CODES: Final = 100_000
MANY_CODES: Final = 2**40
UNREAD_MAY_ADD: Final = 0.5
"""Half of the figure that is asked for suffices here: words and conditions may add the rest."""
BANDS: Final = (*(band for _, band in LIMITS_KM), Band.BEYOND)


@dataclass(frozen=True, slots=True)
class Best:
    """Units in order: unit ids and the figure of each; `units` are what is known of them, so far as the opportunity asks."""

    unit_ids: list[int]
    figures: list[float]
    units: list[UnitView]


def best_of(
    postings: Postings,
    candidates: BitMap,
    opportunity: OpportunityView,
    *,
    ways: Ways,
    at: datetime,
    most: int,
    after: tuple[float, int] | None = None,
    least: float = WORTH_SHOWING,
) -> Best:
    """The best of the candidates, equals in the order of their ids.

    Args:
        after: the figure and the id after which to go on, as they came last.
        least: who stays far below this figure is left out; the others are for the caller to score with their rows.
    """
    numbers = as_array(candidates)
    figures = _by_class(postings, numbers, opportunity, ways, at) * _places_share(postings, numbers, opportunity)
    figures = np.round(figures, DIGITS)
    kept = figures >= least * UNREAD_MAY_ADD
    if after is not None:
        ids = postings.unit_ids(numbers)
        kept &= (figures < after[0]) | ((figures == after[0]) & (ids > after[1]))
    first = _first(figures[kept], postings.unit_ids(numbers[kept]), most)
    chosen = numbers[kept][first]
    return Best(
        unit_ids=postings.unit_ids(chosen).tolist(),
        figures=figures[kept][first].tolist(),
        units=_views(postings, chosen, ways.pairs_to(opportunity)),
    )


def _first(figures: Floats, ids: NDArray[np.int64], most: int) -> NDArray[np.intp]:
    """Places of the highest figures; where all of one figure do not fit, those with the lowest ids."""
    if len(figures) > most:
        limit = np.partition(figures, len(figures) - most)[len(figures) - most]
        chosen = np.flatnonzero(figures >= limit)
    else:
        chosen = np.arange(len(figures))
    return chosen[np.lexsort((ids[chosen], -figures[chosen]))][:most]


def _by_class(postings: Postings, numbers: Numbers, opportunity: OpportunityView, ways: Ways, at: datetime) -> Floats:
    """For each candidate the score without place, words and conditions."""
    code, codes = np.zeros(len(numbers), np.int64), 1
    for found in _by_part(ways, opportunity):
        graded = _graded(found)
        code = code * (len(graded) + 1) + _grade_of_each(postings, numbers, graded)
        codes *= len(graded) + 1
        if codes > MANY_CODES:
            one_of_each, code = _classes(code)
            codes = len(one_of_each)
    one_of_each, which = _classes(code) if codes > FEW_CODES else _few_classes(code, codes)
    plain = replace(opportunity, places=(), remote=True, rules=(), languages=frozenset(), closes_at=None)
    typical = _views(postings, numbers[one_of_each], ways.pairs_to(opportunity))
    scores = np.array([_score(unit, plain, ways, at) for unit in typical] or [0.0])
    return scores[which]


def _by_part(ways: Ways, opportunity: OpportunityView) -> list[list[Way]]:
    """For each concept named the ways that speak for one part of a match together: of each part the best counts."""
    parts: dict[tuple[object, object, Part], list[Way]] = {}
    for role, asked, found in ways.to(opportunity):
        for way in found:
            parts.setdefault((role, asked, part_of(way.role, way.step)), []).append(way)
    return list(parts.values())


def _classes(code: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """Where one of each class stands, and which class each is of."""
    _, one_of_each, which = np.unique(code, return_index=True, return_inverse=True)
    return one_of_each, which


def _few_classes(code: NDArray[np.int64], codes: int) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """The same without sorting, for codes below a limit."""
    where = np.full(codes, -1, np.intp)
    where[code] = np.arange(len(code))
    there = where >= 0
    return where[there], (np.cumsum(there) - 1)[code]


def _graded(found: Sequence[Way]) -> list[list[Way]]:
    """Ways that are worth the same by the same role and step, together; the best first."""
    grades: dict[tuple[float, str, str], list[Way]] = {}
    for way in found:
        grades.setdefault((-way.worth, way.role, way.step), []).append(way)
    return [grades[key] for key in sorted(grades)]


def _grade_of_each(postings: Postings, numbers: Numbers, graded: Sequence[Sequence[Way]]) -> NDArray[np.uint16]:
    """The place of the best grade that each candidate has, counted from 1; 0 for none."""
    scratch = np.zeros(int(numbers[-1]) + 1 if len(numbers) else 0, np.uint16)
    here = bitmap_of(numbers)
    for place in range(len(graded), 0, -1):
        for way in graded[place - 1]:
            if way.pair in postings.concepts:
                scratch[as_array(postings.concepts[way.pair] & here)] = place
    return scratch[numbers]


def _score(unit: UnitView, opportunity: OpportunityView, ways: Ways, at: datetime) -> float:
    found = Scorer(unit, ways.vocabulary, at, ways.table).assess(opportunity)
    return found.would_be if found else 0.0


def _places_share(postings: Postings, numbers: Numbers, opportunity: OpportunityView) -> Floats:
    """What the place leaves of each candidate's score; 0 outside the publisher's radius."""
    if opportunity.remote or len(opportunity.places) != 1:
        anywhere = stand(UnitView(id=0), replace(opportunity, places=()))
        return np.full(len(numbers), anywhere.factor(opportunity.nearness))
    columns, place = postings.units.columns, opportunity.places[0]
    shares = _by_names(opportunity, postings.units.places)[columns.place[numbers]]
    if place.point is None:
        return shares
    apart = kilometres(columns.latitude[numbers], columns.longitude[numbers], place.point)
    known = ~np.isnan(apart)
    shares[known] = _by_distance(apart[known], place, opportunity)
    return shares


def _by_names(opportunity: OpportunityView, places: Sequence[tuple[str, str]]) -> Floats:
    """The same for units of which only the place's names are known: the scorer is asked once for all places alike to it."""
    asked, known = opportunity.places[0], {}
    shares = np.zeros(max(len(places), 1))
    for code, (state, district) in enumerate(places):
        key = bool(state), state == asked.state, bool(district) and district == asked.district
        if key not in known:
            known[key] = stand(UnitView(id=0, state=state, district=district), opportunity).factor(opportunity.nearness)
        shares[code] = known[key]
    return shares


def _by_distance(apart: Floats, place: Place, opportunity: OpportunityView) -> Floats:
    factors = np.array([Standing(band).factor(opportunity.nearness) for band in BANDS])
    shares: Floats = factors[np.searchsorted([limit for limit, _ in LIMITS_KM], apart)]
    if place.radius_km is not None:
        shares[apart > place.radius_km] = 0.0
    return shares


def kilometres(latitude: Floats, longitude: Floats, point: Point) -> Floats:
    """`place.distance_km` of many at once."""
    north, other_north = np.radians(latitude), np.radians(point.latitude)
    half_east = np.sin(np.radians(point.longitude - longitude) / 2)
    half_north = np.sin((other_north - north) / 2)
    inside = half_north**2 + np.cos(north) * np.cos(other_north) * half_east**2
    apart: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(inside))
    return apart


def _views(postings: Postings, numbers: Numbers, pairs: set[Pair]) -> list[UnitView]:
    """What matching asks about these units, as far as the postings know it: no facts, words or languages."""
    concepts: dict[int, dict[UnitRole, dict[object, float]]] = {int(number): {} for number in numbers}
    here = bitmap_of(np.sort(numbers))
    for role, own in sorted(pairs, key=str):
        for number in postings.concepts.get((role, own), BitMap()) & here:
            concepts[number].setdefault(role, {})[own] = 1.0
    columns, places = postings.units.columns, postings.units.places
    known = (columns.ids, columns.latitude, columns.longitude, columns.place)
    return [
        UnitView(
            id=unit_id,
            concepts=concepts[number],  # type: ignore[arg-type]
            point=None if isnan(latitude) else Point(latitude, longitude),
            state=places[place][0],
            district=places[place][1],
        )
        for number, unit_id, latitude, longitude, place in zip(
            numbers.tolist(), *(column[numbers].tolist() for column in known), strict=True
        )
    ]
