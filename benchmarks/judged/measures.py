"""The measures of a ranking against grades."""

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence

RELEVANT = 2
FIRST = 10


def gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(list(grades)[:FIRST]))


def ndcg(got: Sequence[int], grades: Iterable[int]) -> float:
    """nDCG@10 of a list of grades in the order ranked, against the best order of all grades there are."""
    return gain(got) / gain(sorted(grades, reverse=True))


def reciprocal_rank(got: Sequence[int]) -> float:
    first = next((place for place, grade in enumerate(got, 1) if grade >= RELEVANT), None)
    return 1 / first if first else 0.0


def precision(got: Sequence[int], most: int = 5) -> float:
    return sum(grade >= RELEVANT for grade in got[:most]) / most


def mean(values: Iterable[float]) -> float:
    given = list(values)
    return round(statistics.mean(given), 4) if given else 0.0


def below_all_relevant(order: Sequence[str], grades: Mapping[str, int], number: str) -> bool:
    """Whether an opportunity stands below every one of grade 2 or 3 that was judged."""
    place = {other: at for at, other in enumerate(order)}
    lowest = max((place[other] for other, grade in grades.items() if grade >= RELEVANT and other in place), default=-1)
    return place[number] > lowest
