"""Fits the weights of the score to grades: an ordinal logistic model with weights that are never negative.

The chance of a grade of at least 1, 2, 3 is ``factor / (1 + exp(limit - z))`` with ``z = intercept + weights x parts``; the limit of
grade 2 is 0, so that the score is the chance of grade 2 or 3. `factor` is what place, conditions and language leave. Intercepts stay
below a ceiling: where nothing speaks for a match it must not be shown, however the pairs that were graded were picked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from virtualclusters.matching.answers import Sort
from virtualclusters.matching.parts import BY_CONDITIONS, Part, Parts
from virtualclusters.matching.weights import Model

Floats = NDArray[np.float64]

STEPS: Final = 700
RATE: Final = 0.05
SHRINKING: Final = 0.0005
"""How strongly weights are drawn to 0."""
GRADES: Final = ((1, 0.5), (2, 1.0), (3, 0.7))
"""Each limit and how much it counts: whether an adviser calls it relevant matters most."""
UNJUDGED: Final = 0.5
"""What a pair counts that nobody graded, as one of grade 0: most of them are."""
LOWEST: Final = -3.0
CEILING: Final = -2.2
"""Between these an intercept stays: low enough that nothing alone shows nothing, high enough that the very thing asked is shown."""
AT_LEAST: Final = {
    (Sort.SEEKS, Part.MAKES): 2.8,
    (Sort.SEEKS, Part.COVERAGE): 0.3,
    (Sort.CONCERNS, Part.FOR_TRADE): 0.6,
}
"""The very thing sought must be worth showing, be it one of many and common, and whatever it is called; two of six beat one. So
must a course or a service that is for all of the unit's trade."""
WORDS_AT_MOST: Final = 1.0
"""Words in common alone must stay below what is worth showing."""


@dataclass(frozen=True)
class Pair:
    """One unit and one opportunity that something connects. ``grade`` is None when nobody judged it."""

    unit: str
    opportunity: str
    sort: Sort
    parts: Parts
    factor: float
    grade: int | None


Column = tuple[Sort | None, Part | None]
COLUMNS: Final[tuple[Column, ...]] = (
    *((sort, None) for sort in Sort),
    *((sort, part) for sort in Sort for part in Part if part not in BY_CONDITIONS),
    *((None, part) for part in BY_CONDITIONS),
)
"""Intercepts, weights of each sort, and those that all sorts share."""


def fitted(pairs: Sequence[Pair]) -> dict[Sort, Model]:
    """The models that fit these pairs best."""
    table, factor = _table(pairs), np.array([pair.factor for pair in pairs])
    grades = np.array([pair.grade or 0 for pair in pairs])
    counts = np.array([UNJUDGED if pair.grade is None else 1.0 for pair in pairs])
    weights = _descended(_slopes(table, factor, grades, counts))
    return {sort: _model(weights, sort) for sort in Sort}


def _table(pairs: Sequence[Pair]) -> Floats:
    place = {column: number for number, column in enumerate(COLUMNS)}
    table = np.zeros((len(pairs), len(COLUMNS)))
    for row, pair in enumerate(pairs):
        table[row, place[pair.sort, None]] = 1.0
        for part, value in pair.parts.items():
            table[row, place[None if part in BY_CONDITIONS else pair.sort, part]] = value
    return table


def _slopes(table: Floats, factor: Floats, grades: NDArray[np.int64], counts: Floats) -> Callable[[Floats], Floats]:
    """How the loss changes with weights and limits (of grade 1 and of grade 3, below and above that of grade 2)."""

    def slopes(weights: Floats) -> Floats:
        z, out = table @ weights[:-2], np.zeros(len(weights))
        pull = np.zeros(len(z))
        for limit, (grade, count) in zip((weights[-2], 0.0, weights[-1]), GRADES, strict=True):
            likely = 1 / (1 + np.exp(limit - z))
            given = np.clip(likely * factor, 1e-6, 1 - 1e-6)
            wrong = (given - (grades >= grade)) / (1 - given) * (1 - likely) * counts * count
            pull += wrong
            out[-2] -= wrong.sum() if grade == 1 else 0.0
            out[-1] -= wrong.sum() if grade == GRADES[-1][0] else 0.0
        out[:-2] = table.T @ pull
        out /= counts.sum()
        out[len(Sort) : -2] += SHRINKING * weights[len(Sort) : -2]
        return out

    return slopes


def _descended(slopes: Callable[[Floats], Floats]) -> Floats:
    """The weights at the foot of the slope (Adam), kept within their bounds."""
    weights = np.concatenate([np.full(len(COLUMNS), 0.1), [-1.0, 2.0]])
    mean, square = np.zeros(len(weights)), np.zeros(len(weights))
    for step in range(1, STEPS + 1):
        slope = slopes(weights)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        _bound(weights)
    return weights


def _bound(weights: Floats) -> None:
    weights[: len(Sort)] = np.clip(weights[: len(Sort)], LOWEST, CEILING)
    weights[len(Sort) : -2] = np.maximum(weights[len(Sort) : -2], 0.0)
    for number, column in enumerate(COLUMNS):
        weights[number] = max(weights[number], AT_LEAST.get(column, -np.inf))
        if column[1] is Part.WORDS:
            weights[number] = min(weights[number], WORDS_AT_MOST)


def _model(weights: Floats, sort: Sort) -> Model:
    named = dict(zip(COLUMNS, weights[:-2].round(2).tolist(), strict=True))
    own = {part: named[None if part in BY_CONDITIONS else sort, part] for part in Part}
    return Model(named[sort, None], {part: weight for part, weight in own.items() if weight > 0})
