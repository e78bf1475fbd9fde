"""How long it takes to rank one unit's opportunities within a request.

    python -m benchmarks.matching

Prints, for 500 candidates (what the database lets through) and for 10,000 (all at once), the median and the 95th
percentile over different units, and a JSON object on the last line. The limit is 100 ms for the list of a request.
"""

import json
import random
import statistics
import time
from datetime import UTC, datetime, timedelta

from virtualclusters.matching.ranking import rank
from virtualclusters.matching.relations import Link, Vocabulary, rarity_of
from virtualclusters.matching.rules import Rule
from virtualclusters.matching.values import OpportunityRole, OpportunityView, Place, Point, UnitRole, UnitView

AT = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
GROUPS, PRODUCTS, MACHINES = 20, 200, 100
STATES = [f"S{number}" for number in range(36)]
ROUNDS = 20
SEED = 7
MATCHING = ["offer", "requirement", "tender", "training", "purchase_plan", "scheme"]
RULES = [
    Rule("size_class", "one_of", ["micro", "small"]),
    Rule("turnover_lakh", "at_least", 40),
    Rule("certificates", "has", "fssai"),
    Rule("years_in_business", "at_least", 3),
    Rule("ownership", "has", "women", hard=False),
]


def a_vocabulary():
    """Products in groups, machines for groups, materials for products."""
    edges = {f"product-{n}": [(Link.BROADER, f"group-{n % GROUPS}")] for n in range(PRODUCTS)}
    edges |= {f"group-{n}": [(Link.BROADER, "food")] for n in range(GROUPS)}
    edges |= {f"machine-{n}": [(Link.MACHINE_FOR, f"group-{n % GROUPS}")] for n in range(MACHINES)}
    edges |= {f"material-{n}": [(Link.MATERIAL_FOR, f"product-{n}")] for n in range(PRODUCTS)}
    counts = {concept: 1 + 10_000 // (1 + rank) for rank, concept in enumerate(edges)}
    return Vocabulary(edges, rarity_of(counts, 10_000))


def a_place(chance):
    return Point(chance.uniform(8, 34), chance.uniform(68, 97))


def a_unit(chance, number):
    makes = {f"product-{chance.randrange(PRODUCTS)}": 1.0 for _ in range(5)}
    uses = {f"machine-{chance.randrange(MACHINES)}": 1.0 for _ in range(4)}
    needs = {f"material-{chance.randrange(PRODUCTS)}": 1.0 for _ in range(4)}
    return UnitView(
        id=number,
        concepts={UnitRole.MAKES: makes, UnitRole.USES: uses, UnitRole.NEEDS: needs},
        facts={"size_class": "micro", "turnover_lakh": chance.randrange(5, 900), "certificates": frozenset({"fssai"})},
        point=a_place(chance),
        state=chance.choice(STATES),
        words=frozenset(f"word-{chance.randrange(3000)}" for _ in range(15)),
    )


def an_opportunity(chance, number):
    kind = chance.choice(("product", "machine", "material"))
    most = MACHINES if kind == "machine" else PRODUCTS
    named = {f"{kind}-{chance.randrange(most)}": 1.0 for _ in range(chance.randrange(0, 5))}
    return OpportunityView(
        id=number,
        matching=chance.choice(MATCHING),
        concepts={chance.choice(list(OpportunityRole)): named},
        words=frozenset(f"word-{chance.randrange(3000)}" for _ in range(10)),
        rules=tuple(chance.sample(RULES, chance.randrange(4))),
        places=(Place(a_place(chance)),),
        closes_at=AT + timedelta(days=chance.randrange(1, 90)),
        publisher=chance.randrange(2000),
        most_answers=5,
        answers_taken=chance.randrange(5),
    )


def concerning(opportunities, unit, vocabulary):
    """The candidates a database would let through: those the unit has something to do with."""
    found = rank(unit, opportunities, vocabulary=vocabulary, at=AT, least=0.0001, most=500)
    ids = {one.match.opportunity_id for one in found}
    return [one for one in opportunities if one.id in ids]


def timed(unit, opportunities, vocabulary):
    """Milliseconds on the clock and of the processor, which a busy machine does not stretch."""
    clock, processor = time.perf_counter(), time.process_time()
    rank(unit, opportunities, vocabulary=vocabulary, at=AT, most=20)
    return (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000


def p95(values):
    return sorted(values)[max(0, round(len(values) * 0.95) - 1)]


def measured(name, times, candidates):
    clock, processor = zip(*times, strict=True)
    row = {
        "name": name,
        "candidates": candidates,
        "p50_ms": round(statistics.median(clock), 1),
        "p95_ms": round(p95(clock), 1),
        "cpu_p50_ms": round(statistics.median(processor), 1),
        "cpu_p95_ms": round(p95(processor), 1),
    }
    print(f"{name:38}" + "".join(f"{value:>12}" for value in list(row.values())[1:]))
    return row


def main():
    chance = random.Random(SEED)
    vocabulary = a_vocabulary()
    everything = [an_opportunity(chance, number) for number in range(10_000)]
    units = [a_unit(chance, number) for number in range(ROUNDS)]
    timed(units[0], everything, vocabulary)
    print(
        f"{'one unit against':38}"
        + "".join(f"{head:>12}" for head in ("number", "p50 ms", "p95 ms", "cpu p50", "cpu p95"))
    )
    restricted = [concerning(everything, unit, vocabulary) for unit in units]
    some = [timed(unit, chosen, vocabulary) for unit, chosen in zip(units, restricted, strict=True)]
    rows = [
        measured("candidates the database lets through", some, round(statistics.median(map(len, restricted)))),
        measured("everything", [timed(unit, everything, vocabulary) for unit in units], len(everything)),
    ]
    print(json.dumps({"matching": rows, "units": ROUNDS, "explained": 20}))


if __name__ == "__main__":
    main()
