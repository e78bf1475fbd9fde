"""Why a match is shown, and what speaks against it: codes with their parameters, each proven by the deletion test.

A reason for is shown only if the score falls when its input is taken away; a reason against only if the score rises.
`sentences.py` puts them into words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, cast

from virtualclusters.matching.answers import Step
from virtualclusters.matching.capability import Hit
from virtualclusters.matching.parts import Part
from virtualclusters.matching.place import Band
from virtualclusters.matching.relations import Link
from virtualclusters.matching.rules import Answer, Change, Eligibility, Verdict
from virtualclusters.matching.scoring import Assessment, Blocked, Scorer
from virtualclusters.matching.values import ConceptId, Id, OpportunityRole, OpportunityView, UnitRole, UnitView

SHOWN_FOR: Final = 2
SHOWN_AGAINST: Final = 1
SMALLEST_EFFECT: Final = 0.005
"""A reason that moves the score by less is true but not worth a line."""


class About(StrEnum):
    """What a reason speaks of."""

    CONCEPT = "concept"
    PLACE = "place"
    CONDITION = "condition"
    LANGUAGE = "language"
    WORDS = "words"
    PHRASE = "phrase"
    WON = "won"
    OPEN_TO_ALL = "open_to_all"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. Only the fields its `about` names are filled.

    CONCEPT: `role`, `step`, `link`, `own` (the unit's concepts, best first) and `asked` (the opportunity's).
    PLACE: `band`, `distance_km`, `radius_km` when the unit stands outside it. CONDITION: `verdict`.
    WORDS: `words`. `effect` is by how much the score moves without it. `everywhere` says that the unit's concepts are meant
    in whatever role it has them: each alone would be made up for by the others.
    """

    about: About
    effect: float = 0.0
    role: UnitRole | None = None
    step: Step | None = None
    link: Link | None = None
    own: tuple[ConceptId, ...] = ()
    asked: ConceptId | None = None
    band: Band | None = None
    distance_km: float | None = None
    radius_km: float | None = None
    verdict: Verdict | None = None
    words: tuple[str, ...] = ()
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A unit and an opportunity, scored and explained."""

    opportunity_id: Id
    score: float
    would_be: float
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    eligibility: Eligibility
    distance_km: float | None
    place_band: Band
    blocked: Blocked | None


def explain(scorer: Scorer, assessment: Assessment) -> Match:
    """The match with the reasons that survive the deletion test: at most two for, one against, the strongest first."""
    tested = [_tested(scorer, assessment, reason) for reason in _candidates(scorer, assessment)]
    reasons_for = _strongest(tested, sign=1, most=SHOWN_FOR) or _all_hits_together(scorer, assessment)
    return Match(
        opportunity_id=assessment.opportunity.id,
        score=assessment.score,
        would_be=assessment.would_be,
        reasons_for=reasons_for,
        reasons_against=_strongest(tested, sign=-1, most=SHOWN_AGAINST),
        eligibility=assessment.eligibility,
        distance_km=assessment.standing.distance_km,
        place_band=assessment.standing.band,
        blocked=assessment.blocked,
    )


def what_would_change(match: Match) -> tuple[Change, ...]:
    """The smallest changes that would turn this match's noes, what the owner can do first, hard ones before soft.

    For a match without noes: what to tell so that unknown conditions are answered.
    """
    noes = match.eligibility.of(Answer.NO) or match.eligibility.of(Answer.NOT_KNOWN)
    found = [(verdict.rule, verdict.change) for verdict in noes if verdict.change is not None]
    ordered = sorted(found, key=lambda pair: (not pair[0].hard, not pair[1].in_reach, pair[0].fact))
    return tuple(change for _, change in ordered)


def without(reason: Reason, unit: UnitView, opportunity: OpportunityView) -> tuple[UnitView, OpportunityView]:
    """The same two with the reason's input taken away: what it rests on is not known, or was never there."""
    return _WITHOUT[reason.about](reason, unit, opportunity)


def _candidates(scorer: Scorer, assessment: Assessment) -> Iterator[Reason]:
    yield from _of_different_things(_from_hit(hit) for hit in assessment.hits)
    if assessment.words:
        yield Reason(About.WORDS, words=tuple(sorted(assessment.words)))
    if Part.PHRASE in assessment.parts and scorer.unit.phrases:
        yield Reason(About.PHRASE)
    if assessment.won.value:
        yield Reason(About.WON)
    if assessment.open_to_all:
        yield Reason(About.OPEN_TO_ALL)
    standing = assessment.standing
    if standing.band not in (Band.ANYWHERE, Band.NOT_KNOWN):
        outside = standing.outside_radius_km
        yield Reason(About.PLACE, band=standing.band, distance_km=standing.distance_km, radius_km=outside)
    yield from (Reason(About.CONDITION, verdict=verdict) for verdict in assessment.eligibility.verdicts)
    if assessment.opportunity.languages:
        yield Reason(About.LANGUAGE)
    if assessment.blocked is Blocked.CLOSED:
        yield Reason(About.CLOSED)


def _of_different_things(reasons: Iterable[Reason]) -> Iterator[Reason]:
    """Without those that rest on nothing but what a better one rests on: who is asked for papad is not told what goes into it."""
    said: set[tuple[UnitRole | None, ConceptId]] = set()
    for reason in reasons:
        rests_on = {(reason.role, own) for own in reason.own}
        if not rests_on <= said:
            yield reason
        said |= rests_on


