"""What spreading attention costs: the units for each opportunity, as ranked, in turn, and with a floor for who is seen little."""

from collections import defaultdict
from collections.abc import Callable
from typing import Final

from benchmarks.judged.files import Grades
from benchmarks.judged.measures import FIRST, mean, ndcg
from benchmarks.judged.run import Run
from virtualclusters.matching.fairness import Place, rotated, with_floor

SHARE: Final = 0.3
"""The share of the first ten kept for units that women or Scheduled Castes or Tribes own."""

Order = Callable[[list[Place], str], list[Place]]


def cost(run: Run) -> dict[str, float]:
    """nDCG@10 of the units of each opportunity over judged pairs: plain, in turn, and with the floor; and who is seen."""
    seldom = {unit["id"] for unit in run.folder.units if unit.get("women_owned") or unit.get("sc_st_owned")}

    def floored(places: list[Place], turn: str) -> list[Place]:
        return with_floor(rotated(places, turn), seldom, places=FIRST, share=SHARE)

    steps: dict[str, Order] = {"plain": lambda places, _: places, "rotated": rotated, "with_floor": floored}
    lists = _by_opportunity(run)
    found = {name: _figure(lists, run.folder.grades, step) for name, step in steps.items()}
    seen = {f"seldom_seen_{name}": _seen(lists, seldom, steps[name]) for name in ("plain", "with_floor")}
    return found | seen


def _by_opportunity(run: Run) -> dict[str, list[Place]]:
    lists: defaultdict[str, list[Place]] = defaultdict(list)
    for unit, scores in run.scores.items():
        for opportunity, score in scores.items():
            lists[opportunity].append(Place(unit, score))
    return {number: sorted(places, key=lambda one: (-one.score, str(one.id))) for number, places in lists.items()}


def _figure(lists: dict[str, list[Place]], grades: Grades, order: Order) -> float:
    figures = []
    for opportunity, places in lists.items():
        given = {unit: graded[opportunity] for unit, graded in grades.items() if opportunity in graded}
        if any(given.values()):
            got = [given[str(one.id)] for one in order(places, opportunity) if one.id in given]
            figures.append(ndcg(got, given.values()))
    return mean(figures)


def _seen(lists: dict[str, list[Place]], seldom: set[str], order: Order) -> float:
    """The share of the first ten places that such units hold."""
    first = [one.id in seldom for opportunity, places in lists.items() for one in order(places, opportunity)[:FIRST]]
    return mean(map(float, first))
