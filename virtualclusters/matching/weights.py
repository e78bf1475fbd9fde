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
            Part.PHRASE: 2.56,
            Part.WORDS: 1.0,
            Part.RESERVED: 1.51,
            Part.CERTIFIED: 0.65,
        },
    ),
    Sort.OFFERS: Model(
        -2.2,
        {
            Part.NEEDS: 2.53,
            Part.USES: 0.88,
            Part.SERVES: 1.56,
            Part.COVERAGE: 1.96,
            Part.PHRASE: 1.55,
            Part.WORDS: 0.47,
            Part.RESERVED: 1.51,
            Part.CERTIFIED: 0.65,
        },
    ),
    Sort.CONCERNS: Model(
        -2.2,
        {
            Part.MAKES: 2.82,
            Part.NEEDS: 1.43,
            Part.USES: 1.55,
            Part.SERVES: 2.31,
            Part.COVERAGE: 1.54,
            Part.PHRASE: 1.54,
            Part.WORDS: 1.0,
            Part.EVERYBODY: 2.85,
            Part.RESERVED: 1.51,
            Part.CERTIFIED: 0.65,
        },
    ),
}
"""The weights by what an opportunity does."""
