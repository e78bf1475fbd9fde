"""From what an opportunity names back to what a unit must have: capability's steps, walked the other way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from virtualclusters.matching.answers import ANSWERS, Answer, Answers, Step
from virtualclusters.matching.capability import EACH_FURTHER_STEP, says_nothing
from virtualclusters.matching.relations import Vocabulary
from virtualclusters.matching.values import ConceptId, OpportunityRole, OpportunityView, UnitRole

Pair = tuple[UnitRole, ConceptId]
"""A concept that a unit has, and what it is to the unit."""


@dataclass(frozen=True, slots=True)
class Way:
    """One thing a unit may have that answers a named concept: what it is worth, from 0 to 1, and by which step.

    `trade` says that the step leads over the whole trade (`capability.Evidence`).
    """

    role: UnitRole
    own: ConceptId
    worth: float
    step: Step
    trade: bool = False

    @property
    def pair(self) -> Pair:
        return self.role, self.own


class Ways:
    """The ways to every named concept over one vocabulary, worked out at the first question and kept."""

    def __init__(self, vocabulary: Vocabulary, table: Mapping[str, Answers] = ANSWERS) -> None:
        self.vocabulary, self.table = vocabulary, table
        self._known: dict[tuple[str, OpportunityRole, ConceptId], tuple[Way, ...]] = {}

    def to(self, opportunity: OpportunityView) -> list[tuple[OpportunityRole, ConceptId, tuple[Way, ...]]]:
        """For each role and concept that an opportunity names, what answers it, the best first.

        Raises:
            KeyError: the table has no row of the opportunity's way of matching.
        """
        return [
            (role, concept, self._to(opportunity.matching, role, concept))
            for role, concepts in opportunity.concepts.items()
            for concept in concepts
        ]

    def pairs_to(self, opportunity: OpportunityView) -> set[Pair]:
        """Everything of which a unit must have at least one thing."""
        return {way.pair for _, _, ways in self.to(opportunity) for way in ways}

    def _to(self, matching: str, role: OpportunityRole, concept: ConceptId) -> tuple[Way, ...]:
        key = matching, role, concept
        if key not in self._known:
            self._known[key] = self._worked_out(self.table[matching].by_role.get(role, ()), concept)
        return self._known[key]

    def _worked_out(self, answers: tuple[Answer, ...], concept: ConceptId) -> tuple[Way, ...]:
        best: dict[tuple[Pair, Step, bool], Way] = {}
        for answer in answers:
            for own, share, trade in _leading_to(concept, answer.step, self.vocabulary):
                if says_nothing(answer, trade=trade):
                    continue
                way = Way(answer.role, own, answer.worth * share, answer.step, trade)
                known = best.get((way.pair, way.step, trade))
                if known is None or way.worth > known.worth:
                    best[way.pair, way.step, trade] = way
        return tuple(sorted(best.values(), key=lambda way: (-way.worth, way.role, str(way.own))))


def _leading_to(asked: ConceptId, step: Step, vocabulary: Vocabulary) -> Iterator[tuple[ConceptId, float, bool]]:
    """Own concepts from which a step leads to the one asked for, with what the way leaves: `capability` the other way round."""
    if step is Step.SAME:
        yield asked, 1.0, False
    elif step is Step.KIND_OF:
        trade = vocabulary.is_trade(asked)
        yield from ((kind, _left(steps), trade) for kind, steps in vocabulary.below(asked).items())
    elif step is Step.WIDER:
        yield from ((wider, _left(steps), False) for wider, steps in vocabulary.above(asked).items())
    elif step is Step.BESIDE:
        yield from ((other, 1.0, False) for other in vocabulary.related(asked))
    else:
        found = vocabulary.served(asked) if step is Step.SERVES else vocabulary.serving(asked)
        for _, target in found:
            trade = vocabulary.is_trade(target)
            yield target, 1.0, trade
            yield from ((kind, _left(steps + 1), trade) for kind, steps in vocabulary.below(target).items())


def _left(steps: int) -> float:
    return float(EACH_FURTHER_STEP ** (steps - 1))