def _from_hit(hit: Hit) -> Reason:
    best = hit.evidence[0]
    own = tuple(dict.fromkeys(one.own for one in hit.evidence if one.role is best.role and one.step is best.step))
    return Reason(About.CONCEPT, role=best.role, step=best.step, link=best.link, own=own, asked=hit.asked)


def blocks(reason: Reason) -> bool:
    """Whether this reason alone ends a match: closed, a hard no, beyond the publisher's radius."""
    if reason.about is About.CONDITION and reason.verdict is not None:
        return reason.verdict.rule.hard and reason.verdict.answer is Answer.NO
    return reason.about is About.CLOSED or reason.radius_km is not None


def _tested(scorer: Scorer, assessment: Assessment, reason: Reason) -> Reason:
    """The reason with its effect. What blocks costs the whole score it would be, were all other blocks gone."""
    if blocks(reason):
        return replace(reason, effect=-assessment.would_be)
    unit, opportunity = without(reason, scorer.unit, assessment.opportunity)
    again = scorer.without(unit, opportunity).assess(opportunity)
    return replace(reason, effect=assessment.would_be - (again.would_be if again else 0.0))


def _all_hits_together(scorer: Scorer, assessment: Assessment) -> tuple[Reason, ...]:
    """What the unit has of all that is asked, as one reason: where it has so much that taking one thing away changes nothing."""
    if not assessment.hits:
        return ()
    best = _from_hit(assessment.hits[0])
    own = tuple(dict.fromkeys(one.own for hit in assessment.hits for one in hit.evidence))
    return _strongest([_tested(scorer, assessment, replace(best, own=own, everywhere=True))], sign=1, most=1)


def _strongest(reasons: list[Reason], sign: int, most: int) -> tuple[Reason, ...]:
    chosen = [reason for reason in reasons if reason.effect * sign >= SMALLEST_EFFECT]
    return tuple(sorted(chosen, key=lambda reason: -reason.effect * sign)[:most])


def _without_concepts(reason: Reason, unit: UnitView, opportunity: OpportunityView) -> tuple[UnitView, OpportunityView]:
    roles = tuple(unit.concepts) if reason.everywhere else (cast(UnitRole, reason.role),)
    kept = {
        role: {own: weight for own, weight in unit.concepts[role].items() if own not in reason.own} for role in roles
    }
    return replace(unit, concepts={**unit.concepts, **kept}), opportunity


def _without_place(reason: Reason, unit: UnitView, opportunity: OpportunityView) -> tuple[UnitView, OpportunityView]:
    return replace(unit, point=None, state="", district=""), opportunity


def _without_condition(
    reason: Reason, unit: UnitView, opportunity: OpportunityView
) -> tuple[UnitView, OpportunityView]:
    """A condition that is met rests on what the unit said; one that is not met, or not known, on the rule."""
    verdict = cast(Verdict, reason.verdict)
    rule = verdict.rule
    if verdict.answer is Answer.YES:
        silent = {
            name: value for name, value in unit.facts.items() if name not in RESTS_ON.get(rule.fact, (rule.fact,))
        }
        return replace(unit, facts=silent), opportunity
    return unit, replace(opportunity, rules=tuple(other for other in opportunity.rules if other != rule))


def _without_language(reason: Reason, unit: UnitView, opportunity: OpportunityView) -> tuple[UnitView, OpportunityView]:
    return replace(unit, languages=frozenset()), opportunity


def _without_words(reason: Reason, unit: UnitView, opportunity: OpportunityView) -> tuple[UnitView, OpportunityView]:
    return replace(unit, words=unit.words.difference(reason.words)), opportunity


def _without_phrases(reason: Reason, unit: UnitView, opportunity: OpportunityView) -> tuple[UnitView, OpportunityView]:
    return replace(unit, phrases=()), opportunity


def _without_wins(reason: Reason, unit: UnitView, opportunity: OpportunityView) -> tuple[UnitView, OpportunityView]:
    return replace(unit, wins=()), opportunity


def _without_openness(reason: Reason, unit: UnitView, opportunity: OpportunityView) -> tuple[UnitView, OpportunityView]:
    """As if it were about something else, instead of nothing in particular."""
    named = opportunity.concepts or {OpportunityRole.ABOUT: {SOMETHING_ELSE: 1.0}}
    return unit, replace(opportunity, concepts=named, for_everybody=False)


def _without_closing(reason: Reason, unit: UnitView, opportunity: OpportunityView) -> tuple[UnitView, OpportunityView]:
    return unit, replace(opportunity, closes_at=None)


SOMETHING_ELSE: Final = "(something else)"
RESTS_ON: Final[Mapping[str, tuple[str, ...]]] = {"years_in_business": ("years_in_business", "started_on")}

_Without = Callable[[Reason, UnitView, OpportunityView], tuple[UnitView, OpportunityView]]
_WITHOUT: Final[Mapping[About, _Without]] = {
    About.CONCEPT: _without_concepts,
    About.PLACE: _without_place,
    About.CONDITION: _without_condition,
    About.LANGUAGE: _without_language,
    About.WORDS: _without_words,
    About.PHRASE: _without_phrases,
    About.WON: _without_wins,
    About.OPEN_TO_ALL: _without_openness,
    About.CLOSED: _without_closing,
}
