"""How much each part of a match weighs: learned from graded pairs, a table that anybody can read.

Learned by `python -m benchmarks.learning` on 22 November 2026 from 2,435 graded pairs of 80 invented units; no weight is below 0,
so more of a part never lowers a score. The figures that show how it does on units it has not seen stand in
docs/decisions/matching-second-edition.md. The score is the probability that an adviser calls the opportunity relevant to the unit
(grade 2 or 3), before place, unknown conditions and language take their share.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp
from typing import Final

from virtualclusters.matching.answers import Sort
from virtualclusters.matching.parts import Part, Parts


@dataclass(frozen=True, slots=True)
class Model:
    """One row: `intercept` is where nothing speaks for a match, on the scale of log-odds."""

    intercept: float
    weights: Mapping[Part, float]

    def probability(self, parts: Parts) -> float:
        """How likely a match with these parts is relevant, from 0 to 1."""
        return 1 / (1 + exp(-self.intercept - sum(self.weights.get(part, 0.0) * parts[part] for part in parts)))


MODELS: Final[Mapping[Sort, Model]] = {
    Sort.SEEKS: Model(
        -3.0,
        {
            Part.MAKES: 2.3,
            Part.COVERAGE: 0.23,
            Part.PHRASE: 3.88,
            Part.WORDS: 1.0,
            Part.RESERVED: 1.5,
            Part.CERTIFIED: 0.79,
        },
    ),
    Sort.OFFERS: Model(
        -2.2,
        {
            Part.NEEDS: 2.42,
            Part.USES: 0.68,
            Part.SERVES: 1.89,
            Part.COVERAGE: 2.09,
            Part.PHRASE: 1.46,
            Part.WORDS: 0.62,
            Part.RESERVED: 1.5,
            Part.CERTIFIED: 0.79,
        },
    ),
    Sort.CONCERNS: Model(
        -2.2,
        {
            Part.MAKES: 2.78,
            Part.NEEDS: 0.95,
            Part.USES: 0.79,
            Part.SERVES: 1.79,
            Part.COVERAGE: 1.86,
            Part.PHRASE: 2.6,
            Part.WORDS: 0.85,
            Part.EVERYBODY: 2.84,
            Part.RESERVED: 1.5,
            Part.CERTIFIED: 0.79,
        },
    ),
}
"""The weights by what an opportunity does."""
