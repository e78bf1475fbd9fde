"""What speaks for a match, each part from 0 (nothing) to 1: the features of the score. More of any never lowers it."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from math import sqrt
from typing import Final

from virtualclusters.matching.answers import Step
from virtualclusters.matching.capability import (
    Hit,
    coverage,
    rarity,
)
from virtualclusters.matching.phrases import UNUSUAL_WORD, Phrases
from virtualclusters.matching.relations import Vocabulary
from virtualclusters.matching.rules import Answer, Eligibility, Rule
from virtualclusters.matching.values import ConceptId, OpportunityView, UnitRole

MEANS_THE_SAME: Final = 0.6
"""What the very concept counts as a phrase, so that no script stands behind for want of words in common. More would cost quality."""
WORDS_THAT_SATISFY: Final = 2.0
"""Two rare words in common are as good as words get."""


class Part(StrEnum):
    """One thing that speaks for a match."""

    MAKES = "makes"  # the unit makes or can do what is named, a kind of it or the wider thing
    NEEDS = "needs"  # the unit needs it
    USES = "uses"  # the unit works with it
    SERVES = "serves"  # it is for what the unit makes, or what the unit makes is for it, or stands beside it
    COVERAGE = "coverage"  # how much of all that is named the unit answers
    PHRASE = "phrase"  # what the unit makes and what is named are typed alike, or mean the same
    WORDS = "words"  # words in common that no concept covers
    EVERYBODY = "everybody"  # it is for everybody who meets the conditions
    RESERVED = "reserved"  # it is reserved for owners like these
    CERTIFIED = "certified"  # the unit holds a certificate that is asked


Parts = Mapping[Part, float]

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
            part = part_of(one.role, one.step)
            parts[part] = max(parts.get(part, 0.0), one.worth * weight)
    if found:
        parts[Part.COVERAGE] = coverage(found, opportunity, vocabulary)
    if meant := _meant(found, opportunity, vocabulary):
        parts[Part.PHRASE] = MEANS_THE_SAME * meant
    return parts


def _meant(found: Sequence[Hit], opportunity: OpportunityView, vocabulary: Vocabulary) -> float:
    """The cosine of all that is named with the one thing of it that the unit makes or does itself."""
    own = max((_squared(hit.asked, vocabulary) for hit in found if _is_its_own(hit)), default=0.0)
    if not own:
        return 0.0
    named = sum(_squared(concept, vocabulary) for concepts in opportunity.concepts.values() for concept in concepts)
    return sqrt(own / named)


def _is_its_own(hit: Hit) -> bool:
    return any(one.step is Step.SAME and one.role in (UnitRole.MAKES, UnitRole.CAN) for one in hit.evidence)


def _squared(concept: ConceptId, vocabulary: Vocabulary) -> float:
    return rarity(concept, vocabulary) ** 2


def part_of(role: UnitRole, step: Step) -> Part:
    """The part that a way of answering speaks for."""
    return _OF_ROLE.get(role, Part.SERVES if step in _ASIDE else Part.MAKES)


def of_text(
    phrases: Phrases, words: frozenset[str], opportunity: OpportunityView, vocabulary: Vocabulary
) -> dict[Part, float]:
    """The parts that typed text gives: the phrase most alike, and the words in common."""
    alike = max(map(phrases.nearest, opportunity.phrases), default=0.0)
    if not (alike or words):
        return {}
    common = sum(vocabulary.word_rarity.get(word, UNUSUAL_WORD) for word in words) / WORDS_THAT_SATISFY
    given = {Part.PHRASE: alike, Part.WORDS: min(1.0, common)}
    return {part: value for part, value in given.items() if value}


def at_best(rules: Iterable[Rule]) -> dict[Part, float]:
    """The parts that conditions could give, were all of them met."""
    return {_OF_FACT[rule.fact]: 1.0 for rule in rules if rule.fact in _OF_FACT}


def of_conditions(eligibility: Eligibility) -> dict[Part, float]:
    """The parts that met conditions give: being of the group it is reserved for, holding what is asked."""
    met = {verdict.rule.fact for verdict in eligibility.of(Answer.YES)}
    return {part: 1.0 for fact, part in _OF_FACT.items() if fact in met}
