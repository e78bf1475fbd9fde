"""What speaks for a match, each part from 0 (nothing) to 1: the features of the score. More of any never lowers it."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from math import sqrt
from typing import Final

from virtualclusters.matching.answers import Step
from virtualclusters.matching.capability import (
    Evidence,
    Hit,
    coverage,
    rarity,
)
from virtualclusters.matching.phrases import UNUSUAL_WORD, Phrases, alike
from virtualclusters.matching.relations import Vocabulary
from virtualclusters.matching.rules import Answer, Eligibility, Rule
from virtualclusters.matching.values import ConceptId, OpportunityView, UnitRole

MEANS_THE_SAME: Final = 0.6
"""What the very concept counts as a phrase, at least: a title of many words is like no name, and still asks for the thing."""
WORDS_THAT_SATISFY: Final = 2.0
"""Two rare words in common are as good as words get."""


class Part(StrEnum):
    """One thing that speaks for a match."""

    MAKES = "makes"  # the unit makes or can do what is named, a kind of it or the wider thing
    NEEDS = "needs"  # the unit needs it
    USES = "uses"  # the unit works with it
    SERVES = "serves"  # it is for what the unit makes, or what the unit makes is for it, or stands beside it
    TRADE = "trade"  # it is for the unit's whole trade: for all who make food
    FOR_TRADE = "for_trade"  # what is named is for all of the unit's trade: a course on hygiene, for all who make food
    COVERAGE = "coverage"  # how much of all that is named the unit answers
    PHRASE = "phrase"  # what the unit makes, as typed or by its name, and what is named are called alike
    WORDS = "words"  # words in common that no concept covers
    EVERYBODY = "everybody"  # it is for everybody who meets the conditions
    RESERVED = "reserved"  # it is reserved for owners like these
    CERTIFIED = "certified"  # the unit holds a certificate that is asked


Parts = Mapping[Part, float]

SAYS_WHAT_IT_IS_CALLED: Final = (UnitRole.MAKES, UnitRole.CAN)
"""What a unit makes or does itself is compared by its names with what is named; not what it needs or works with."""
BY_CONDITIONS: Final = (Part.RESERVED, Part.CERTIFIED)
_OF_FACT: Final = {"ownership": Part.RESERVED, "certificates": Part.CERTIFIED}
_OF_ROLE: Final = {UnitRole.NEEDS: Part.NEEDS, UnitRole.USES: Part.USES, UnitRole.HOLDS: Part.USES}
_ASIDE: Final = {Step.SERVES, Step.SERVED, Step.BESIDE}


def of_concepts(found: Sequence[Hit], opportunity: OpportunityView, vocabulary: Vocabulary) -> dict[Part, float]:
    """The parts that concepts give: of each the best hit, and how much is covered."""
    parts: dict[Part, float] = {}
    for hit in found:
        weight = hit.weight * rarity(hit.asked, vocabulary)
        for one in hit.evidence:
            part = part_of(one)
            parts[part] = max(parts.get(part, 0.0), one.worth * weight)
    if found:
        parts[Part.COVERAGE] = coverage(found, opportunity, vocabulary)
    if same := max(_called(found, opportunity, vocabulary), MEANS_THE_SAME * _meant(found, opportunity, vocabulary)):
        parts[Part.PHRASE] = same
    return parts


def _called(found: Sequence[Hit], opportunity: OpportunityView, vocabulary: Vocabulary) -> float:
    """How like what is named the things are called that answer it: in any script, whatever the unit itself typed."""
    own = {one.own for hit in found for one in hit.evidence if one.role in SAYS_WHAT_IT_IS_CALLED and not one.trade}
    return max((called_like(concept, opportunity, vocabulary) for concept in own), default=0.0)


def _meant(found: Sequence[Hit], opportunity: OpportunityView, vocabulary: Vocabulary) -> float:
    """The cosine of all that is named with the one thing of it that the unit makes or does itself."""
    own = max((_squared(hit.asked, vocabulary) for hit in found if _is_its_own(hit)), default=0.0)
    if not own:
        return 0.0
    named = sum(_squared(concept, vocabulary) for concepts in opportunity.concepts.values() for concept in concepts)
    return sqrt(own / named)


def _is_its_own(hit: Hit) -> bool:
    return any(one.step is Step.SAME and one.role in SAYS_WHAT_IT_IS_CALLED for one in hit.evidence)


def _squared(concept: ConceptId, vocabulary: Vocabulary) -> float:
    return rarity(concept, vocabulary) ** 2


def called_like(concept: ConceptId, opportunity: OpportunityView, vocabulary: Vocabulary) -> float:
    """How like the opportunity's phrases a concept is called, by the likest of its names: 0 to 1."""
    likeness = (
        alike(name, phrase, vocabulary.word_rarity)
        for name in vocabulary.names.get(concept, ())
        for phrase in opportunity.phrases
    )
    return max(likeness, default=0.0)


def part_of(one: Evidence) -> Part:
    """The part that a way of answering speaks for."""
    if one.trade:
        return Part.TRADE if one.step is Step.KIND_OF else Part.FOR_TRADE
    return _OF_ROLE.get(one.role, Part.SERVES if one.step in _ASIDE else Part.MAKES)


def of_text(
    phrases: Phrases, words: frozenset[str], opportunity: OpportunityView, vocabulary: Vocabulary
) -> dict[Part, float]:
    """The parts that typed text gives: the phrase most alike, and the words in common."""
    nearest = max(map(phrases.nearest, opportunity.phrases), default=0.0)
    if not (nearest or words):
        return {}
    common = sum(vocabulary.word_rarity.get(word, UNUSUAL_WORD) for word in words) / WORDS_THAT_SATISFY
    given = {Part.PHRASE: nearest, Part.WORDS: min(1.0, common)}
    return {part: value for part, value in given.items() if value}


def at_best(rules: Iterable[Rule]) -> dict[Part, float]:
    """The parts that conditions could give, were all of them met."""
    return {_OF_FACT[rule.fact]: 1.0 for rule in rules if rule.fact in _OF_FACT}


def of_conditions(eligibility: Eligibility) -> dict[Part, float]:
    """The parts that met conditions give: being of the group it is reserved for, holding what is asked."""
    met = {verdict.rule.fact for verdict in eligibility.of(Answer.YES)}
    return {part: 1.0 for fact, part in _OF_FACT.items() if fact in met}
