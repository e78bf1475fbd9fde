"""How long 'For you' takes to find: ``python -m benchmarks.finding [opportunities] [units]``, 10,000 and 1,000 if none are given.

It makes a database of its own in a temporary folder, fills it with rows over the real vocabulary from a fixed seed, and measures one
unit against all that is open (the limit is 100 ms), and one batch of units for one opportunity. The last line is JSON.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import time
from datetime import timedelta
from decimal import Decimal

import django
from django.utils import timezone

from virtualclusters.foundation.postgres import passing_state, running

ROUNDS = 40
SEED = 7
KINDS = {"offer": "offers", "requirement": "asks"}
STATES = ["MH", "UP", "TN", "GJ", "KA", "BR", "WB", "AS", "KL", "RJ"]
RULES = [
    ("size_class", "one_of", ["micro", "small"]),
    ("turnover_lakh", "at_least", 40),
    ("state", "one_of", STATES[:5]),
]


def main(opportunities, units):
    with passing_state("vc-finding-") as folder:
        os.environ |= {
            "VIRTUALCLUSTERS_STATE": str(folder),
            "DJANGO_SETTINGS_MODULE": "virtualclusters.config.settings",
        }
        with running(folder):
            subprocess.run(
                [sys.executable, "-m", "virtualclusters.config.cli", "migrate"], check=True, stdout=subprocess.DEVNULL
            )
            django.setup()
            made = fill(opportunities, units)
            report(opportunities, units, *measure(made))


def fill(opportunities, units):
    """Rows from the fixed seed, and what an import does after each batch of them; ids of the units."""
    from virtualclusters.capabilities.imports.counting import count_grown_tables  # noqa: PLC0415
    from virtualclusters.network.vocabulary.load import load_vocabulary  # noqa: PLC0415
    from virtualclusters.network.vocabulary.models import Concept  # noqa: PLC0415

    chance, now = random.Random(SEED), timezone.now()
    load_vocabulary()
    concepts = list(Concept.objects.filter(kind__in=["product", "machine", "material"]).values_list("pk", flat=True))
    made = make_units(chance, units, concepts, now)
    publish(chance, opportunities, made, concepts, now)
    count_grown_tables()
    return made


def make_units(chance, count, concepts, now):
    """Enterprises all over India, each with nine concepts."""
    from virtualclusters.network.organisations.models import Organisation, Unit, UnitConcept  # noqa: PLC0415

    firms = Organisation.objects.bulk_create(
        [Organisation(name=f"Sample {n}", kind="enterprise", created_at=now, claimed_at=now) for n in range(count)], 500
    )
    units = Unit.objects.bulk_create([Unit(organisation=firm, **whereabouts(chance, now)) for firm in firms], 500)
    roles = ["makes"] * 4 + ["uses"] * 3 + ["needs"] * 2
    held = {(unit.pk, chance.choice(concepts), role) for unit in units for role in roles}
    rows = [UnitConcept(unit_id=unit, concept_id=concept, role=role) for unit, concept, role in sorted(held)]
    UnitConcept.objects.bulk_create(rows, 500)
    return [unit.pk for unit in units]


def whereabouts(chance, now):
    place = {"state": chance.choice(STATES), "latitude": chance.uniform(8, 34), "longitude": chance.uniform(68, 97)}
    return {**place, "created_at": now, "renewed_at": now, "expires_at": now + timedelta(days=365)}


def publish(chance, count, units, concepts, now):
    """Open opportunities with one to four concepts; every third has rules."""
    from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept  # noqa: PLC0415
    from virtualclusters.exchange.rules.models import Rule  # noqa: PLC0415

    rows = Opportunity.objects.bulk_create([an_opportunity(Opportunity, chance, units, now) for _ in range(count)], 500)
    named = {(row, concept) for row in rows for concept in chance.sample(concepts, chance.randint(1, 4))}
    OpportunityConcept.objects.bulk_create(
        [OpportunityConcept(opportunity=row, concept_id=concept, role=KINDS[row.kind]) for row, concept in named], 500
    )
    source = {"source": "Clause 4", "version": "1", "effective_from": now.date(), "hard": True}
    asked = [(row, *chance.choice(RULES)) for row in rows[::3]]
    Rule.objects.bulk_create(
        [Rule(opportunity=o, fact=f, operator=op, value=v, **source) for o, f, op, v in asked], 500
    )


def an_opportunity(model, chance, units, now):
    return model(
        kind=chance.choice(list(KINDS)),
        unit_id=chance.choice(units),
        title="Sample",
        language="en",
        created_at=now,
        published_at=now,
        closes_at=now + timedelta(days=chance.randint(1, 90)),
        value=Decimal(chance.randint(10_000, 5_000_000)),
    )


def measure(units):
    """Milliseconds of finding for units, and of finding units for an opportunity."""
    from virtualclusters.exchange.alerts.finding import find_for  # noqa: PLC0415
    from virtualclusters.exchange.opportunities.models import Opportunity  # noqa: PLC0415

    now = timezone.now()
    some = list(Opportunity.objects.order_by("pk").values_list("pk", flat=True)[:ROUNDS])
    find_for(units[0], at=now)
    for_units = [timed(lambda pk=pk: find_for(pk, at=now)) for pk in units[:ROUNDS]]
    _one_batch(some[-1], now)
    return for_units, [timed(lambda pk=pk: _one_batch(pk, now)) for pk in some[:8]]


def _one_batch(opportunity, now):
    from virtualclusters.exchange.alerts.finding import matches_of, units_reached_by  # noqa: PLC0415

    return matches_of(opportunity, units_reached_by(opportunity, after=0, most=1_000, at=now), at=now)


def timed(work):
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def report(opportunities, units, for_units, batch):
    rows = {
        "for_one_unit_ms": {"p50": round(statistics.median(for_units), 1), "p95": round(sorted(for_units)[-3], 1)},
        "units_for_one_opportunity_ms": {"p50": round(statistics.median(batch), 1), "most": round(max(batch), 1)},
    }
    for name, figures in rows.items():
        print(f"{name:34}" + "  ".join(f"{key} {value}" for key, value in figures.items()))
    print(json.dumps({"opportunities": opportunities, "units": units, **rows}))


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [10_000, 1_000][len(given) :]))
