"""Puts a unit's opportunities in order, spreading attention fairly, and learns from "not for me".

The order is the match's score, damped where attention would be wasted or hoarded: opportunities that have nearly all
the answers they can take, publishers shown too often, one thing after the other that is for everybody, and what resembles
something the owner put away. Then room is made for what names the unit's own things (``fairness.with_room``). Both move an
opportunity down the list; they never hide it and never change the match itself.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from math import prod
from typing import Final

from virtualclusters.matching.answers import ANSWERS, Answers
from virtualclusters.matching.capability import Known
from virtualclusters.matching.fairness import with_room
from virtualclusters.matching.place import distance_km
from virtualclusters.matching.reasons import Match, explain
from virtualclusters.matching.relations import Vocabulary
from virtualclusters.matching.scoring import WORTH_SHOWING, Assessment, Scorer
from virtualclusters.matching.values import ConceptId, Id, OpportunityView, Point, UnitView

FULL_LEAVES: Final = 0.5
"""What is left for an opportunity that has all the answers it can take: a place on a waiting list."""
MANY_ANSWERS: Final = 20
"""Answers after which an opportunity without a limit counts as half full."""
REPEATED_PUBLISHER_LEAVES: Final = 0.93
"""What each earlier showing of the same publisher, in this list or lately, leaves."""
PUBLISHER_AT_LEAST: Final = 0.6
REPEATED_GENERAL_LEAVES: Final = 0.9
"""What each earlier one for everybody leaves to the next: a page of schemes for every firm hides the buyer who asks for hers."""
GENERAL_AT_LEAST: Final = 0.6
DISMISSED_LEAVES: Final = 0.6
"""What is left when an opportunity fully resembles one that was put away for the same reason."""
SAME_PLACE_KM: Final = 50.0


class NotForMe(StrEnum):
    """Why an owner put an opportunity away."""

    WRONG_PLACE = "wrong_place"
    NOT_MY_PRODUCT = "not_my_product"
    TOO_BIG = "too_big"
    TOO_SMALL = "too_small"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Dismissal:
    """An opportunity the owner put away, with the reason. It is not shown again; others like it are damped."""

    opportunity: OpportunityView
    why: NotForMe


class Damped(StrEnum):
    """Why an opportunity stands lower than its score."""

    CROWDED = "crowded"
    SAME_PUBLISHER = "same_publisher"
    GENERAL = "general"
    LIKE_DISMISSED = "like_dismissed"
    MADE_ROOM = "made_room"


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row of the list: the match, the figure that ordered it before room was made, and what damped it."""

    match: Match
    weight: float
    damped: frozenset[Damped]


@dataclass(frozen=True, slots=True)
class _Weighed:
    assessment: Assessment
    weight: float
    damped: frozenset[Damped]


def rank(
    unit: UnitView,
    opportunities: Iterable[OpportunityView],
    *,
    vocabulary: Vocabulary,
    at: datetime,
    table: Mapping[str, Answers] = ANSWERS,
    shown: Mapping[Id, int] | None = None,
    dismissed: Sequence[Dismissal] = (),
    least: float = WORTH_SHOWING,
    most: int = 50,
) -> list[Ranked]:
    """The opportunities worth this unit's attention, best first, explained.

    `shown` counts how often each publisher was lately shown to this unit. `least` is the lowest score that is listed (0
    for an organiser who wants the full list, blocked ones last); only the first `most` are explained and returned.
    Equal weights stand in the order of closing day, then id, so that the same question always gets the same list.
    """
    return ordered(
        unit, opportunities, vocabulary=vocabulary, at=at, table=table, shown=shown, dismissed=dismissed, least=least
    ).explained(0, most)


