"""What it costs to make room for what names the unit's own among what is for everybody: the figures before and after."""

from dataclasses import replace

from benchmarks.judged.measures import FIRST, mean
from benchmarks.judged.run import Run
from virtualclusters.matching.fairness import with_room
from virtualclusters.matching.scoring import GOES_FIRST


def cost(run: Run) -> dict[str, float]:
    """nDCG@10 over judged pairs and over all, plain and with room; and the share of the first ten places that general things hold."""
    made = replace(run, orders={unit: _with_room(run, unit) for unit in run.orders})
    found = {}
    for name, one in (("plain", run), ("with_room", made)):
        figures = one.figures()
        found[name], found[f"{name}_full"] = figures["ndcg@10"], figures["ndcg@10_full"]
        found[f"general_{name}"] = _general(one)
    return found


def _with_room(run: Run, unit: str) -> list[str]:
    general, scores = run.general[unit], run.scores[unit]
    return with_room(
        run.orders[unit],
        is_general=lambda other: other in general,
        is_own=lambda other: other not in general and scores.get(other, 0.0) >= GOES_FIRST,
    )


def _general(run: Run) -> float:
    return mean(float(other in run.general[unit]) for unit, order in run.orders.items() for other in order[:FIRST])
