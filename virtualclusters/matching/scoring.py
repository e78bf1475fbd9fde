"""One figure from 0 to 1 for a unit and an opportunity, and the parts it is made of.

score = base x place x conditions x language.

- *base* is the probability that the opportunity is relevant to the unit, from what speaks for it (`parts`) by learned weights
  (`weights`), topped up by likeness to what the unit won before (`experience`).
- *place* is what the distance leaves (place.FACTORS).
- *conditions* is what unknown hard conditions and missed soft ones leave. A hard no blocks.
- *language* is what a language leaves in which the unit cannot take part.

The score says how likely a match deserves the owner's attention, not how likely a deal is.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from virtualclusters.matching.answers import ANSWERS, Answers
from virtualclusters.matching.capability import Hit, Known, Unfolded, hits, lessened, unfold
from virtualclusters.matching.experience import NONE, Experience, Resemblance
from virtualclusters.matching.parts import Part, Parts, at_best, of_concepts, of_conditions, of_text
from virtualclusters.matching.phrases import Phrases
from virtualclusters.matching.place import Standing, stand
from virtualclusters.matching.relations import Vocabulary
from virtualclusters.matching.rules import Answer, Eligibility, evaluate_all
from virtualclusters.matching.values import OpportunityView, UnitView
from virtualclusters.matching.weights import MODELS

WORTH_SHOWING: Final = 0.24
"""Below this a match is noise: fewer than one in four is worth an owner's time (docs/decisions/matching-second-edition.md)."""

GOES_FIRST: Final = 0.4
"""From here a match that names the unit's own things goes before what is there for everybody; below it is too weak for that."""

LIKE_WHAT_WAS_WON: Final = 0.8
"""What the very same notice as one that was won is worth on its own."""
UNKNOWN_CONDITIONS_COST: Final = 0.15
MISSED_SOFT_CONDITIONS_COST: Final = 0.15
OTHER_LANGUAGE: Final = 0.8
UNKNOWN_LANGUAGE: Final = 0.92


class Blocked(StrEnum):
    """What ends a match, whatever else speaks for it."""

    CLOSED = "closed"
    CONDITION = "condition"
    RADIUS = "radius"


@dataclass(frozen=True, slots=True)
class Assessment:
    """All parts of one score. `would_be` is the score without what blocks; `score` is 0 when something does."""

    opportunity: OpportunityView
    hits: tuple[Hit, ...]
    words: frozenset[str]
    parts: Parts
    won: Resemblance
    open_to_all: bool
    standing: Standing
    eligibility: Eligibility
    blocked: Blocked | None
    would_be: float

    @property
    def goes_first(self) -> bool:
        """Whether it names what the unit has or seeks, and is no weak match."""
        return self.score >= GOES_FIRST and not self.is_general

    @property
    def is_general(self) -> bool:
        """Whether nothing but its being for everybody, or for the unit's whole trade, speaks for it."""
        said = self.words or self.won.value or Part.PHRASE in self.parts
        return self.open_to_all or not (said or any(not one.trade for hit in self.hits for one in hit.evidence))

    @property
    def score(self) -> float:
        return self.would_be if self.blocked is None else 0.0


NOTHING_ASKED: Final = Eligibility(Answer.YES, ())


