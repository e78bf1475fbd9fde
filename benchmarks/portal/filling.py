"""Fills a migrated database with samples and then with invented rows up to a number of units and of opportunities.

Run as a process of its own: ``python -m benchmarks.portal.filling UNITS OPPORTUNITIES``. Rows come from a fixed seed, by the models.
"""

import random
import sys
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402

from virtualclusters.areas.catalogue.models import OfferDetail, RequirementDetail  # noqa: E402
from virtualclusters.areas.purchase_plans.models import PlanDetail  # noqa: E402
from virtualclusters.areas.purchase_plans.years import year_at  # noqa: E402
from virtualclusters.areas.tenders.models import TenderDetail  # noqa: E402
from virtualclusters.areas.trainings.models import Session, TrainingDetail  # noqa: E402
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept  # noqa: E402
from virtualclusters.network.clusters.models import Cluster, ClusterMembership  # noqa: E402
from virtualclusters.network.organisations.models import Organisation, Unit, UnitConcept  # noqa: E402
from virtualclusters.network.organisations.places import place_at  # noqa: E402
from virtualclusters.network.vocabulary.models import Concept  # noqa: E402

SEED = 20261121
AT_ONCE = 1_000
NAMES = (
    "Asha",
    "Ganga",
    "Himal",
    "Indus",
    "Jyoti",
    "Kaveri",
    "Lotus",
    "Malwa",
    "Narmada",
    "Ojas",
    "Pragati",
    "Rasoi",
    "Shakti",
    "Uday",
)
TRADES = ("Foods", "Masale", "Bakery", "Honey", "Machines", "Oils", "Udyog", "Products", "Mills", "Engineering")
PINS = (
    "110001", "121001", "132001", "141001", "160017", "171001", "190001", "201301", "226001", "248001", "282001", "302001",
    "334001", "360001", "380001", "400001", "411001", "416001", "440001", "452001", "482001", "492001", "500001", "522001",
    "530001", "560001", "570020", "600001", "625001", "641001", "682001", "691001", "700001", "712101", "751001", "781001",
    "800001", "834001", "842001", "795001",
)  # fmt: skip
SHARES = {"offer": 35, "requirement": 30, "tender": 20, "training": 7, "purchase_plan": 8}
"""Of a hundred opportunities so many are of each kind."""


def main(units, opportunities):
    """Fill up to these numbers; what is there already counts."""

    chance, now = random.Random(SEED), timezone.now()
    made = _units(units, chance, now)
    _opportunities(opportunities, made, chance, now)


def _units(wanted, chance, now):

    missing = max(0, wanted - Unit.objects.count())
    organisations = Organisation.objects.bulk_create(
        [_organisation(number, chance, now) for number in range(missing)], batch_size=AT_ONCE
    )
    units = Unit.objects.bulk_create([_unit(one, chance, now) for one in organisations], batch_size=AT_ONCE)
    holds = Concepts(chance)
    UnitConcept.objects.bulk_create([row for unit in units for row in holds.of_unit(unit)], batch_size=AT_ONCE)
    cluster = Cluster.objects.order_by("pk").first()
    ClusterMembership.objects.bulk_create(
        [ClusterMembership(cluster=cluster, unit=unit, joined_at=unit.created_at) for unit in units], batch_size=AT_ONCE
    )
    return units


def _organisation(number, chance, now):

    at = now - timedelta(days=chance.randrange(1, 300))
    name = f"{chance.choice(NAMES)} {chance.choice(TRADES)} {number} (sample)"
    return Organisation(name=name, kind="enterprise", created_at=at, claimed_at=at, is_sample=True, manufactures=True)


def _unit(organisation, chance, now):

    pin = chance.choice(PINS)
    return Unit(
        organisation=organisation,
        pin=pin,
        languages=["hi"],
        created_at=organisation.created_at,
        renewed_at=organisation.created_at,
        expires_at=now + timedelta(days=60),
        **place_at(pin),
    )


