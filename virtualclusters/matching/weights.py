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
            Part.PHRASE: 2.8,
            Part.WORDS: 1.0,
            Part.RESERVED: 1.55,
            Part.CERTIFIED: 0.53,
        },
    ),
    Sort.OFFERS: Model(
        -2.23,
        {
            Part.NEEDS: 2.32,
            Part.USES: 0.82,
            Part.SERVES: 1.33,
            Part.FOR_TRADE: 0.48,
            Part.COVERAGE: 2.38,
            Part.PHRASE: 1.81,
            Part.WORDS: 0.54,
            Part.RESERVED: 1.55,
            Part.CERTIFIED: 0.53,
        },
    ),
    Sort.CONCERNS: Model(
        -2.2,
        {
            Part.MAKES: 1.37,
            Part.NEEDS: 1.11,
            Part.USES: 3.87,
            Part.TRADE: 4.22,
            Part.FOR_TRADE: 0.6,
            Part.COVERAGE: 2.05,
            Part.PHRASE: 3.1,
            Part.WORDS: 1.0,
            Part.EVERYBODY: 3.23,
            Part.RESERVED: 1.55,
            Part.CERTIFIED: 0.53,
        },
    ),
}
"""The weights by what an opportunity does."""