@dataclass(frozen=True, slots=True)
class Ordering:
    """Opportunities in order. They are explained on demand: explaining one costs as much as ordering a hundred.

    `blocked` are those that would be worth showing, were there not something that ends them; best first.
    """

    scorer: Scorer
    weighed: tuple[_Weighed, ...]
    blocked: tuple[Assessment, ...] = ()

    def __len__(self) -> int:
        return len(self.weighed)

    def explained(self, first: int, most: int) -> list[Ranked]:
        """At most so many rows from one on, the best being number 0, each explained."""
        chosen = self.weighed[first : first + most]
        return [Ranked(explain(self.scorer, one.assessment), one.weight, one.damped) for one in chosen]

    def matches_with(self, opportunities: Collection[Id]) -> dict[Id, Match]:
        """The matches with these opportunities, of those that are listed, by the opportunity's id."""
        chosen = [one.assessment for one in self.weighed if one.assessment.opportunity.id in opportunities]
        return {one.opportunity.id: explain(self.scorer, one) for one in chosen}


def ordered(
    unit: UnitView,
    opportunities: Iterable[OpportunityView],
    *,
    vocabulary: Vocabulary,
    at: datetime,
    table: Mapping[str, Answers] = ANSWERS,
    shown: Mapping[Id, int] | None = None,
    dismissed: Sequence[Dismissal] = (),
    least: float = WORTH_SHOWING,
    known: Known | None = None,
) -> Ordering:
    """What ``rank`` lists, before anything is explained. ``known`` is what was unfolded of the unit before."""
    scorer = Scorer(unit, vocabulary, at, table, known)
    put_away = {dismissal.opportunity.id for dismissal in dismissed}
    each = (scorer.assess(opportunity, least) for opportunity in opportunities if opportunity.id not in put_away)
    assessed = [one for one in each if one is not None and one.would_be >= least]
    weighed = [_weigh(one, dismissed) for one in assessed if one.score >= least]
    blocked = sorted((one for one in assessed if one.blocked), key=_would_be)
    spread = _spread(sorted(weighed, key=_order), shown or {})
    return Ordering(scorer, tuple(_with_room(spread)), tuple(blocked))


def rank_units(
    opportunity: OpportunityView,
    units: Iterable[UnitView],
    *,
    vocabulary: Vocabulary,
    at: datetime,
    table: Mapping[str, Answers] = ANSWERS,
    least: float = WORTH_SHOWING,
) -> list[tuple[Id, Match]]:
    """The units that one opportunity concerns, best first, each with its match explained. For the worker.

    Attention is not spread here: whom an alert reaches is decided by each unit's own list.
    """
    found = []
    for unit in units:
        scorer = Scorer(unit, vocabulary, at, table)
        assessment = scorer.assess(opportunity, least)
        if assessment is not None and assessment.score >= least:
            found.append((unit.id, explain(scorer, assessment)))
    return sorted(found, key=lambda pair: (-round(pair[1].score, 9), -round(pair[1].would_be, 9), str(pair[0])))


def match(
    unit: UnitView,
    opportunity: OpportunityView,
    *,
    vocabulary: Vocabulary,
    at: datetime,
    table: Mapping[str, Answers] = ANSWERS,
) -> Match | None:
    """One unit and one opportunity, explained, whatever the score; None when nothing at all connects them."""
    scorer = Scorer(unit, vocabulary, at, table)
    assessment = scorer.assess(opportunity)
    return None if assessment is None else explain(scorer, assessment)


def crowding_factor(opportunity: OpportunityView) -> float:
    """What the answers already given leave: 1.0 for none, half for full, the last places costing most."""
    taken = opportunity.answers_taken
    if opportunity.most_answers is None:
        fullness = taken / (taken + MANY_ANSWERS)
    else:
        fullness = min(1.0, taken / opportunity.most_answers) if opportunity.most_answers else 1.0
    return 1 - (1 - FULL_LEAVES) * fullness**2