class Scorer:
    """Scores one unit against any number of opportunities at one moment, unfolding it once a way of matching."""

    def __init__(
        self,
        unit: UnitView,
        vocabulary: Vocabulary,
        at: datetime,
        table: Mapping[str, Answers] = ANSWERS,
        known: Known | None = None,
    ) -> None:
        """``known`` is what was unfolded of the same unit before; it grows."""
        self.unit, self.vocabulary, self.at, self.table = unit, vocabulary, at, table
        self._unfolded: dict[str, Unfolded] = {}
        self._known: Known = {} if known is None else known
        self._experience = Experience(unit.wins, vocabulary.word_rarity)
        self._phrases = Phrases(unit.phrases, vocabulary.word_rarity)

    def assess(self, opportunity: OpportunityView, least: float = 0.0) -> Assessment | None:
        """The parts of the score, or None when nothing connects the two or the score cannot reach `least`.

        Raises:
            KeyError: the table has no row of that name.
        """
        found = hits(self._reach(opportunity.matching), opportunity, self.vocabulary)
        words = self.unit.words & opportunity.words
        won = self._experience.resemblance(opportunity) if self.unit.wins else NONE
        parts = self._parts(opportunity, found, words)
        if not (parts or won.value) or (least and self._at_best(opportunity, parts, won) < least):
            return None
        return self._assessed(opportunity, found, words, parts, won)

    def _parts(self, opportunity: OpportunityView, found: tuple[Hit, ...], words: frozenset[str]) -> dict[Part, float]:
        parts = of_concepts(found, opportunity, self.vocabulary) if found else {}
        if words or self.unit.phrases:
            for part, value in of_text(self._phrases, words, opportunity, self.vocabulary).items():
                parts[part] = max(parts.get(part, 0.0), value)
        return parts | {Part.EVERYBODY: 1.0} if self._is_open_to_all(opportunity) else parts

    def _is_open_to_all(self, opportunity: OpportunityView) -> bool:
        return opportunity.for_everybody and self.table[opportunity.matching].open_to_all

    def without(self, unit: UnitView, opportunity: OpportunityView) -> "Scorer":
        """A scorer for one opportunity and the same unit with less: facts are not known, or concepts were never there."""
        other = Scorer(unit, self.vocabulary, self.at, self.table)
        reached = self._reach(opportunity.matching)
        kept = reached if unit.concepts is self.unit.concepts else lessened(reached, unit, opportunity)
        other._unfolded = {opportunity.matching: kept}
        return other

    def _reach(self, matching: str) -> Unfolded:
        if matching not in self._unfolded:
            self._unfolded[matching] = unfold(self.unit, self.table[matching], self.vocabulary, self._known)
        return self._unfolded[matching]

    def _assessed(
        self,
        opportunity: OpportunityView,
        found: tuple[Hit, ...],
        words: frozenset[str],
        parts: dict[Part, float],
        won: Resemblance,
    ) -> Assessment:
        standing = stand(self.unit, opportunity)
        eligibility = evaluate_all(opportunity.rules, self.unit.facts, self.at) if opportunity.rules else NOTHING_ASKED
        spoken = parts | of_conditions(eligibility)
        would_be = (
            self._base(opportunity, spoken, won)
            * standing.factor(opportunity.nearness)
            * conditions_factor(eligibility)
            * language_factor(self.unit.languages, opportunity.languages)
        )
        blocked = self._blocked(opportunity, eligibility, standing)
        return Assessment(
            opportunity, found, words, spoken, won, Part.EVERYBODY in spoken, standing, eligibility, blocked, would_be
        )

    def _at_best(self, opportunity: OpportunityView, parts: dict[Part, float], won: Resemblance) -> float:
        """The most it can be before its conditions are asked."""
        return self._base(opportunity, parts | at_best(opportunity.rules) if opportunity.rules else parts, won)

    def _base(self, opportunity: OpportunityView, parts: Parts, won: Resemblance) -> float:
        likely = MODELS[self.table[opportunity.matching].sort].probability(parts)
        return likely + (1 - likely) * LIKE_WHAT_WAS_WON * won.value

    def _blocked(self, opportunity: OpportunityView, eligibility: Eligibility, standing: Standing) -> Blocked | None:
        if opportunity.closes_at is not None and opportunity.closes_at <= self.at:
            return Blocked.CLOSED
        if eligibility.answer is Answer.NO:
            return Blocked.CONDITION
        return Blocked.RADIUS if standing.outside_radius_km is not None else None


def conditions_factor(eligibility: Eligibility) -> float:
    """What conditions leave: 1.0 when all are met, less for each hard one not known and each soft one missed.

    A soft one that is not known counts as half missed, so that saying something good of oneself always pays.
    """
    if not eligibility.verdicts:
        return 1.0
    given = Counter((verdict.rule.hard, verdict.answer) for verdict in eligibility.verdicts)
    hard = sum(count for (decides, _), count in given.items() if decides)
    soft = len(eligibility.verdicts) - hard
    unknown = given[True, Answer.NOT_KNOWN]
    missed = given[False, Answer.NO] + given[False, Answer.NOT_KNOWN] / 2
    return (1 - UNKNOWN_CONDITIONS_COST * unknown / max(hard, 1)) * (
        1 - MISSED_SOFT_CONDITIONS_COST * missed / max(soft, 1)
    )


def language_factor(spoken: frozenset[str], held_in: frozenset[str]) -> float:
    """What the language leaves: 1.0 for a shared one or when it does not matter."""
    if not held_in or spoken & held_in:
        return 1.0
    return OTHER_LANGUAGE if spoken else UNKNOWN_LANGUAGE