class Concepts:
    """Draws concepts as they are held: a few products or a machine, what goes in, what is held, what is needed."""

    def __init__(self, chance):

        self.chance = chance
        self.by_kind = {}
        for pk, kind in Concept.objects.filter(members=None).values_list("pk", "kind"):
            self.by_kind.setdefault(kind, []).append(pk)

    def draw(self, kind, most):
        return self.chance.sample(self.by_kind[kind], self.chance.randint(1, most))

    def of_unit(self, unit):
        makes = self.draw("machine", 2) if self.chance.random() < 0.3 else self.draw("product", 4)
        held = {"makes": makes, "uses": self.draw("material", 3), "holds": self.draw("certificate", 2)}
        held["needs"] = self.draw("machine", 1) + self.draw("service", 2)
        return [UnitConcept(unit=unit, concept_id=pk, role=role) for role, pks in held.items() for pk in pks]

    def of_opportunity(self, opportunity):
        role = {"offer": "offers", "training": "about"}.get(opportunity.kind, "asks")
        kind = self.chance.choice(("product", "product", "machine", "service"))
        return [OpportunityConcept(opportunity=opportunity, concept_id=pk, role=role) for pk in self.draw(kind, 2)]


def _opportunities(wanted, units, chance, now):

    missing, units = max(0, wanted - Opportunity.objects.count()), units or list(Unit.objects.exclude(state=""))
    kinds = chance.choices(list(SHARES), weights=list(SHARES.values()), k=missing)
    rows = Opportunity.objects.bulk_create(
        [_opportunity(kind, number, chance.choice(units), chance, now) for number, kind in enumerate(kinds)],
        batch_size=AT_ONCE,
    )
    names = Concepts(chance)
    OpportunityConcept.objects.bulk_create(
        [one for row in rows for one in names.of_opportunity(row)], batch_size=AT_ONCE
    )
    standing = Opportunity.clusters.through
    cluster = Cluster.objects.order_by("pk").first().pk
    in_cluster = [standing(opportunity_id=row.pk, cluster_id=cluster) for row in rows if row.pk % 2]
    standing.objects.bulk_create(in_cluster, batch_size=AT_ONCE)
    _details(rows, chance, now)


def _opportunity(kind, number, unit, chance, now):

    at = now - timedelta(days=chance.randrange(1, 90), minutes=number % 1440)
    closes = None if kind == "offer" else now + timedelta(days=chance.randrange(-20, 60))
    if kind == "training":
        closes = now + timedelta(days=chance.randrange(1, 60))
    return Opportunity(
        kind=kind,
        unit=unit,
        title=f"{chance.choice(TRADES)} of good quality, lot {number}",
        summary="By road or rail, with a test report. Ask for a sample.",
        language="en",
        created_at=at,
        published_at=at,
        closes_at=max(closes, at + timedelta(days=1)) if closes else None,
        value=chance.randrange(20_000, 2_000_000),
        places=20 if kind == "training" else None,
        state=unit.state,
        district=unit.district,
        latitude=unit.latitude,
        longitude=unit.longitude,
    )


def _details(rows, chance, now):

    of_kind = {
        "offer": lambda row: OfferDetail(opportunity=row, price_from=chance.randrange(20, 90_000), price_per="kg"),
        "requirement": lambda row: RequirementDetail(
            opportunity=row, quantity=chance.randrange(10, 900), quantity_unit="kg", budget=row.value
        ),
        "tender": lambda row: TenderDetail(opportunity=row, tender_id=f"B-{row.pk}", twin_key=f"bench-{row.pk}"),
        "training": lambda row: TrainingDetail(
            opportunity=row, mode="in_person", venue="Hall 1", languages=["en"], paid_by="trainer", level="first_steps"
        ),
        "purchase_plan": lambda row: PlanDetail(opportunity=row, financial_year=year_at(now)),
    }
    for kind, make in of_kind.items():
        details = [make(row) for row in rows if row.kind == kind]
        if details:
            type(details[0]).objects.bulk_create(details, batch_size=AT_ONCE)
    sessions = [
        Session(training_id=row.pk, starts_at=row.closes_at, ends_at=row.closes_at + timedelta(hours=3))
        for row in rows
        if row.kind == "training"
    ]
    Session.objects.bulk_create(sessions, batch_size=AT_ONCE)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
