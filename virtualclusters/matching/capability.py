"""How well what a unit makes, can do, works with and needs answers what an opportunity names.

A unit is unfolded once into everything it can answer (`unfold`); an opportunity is then a few look-ups. So one unit
stands against ten thousand opportunities within a request.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from virtualclusters.matching.answers import Answer, Answers, Step
from virtualclusters.matching.relations import Link, Vocabulary
from virtualclusters.matching.values import ConceptId, OpportunityRole, OpportunityView, UnitRole, UnitView

EACH_FURTHER_STEP: Final = 0.85
"""What each step after the first along broader concepts leaves of the worth."""
FLOOR_OF_RARITY: Final = 0.8
"""What a hit on the commonest concept is still worth: it is a true match, only one that many share."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A concept of the unit that answers one of an opportunity; `link` is set when one is *for* the other.

    `trade` says that the two meet in the unit's whole trade alone: the opportunity names it, or what is for all of it.
    """

    worth: float
    role: UnitRole
    step: Step
    own: ConceptId
    link: Link | None = None
    trade: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept of the opportunity that the unit answers, with all evidence, the best first.

    `weight` is the concept's own in the opportunity; `value`, from 0 to 1, is the best evidence's by weight and rarity.
    """

    asked: ConceptId
    weight: float
    value: float
    evidence: tuple[Evidence, ...]


Reached = Mapping[ConceptId, tuple[Evidence, ...]]
Unfolded = Mapping[OpportunityRole, Reached]
Known = dict[tuple[Answer, ...], Reached]
"""What one unit reaches by each set of ways: several rows of the table, and roles of a row, share theirs."""
NOTHING: Final[Reached] = {}


def unfold(unit: UnitView, answers: Answers, vocabulary: Vocabulary, known: Known) -> Unfolded:
    """Every concept this unit answers, for each role of an opportunity, with the evidence, best first; ``known`` grows."""
    for ways in answers.by_role.values():
        if ways not in known:
            known[ways] = _sorted(_evidence(unit, ways, vocabulary))
    return {role: known[ways] for role, ways in answers.by_role.items()}


def lessened(unfolded: Unfolded, unit: UnitView, opportunity: OpportunityView) -> Unfolded:
    """What is left of it for one opportunity when the unit has lost concepts: each evidence rests on one thing of its own."""
    left: dict[OpportunityRole, Reached] = {}
    for role, concepts in opportunity.concepts.items():
        reached = unfolded.get(role, NOTHING)
        kept = {concept: _still_there(reached[concept], unit) for concept in concepts.keys() & reached.keys()}
        left[role] = {concept: evidence for concept, evidence in kept.items() if evidence}
    return left


def _still_there(evidence: tuple[Evidence, ...], unit: UnitView) -> tuple[Evidence, ...]:
    return tuple(one for one in evidence if one.own in unit.concepts.get(one.role, {}))


def hits(unfolded: Unfolded, opportunity: OpportunityView, vocabulary: Vocabulary) -> tuple[Hit, ...]:
    """The opportunity's concepts that the unit answers, the best first."""
    found = [
        _hit(concept, concepts[concept], reached[concept], vocabulary)
        for role, concepts in opportunity.concepts.items()
        for reached in (unfolded.get(role, NOTHING),)
        for concept in concepts.keys() & reached.keys()
    ]
    return tuple(sorted(found, key=lambda hit: (-hit.value, str(hit.asked)))) if len(found) > 1 else tuple(found)


def _hit(asked: ConceptId, weight: float, evidence: tuple[Evidence, ...], vocabulary: Vocabulary) -> Hit:
    return Hit(asked, weight, weight * evidence[0].worth * rarity(asked, vocabulary), evidence)


def coverage(found: Sequence[Hit], opportunity: OpportunityView, vocabulary: Vocabulary) -> float:
    """How much of all that is named the unit answers, what is rare counting more: 0 (nothing) to 1 (all, directly)."""
    if not found:
        return 0.0
    named = sum(
        weight * rarity(concept, vocabulary)
        for concepts in opportunity.concepts.values()
        for concept, weight in concepts.items()
    )
    return min(1.0, sum(hit.value for hit in found) / named)


def rarity(concept: ConceptId, vocabulary: Vocabulary) -> float:
    """The weight of a concept by how few name it, from ``FLOOR_OF_RARITY`` to 1."""
    return FLOOR_OF_RARITY + (1 - FLOOR_OF_RARITY) * vocabulary.rarity.get(concept, 1.0)


def _evidence(unit: UnitView, ways: tuple[Answer, ...], vocabulary: Vocabulary) -> Iterator[tuple[ConceptId, Evidence]]:
    for way in ways:
        for own, weight in unit.concepts.get(way.role, {}).items():
            for reached, share, link, trade in _reached(own, way.step, vocabulary):
                if not says_nothing(way, trade=trade):
                    yield reached, Evidence(way.worth * weight * share, way.role, way.step, own, link, trade)


def says_nothing(way: Answer, *, trade: bool) -> bool:
    """Who needs sugar is no maker of food for it: only what a unit makes or does shows its trade."""
    return trade and way.step is Step.KIND_OF and way.role not in (UnitRole.MAKES, UnitRole.CAN)


_Reach = tuple[ConceptId, float, Link | None, bool]


def _reached(own: ConceptId, step: Step, vocabulary: Vocabulary) -> Iterator[_Reach]:
    """What a step leads to, what it leaves of the worth, by which link, and whether it leads over the whole trade."""
    if step is Step.SAME:
        yield own, 1.0, None, False
    elif step is Step.KIND_OF:
        above = vocabulary.above(own).items()
        yield from ((wider, _left(steps), None, vocabulary.is_trade(wider)) for wider, steps in above)
    elif step is Step.WIDER:
        yield from ((kind, _left(steps), None, False) for kind, steps in vocabulary.below(own).items())
    elif step is Step.BESIDE:
        yield from ((other, 1.0, None, False) for other in vocabulary.related(own))
    else:
        yield from _along_for(own, step, vocabulary)


def _along_for(own: ConceptId, step: Step, vocabulary: Vocabulary) -> Iterator[_Reach]:
    """Machines, materials, services and certificates for the concept or for what it is a kind of; or the way back."""
    ask = vocabulary.serving if step is Step.SERVES else vocabulary.served
    for concept, steps in ((own, 0), *vocabulary.above(own).items()):
        trade = vocabulary.is_trade(concept)
        yield from ((other, _left(steps + 1), link, trade) for link, other in ask(concept))


def _left(steps: int) -> float:
    return EACH_FURTHER_STEP ** (steps - 1)


def _sorted(pairs: Iterator[tuple[ConceptId, Evidence]]) -> dict[ConceptId, tuple[Evidence, ...]]:
    grouped: dict[ConceptId, list[Evidence]] = {}
    for concept, evidence in pairs:
        grouped.setdefault(concept, []).append(evidence)
    return {
        concept: tuple(sorted(found, key=_best_first) if len(found) > 1 else found)
        for concept, found in grouped.items()
    }


def _best_first(evidence: Evidence) -> tuple[float, str, str]:
    return (-evidence.worth, evidence.role, str(evidence.own))
