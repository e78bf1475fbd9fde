"""Which of many candidates come first: one figure for all at once, exact but for words and conditions, which are read later.

Candidates fall into classes by what they have that answers. The scorer itself is asked once a class, and the place's share is worked
out for all in one go: so a change of the score changes this order with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import isnan
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from virtualclusters.matching.parts import SAYS_WHAT_IT_IS_CALLED, called_like
from virtualclusters.matching.place import EARTH_RADIUS_KM, LIMITS_KM, Band, Standing, stand
from virtualclusters.matching.postings.bitmaps import as_array, bitmap_of
from virtualclusters.matching.postings.reaching import Pair, Ways
from virtualclusters.matching.postings.sets import Postings
from virtualclusters.matching.postings.units import Floats, Numbers
from virtualclusters.matching.scoring import WORTH_SHOWING, Scorer
from virtualclusters.matching.values import OpportunityView, Place, Point, UnitRole, UnitView

Hashes = NDArray[np.uint64]

DIGITS: Final = 9
"""Figures are compared to so many digits, as `rank_units` does."""
FEW_GROUPS: Final = 16
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
    turn: int = 0,
    least: float = WORTH_SHOWING,
) -> Best:
    """The best of the candidates, equals in an order of their own for each turn, so that the same ones do not always come first.

    Args:
        turn: what they take turns in: the id of the opportunity.
        after: the figure and the id after which to go on, as they came last.
        least: who stays far below this figure is left out; the others are for the caller to score with their rows.
    """
    numbers = as_array(candidates)
    figures = _by_class(postings, numbers, opportunity, ways, at) * _places_share(postings, numbers, opportunity)
    figures = np.round(figures, DIGITS)
    kept = figures >= least * UNREAD_MAY_ADD
    if after is not None:
        last = in_turn(np.array([after[1]]), turn)[0]
        order = in_turn(postings.unit_ids(numbers), turn)
        kept &= (figures < after[0]) | ((figures == after[0]) & (order > last))
    first = _first(figures[kept], in_turn(postings.unit_ids(numbers[kept]), turn), most)
    chosen = numbers[kept][first]
    return Best(
        unit_ids=postings.unit_ids(chosen).tolist(),
        figures=figures[kept][first].tolist(),
        units=_views(postings, chosen, ways.pairs_to(opportunity)),
    )


def in_turn(ids: NDArray[np.int64], turn: int) -> Hashes:
    """A number for each id by which equals stand in line in this turn; no two ids have the same (splitmix64 is one to one)."""
    seed = (turn * 0x9E3779B97F4A7C15 + 1) % 2**64
    mixed = ids.astype(np.uint64) ^ np.uint64(seed)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return mixed ^ (mixed >> np.uint64(31))


def _first(figures: Floats, order: Hashes, most: int) -> NDArray[np.intp]:
    """Places of the highest figures; where all of one figure do not fit, those that stand first in line."""
    if len(figures) > most:
        limit = np.partition(figures, len(figures) - most)[len(figures) - most]
        chosen = np.flatnonzero(figures >= limit)
    else:
        chosen = np.arange(len(figures))
    return chosen[np.lexsort((order[chosen], -figures[chosen]))][:most]


def _by_class(postings: Postings, numbers: Numbers, opportunity: OpportunityView, ways: Ways, at: datetime) -> Floats:
    """For each candidate the score without place, words and conditions."""
    one_of_each, which = _classes(postings, numbers, _alike(opportunity, ways))
    plain = replace(opportunity, places=(), remote=True, rules=(), languages=frozenset(), closes_at=None)
    typical = _views(postings, numbers[one_of_each], ways.pairs_to(opportunity))
    scores = np.array([_score(unit, plain, ways, at) for unit in typical] or [0.0])
    return scores[which]


def _alike(opportunity: OpportunityView, ways: Ways) -> list[list[Pair]]:
    """Pairs that answer the same concepts by the same steps, are worth the same and called as alike: to have one is to have any."""
    answers: dict[Pair, list[tuple[int, str, float, bool]]] = {}
    for place, (_, _, found) in enumerate(ways.to(opportunity)):
        for way in found:
            answers.setdefault(way.pair, []).append((place, way.step, way.worth, way.trade))
    groups: dict[tuple[object, ...], list[Pair]] = {}
    for pair, given in answers.items():
        called = called_like(pair[1], opportunity, ways.vocabulary) if pair[0] in SAYS_WHAT_IT_IS_CALLED else 0.0
        groups.setdefault((pair[0], called, *sorted(given)), []).append(pair)
    return list(groups.values())


def _classes(
    postings: Postings, numbers: Numbers, groups: Sequence[Sequence[Pair]]
) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """Where one candidate of each class stands, and which class each is of: those of a class have the same groups."""
    here, there = bitmap_of(numbers), []
    for group in groups:
        having = [postings.concepts[pair] & here for pair in group if pair in postings.concepts]
        if any(having):
            there.append(as_array(BitMap.union(*having)))
    code = np.zeros(int(numbers[-1]) + 1 if len(numbers) else 0, np.uint64)
    few = len(there) <= FEW_GROUPS
    marks = [1 << place for place in range(len(there))] if few else _large_marks(len(there))
    for mark, members in zip(marks, there, strict=True):
        code[members] += np.uint64(mark)
    return _few_classes(code[numbers].astype(np.int64), 1 << len(there)) if few else _many_classes(code[numbers])


def _large_marks(count: int) -> list[int]:
    """Numbers of which no two sums are alike, but for a chance in 2 to the power of 64."""
    chance = np.random.default_rng(0)
    return [int(mark) for mark in chance.integers(0, 2**64, count, dtype=np.uint64)]


def _many_classes(code: NDArray[np.uint64]) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    _, one_of_each, which = np.unique(code, return_index=True, return_inverse=True)
    return one_of_each, which


def _few_classes(code: NDArray[np.int64], codes: int) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """The same without sorting."""
    where = np.full(codes, -1, np.intp)
    where[code] = np.arange(len(code))
    there = where >= 0
    return where[there], (np.cumsum(there) - 1)[code]


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
