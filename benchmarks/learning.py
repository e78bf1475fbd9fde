"""Learns the weights of the score from graded pairs: ``python -m benchmarks.learning FOLDER [ROWS]``.

FOLDER is a judged folder as `benchmarks.relevance` takes it. ROWS, if given, are real yes and no as `virtualclusters manage
matching_training_rows` writes them: lines of JSON with unit, opportunity, sort, parts, factor and grade; they are learned from
together with the judged pairs. Printed are the figures on units that the weights have not seen (five parts), on units and
opportunities they have not seen (four parts of each), how often what the score calls 30 % is relevant, and the weights as they
stand in `virtualclusters/matching/weights.py`. The last line is one JSON object.
"""

import json
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.judged.files import records
from benchmarks.judged.fitting import Pair, fitted
from benchmarks.judged.measures import RELEVANT
from benchmarks.judged.run import AT, Folder, Run, Views, by_matching, read_folder, views_of
from benchmarks.judged.vocabulary import by_the_portal
from virtualclusters.matching.answers import ANSWERS, Sort
from virtualclusters.matching.parts import Part
from virtualclusters.matching.scoring import Scorer
from virtualclusters.matching.weights import MODELS, Model

SEED = 7
MEASURES = ("ndcg@10", "ndcg@10_full", "mrr", "p@5")
Models = Mapping[Sort, Model]


def pairs_of(folder: Folder, views: Views) -> list[Pair]:
    """Every pair that something connects and nothing blocks."""
    found = []
    for number, unit in views.units.items():
        scorer, grades = Scorer(unit, views.vocabulary, AT), folder.grades.get(number, {})
        for other, opportunity in views.opportunities.items():
            one = scorer.assess(opportunity)
            if one is not None and one.blocked is None:
                sort = ANSWERS[opportunity.matching].sort
                factor = one.would_be / MODELS[sort].probability(one.parts)
                found.append(Pair(number, other, sort, one.parts, factor, grades.get(other)))
    return found


def rows_of(path: Path) -> list[Pair]:
    """Real answers as training pairs."""
    return [
        Pair(
            str(row["unit"]),
            str(row["opportunity"]),
            Sort(row["sort"]),
            {Part(part): value for part, value in row["parts"].items()},
            row["factor"],
            row["grade"],
        )
        for row in records(path)
    ]


def held_out(pairs: Sequence[Pair], extra: list[Pair], shares: int, *, also_opportunities: bool) -> dict[Any, float]:
    """The score of each pair by models that saw neither its unit nor, if so asked, its opportunity."""
    unit_share = _shares({pair.unit for pair in pairs}, shares)
    other_share = _shares({pair.opportunity for pair in pairs}, shares if also_opportunities else 1)
    scores = {}
    for unit in range(shares):
        for other in range(shares if also_opportunities else 1):
            seen = [
                p
                for p in pairs
                if unit_share[p.unit] != unit and _unseen(other_share[p.opportunity], other, also_opportunities)
            ]
            models = fitted(seen + extra)
            scores |= {
                (p.unit, p.opportunity): _score(p, models)
                for p in pairs
                if unit_share[p.unit] == unit and (other_share[p.opportunity] == other or not also_opportunities)
            }
    return scores


def _unseen(share: int, other: int, asked: bool) -> bool:
    return share != other if asked else True


def _shares(numbers: set[str], shares: int) -> dict[str, int]:
    mixed = sorted(numbers)
    random.Random(SEED).shuffle(mixed)
    return {number: place % shares for place, number in enumerate(mixed)}


def _score(pair: Pair, models: Models) -> float:
    return models[pair.sort].probability(pair.parts) * pair.factor


def reordered(run: Run, scores: Mapping[Any, float]) -> Run:
    """The same run in the order of other scores; what is blocked or not connected stays at the end."""
    orders = {
        unit: sorted(order, key=lambda other, unit=unit: -scores.get((unit, other), 0.0))
        for unit, order in run.orders.items()
    }
    return Run(run.folder, orders)


def reliability(pairs: Sequence[Pair], score: Callable[[Pair], float]) -> list[dict[str, float]]:
    """For each tenth of the score: how many pairs, the mean score, the share that is relevant; the unjudged count as not."""
    tenths: dict[int, list[tuple[float, bool]]] = {}
    for pair in pairs:
        given = score(pair)
        tenths.setdefault(min(9, int(given * 10)), []).append((given, (pair.grade or 0) >= RELEVANT))
    return [
        {
            "from": tenth / 10,
            "pairs": len(found),
            "score": round(sum(given for given, _ in found) / len(found), 3),
            "relevant": round(sum(relevant for _, relevant in found) / len(found), 3),
        }
        for tenth, found in sorted(tenths.items())
    ]


def table(figures: Mapping[str, Mapping[str, Any]]) -> None:
    print(f"{'':34}" + "".join(f"{name:>14}" for name in MEASURES))
    for name, row in figures.items():
        print(f"{name:34}" + "".join(f"{row[measure]:14.3f}" for measure in MEASURES))


def weights_table(models: Models) -> None:
    for sort, model in models.items():
        print(
            f"{sort:10}{model.intercept:8.2f}  "
            + "  ".join(f"{part} {weight}" for part, weight in model.weights.items())
        )


def main() -> None:
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python -m benchmarks.learning FOLDER [ROWS]")
    folder = read_folder(Path(sys.argv[1]))
    extra = rows_of(Path(sys.argv[2])) if len(sys.argv) == 3 else []
    views = views_of(folder, *by_the_portal())
    pairs, run = pairs_of(folder, views), by_matching(folder, views)
    unseen = held_out(pairs, extra, 5, also_opportunities=False)
    neither = held_out(pairs, extra, 4, also_opportunities=True)
    models = fitted(pairs + extra)
    figures = {
        "as it stands": run.figures(),
        "learned, on what it has seen": reordered(
            run, {(p.unit, p.opportunity): _score(p, models) for p in pairs}
        ).figures(),
        "learned, units unseen": reordered(run, unseen).figures(),
        "learned, both unseen": reordered(run, neither).figures(),
    }
    table(figures)
    held = reliability(pairs, lambda pair: unseen[pair.unit, pair.opportunity])
    for row in held:
        print("score {from:.1f}+: {pairs:6.0f} pairs, mean score {score:.2f}, relevant {relevant:.2f}".format(**row))
    weights_table(models)
    print(json.dumps({name: {m: row[m] for m in MEASURES} for name, row in figures.items()} | {"reliability": held}))


if __name__ == "__main__":
    main()