def likeness(opportunity: OpportunityView, dismissal: Dismissal) -> float:
    """How much an opportunity resembles a dismissed one in what it was dismissed for, from 0 to 1."""
    other = dismissal.opportunity
    if dismissal.why is NotForMe.WRONG_PLACE:
        return _same_place(opportunity, other)
    if dismissal.why is NotForMe.NOT_MY_PRODUCT:
        return _shared(_concepts(opportunity), _concepts(other))
    if opportunity.value_lakh is None or other.value_lakh is None:
        return 0.0
    if dismissal.why is NotForMe.TOO_BIG:
        return float(opportunity.value_lakh >= other.value_lakh)
    return float(dismissal.why is NotForMe.TOO_SMALL and opportunity.value_lakh <= other.value_lakh)


def _weigh(assessment: Assessment, dismissed: Sequence[Dismissal]) -> _Weighed:
    opportunity = assessment.opportunity
    crowding = crowding_factor(opportunity)
    like = max((likeness(opportunity, dismissal) for dismissal in dismissed), default=0.0)
    factors = {Damped.CROWDED: crowding, Damped.LIKE_DISMISSED: 1 - (1 - DISMISSED_LEAVES) * like}
    weight = assessment.score * factors[Damped.CROWDED] * factors[Damped.LIKE_DISMISSED]
    return _Weighed(assessment, weight, frozenset(why for why, factor in factors.items() if factor < 1))


def _spread(weighed: Sequence[_Weighed], shown: Mapping[Id, int]) -> list[_Weighed]:
    """Damps each publisher's later showings, counting what was shown lately, and what is for everybody after the first; sorts again."""
    seen: Counter[Id] = Counter(dict(shown))
    spread, general = [], 0
    for one in weighed:
        publisher, is_general = one.assessment.opportunity.publisher, one.assessment.open_to_all
        factors = {
            Damped.SAME_PUBLISHER: max(PUBLISHER_AT_LEAST, REPEATED_PUBLISHER_LEAVES ** seen[publisher]),
            Damped.GENERAL: max(GENERAL_AT_LEAST, REPEATED_GENERAL_LEAVES**general) if is_general else 1.0,
        }
        seen[publisher], general = seen[publisher] + 1, general + is_general
        damped = one.damped | {why for why, factor in factors.items() if factor < 1}
        spread.append(_Weighed(one.assessment, one.weight * prod(factors.values()), damped))
    return sorted(spread, key=_order)


def _with_room(spread: Sequence[_Weighed]) -> list[_Weighed]:
    """What is general gives way where it holds more than its places; what stands lower for it says so."""
    made = with_room(
        spread,
        is_general=lambda one: one.assessment.is_general,
        is_own=lambda one: one.assessment.goes_first,
    )
    before = {one.assessment.opportunity.id: place for place, one in enumerate(spread) if one.assessment.is_general}
    return [
        replace(one, damped=one.damped | {Damped.MADE_ROOM})
        if before.get(one.assessment.opportunity.id, place) < place
        else one
        for place, one in enumerate(made)
    ]


def _order(one: _Weighed) -> tuple[float, float, bool, float, str]:
    closes = one.assessment.opportunity.closes_at
    return (
        -round(one.weight, 9),
        -round(one.assessment.would_be, 9),
        closes is None,
        closes.timestamp() if closes else 0.0,
        str(one.assessment.opportunity.id),
    )


def _would_be(one: Assessment) -> tuple[float, str]:
    return -round(one.would_be, 9), str(one.opportunity.id)


def _concepts(opportunity: OpportunityView) -> frozenset[ConceptId]:
    return frozenset(concept for concepts in opportunity.concepts.values() for concept in concepts)


def _shared(one: frozenset[ConceptId], other: frozenset[ConceptId]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _same_place(one: OpportunityView, other: OpportunityView) -> float:
    if one.remote or other.remote:
        return 0.0
    near = any(distance_km(here, there) <= SAME_PLACE_KM for here in _points(one) for there in _points(other))
    return float(near or bool(_named(one) & _named(other)))


def _points(opportunity: OpportunityView) -> list[Point]:
    return [place.point for place in opportunity.places if place.point is not None]


def _named(opportunity: OpportunityView) -> set[tuple[str, str]]:
    return {(place.state, place.district) for place in opportunity.places if place.district}
