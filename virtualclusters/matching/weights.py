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
            Part.MAKES: 2.8,
            Part.COVERAGE: 0.3,
            Part.PHRASE: 3.46,
            Part.WORDS: 1.0,
            Part.RESERVED: 1.54,
            Part.CERTIFIED: 0.47,
        },
    ),
    Sort.OFFERS: Model(
        -2.2,
        {
            Part.NEEDS: 2.46,
            Part.USES: 0.72,
            Part.SERVES: 1.81,
            Part.COVERAGE: 2.24,
            Part.PHRASE: 1.47,
            Part.WORDS: 0.61,
            Part.RESERVED: 1.54,
            Part.CERTIFIED: 0.47,
        },
    ),
    Sort.CONCERNS: Model(
        -2.2,
        {
            Part.MAKES: 2.88,
            Part.NEEDS: 0.97,
            Part.USES: 0.79,
            Part.SERVES: 1.96,
            Part.COVERAGE: 1.88,
            Part.PHRASE: 2.6,
            Part.WORDS: 0.85,
            Part.EVERYBODY: 2.9,
            Part.RESERVED: 1.54,
            Part.CERTIFIED: 0.47,
        },
    ),
}
"""The weights by what an opportunity does."""
