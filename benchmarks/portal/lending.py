"""Invented lenders, their packages, and the book of one, made by the models from a chance that the caller seeded."""

from datetime import timedelta
from decimal import Decimal
from functools import partial

from benchmarks.portal.filling import AT_ONCE, NAMES, PINS, TRADES, Concepts
from virtualclusters.areas.finance import models
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.config.samples.making import organisation_of
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.rules.models import Rule
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import Organisation, Unit
from virtualclusters.network.organisations.places import place_at

LENDERS = 40
RULES = (
    ("size_class", "one_of", ["micro", "small"]),
    ("state", "one_of", ["UP", "BR", "MH", "GJ", "RJ"]),
    ("state", "one_of", ["KA", "TN", "KL", "TG"]),
    ("years_in_business", "at_least", 3),
    ("turnover_lakh", "at_least", 10),
    ("turnover_lakh", "at_most", 500),
    ("is_manufacturer", "is_true", True),
    ("ownership", "has_any", ["women"]),
)
SECTORS = {
    "Food processing": ("Spices", "Bakery", "Oils", "Honey", "Dairy"),
    "Machinery": ("Grinders", "Ovens", "Packing"),
}


def make_branches(chance, now):
    """The sample bank's branch first, then invented ones all over the country."""
    own = organisation_of("bank").units.order_by("pk").first()
    firms = Organisation.objects.bulk_create(
        Organisation(
            name=f"{chance.choice(NAMES)} Bank {number} (sample)",
            kind="financial_institution",
            created_at=now,
            claimed_at=now,
            is_sample=True,
        )
        for number in range(LENDERS - 1)
    )
    dated = {"created_at": now, "renewed_at": now, "expires_at": now + timedelta(days=365)}
    made = [Unit(organisation=firm, pin=pin, **place_at(pin), **dated) for firm, pin in zip(firms, PINS, strict=False)]
    return [own, *Unit.objects.bulk_create(made)]


def make_packages(count, branches, chance, now):
    """Open packages of all lenders, with concepts, rules, fees, margins, security and words."""
    rows = Opportunity.objects.bulk_create(
        [_opportunity(number, branches[number % len(branches)], now) for number in range(count)], AT_ONCE
    )
    details = models.PackageDetail.objects.bulk_create([_detail(row, chance, now) for row in rows], AT_ONCE)
    drawn = Concepts(chance)
    named = [(row, pk) for row in rows if chance.random() < 0.7 for pk in drawn.draw("product", 3)]
    OpportunityConcept.objects.bulk_create(
        [OpportunityConcept(opportunity=row, concept_id=pk, role="offers") for row, pk in named], AT_ONCE
    )
    asked = [(row, *rule) for row in rows for rule in chance.sample(RULES, chance.randint(0, 3))]
    stands = {"source": "The lender's terms", "version": "1", "effective_from": day_in_india(now), "hard": True}
    Rule.objects.bulk_create(
        [Rule(opportunity=row, fact=f, operator=o, value=value, **stands) for row, f, o, value in asked], AT_ONCE
    )
    _parts(details)
    return rows


def _opportunity(number, branch, now):
    at = now - timedelta(days=30, minutes=number)
    told = {
        "title": f"Loan for small units, edition {number}",
        "summary": "Machines and daily costs.",
        "language": "en",
    }
    return Opportunity(kind=PACKAGE, unit=branch, created_at=at, published_at=at, remote=True, **told)


def _detail(row, chance, now):
    return models.PackageDetail(
        opportunity=row,
        facilities=chance.choice((["term_loan"], ["term_loan", "cash_credit"], ["cash_credit"])),
        purposes=chance.sample(models.Purpose.values, 3),
        amount_min=chance.choice((50_000, 100_000, 300_000)),
        amount_max=chance.choice((1_000_000, 5_000_000, 20_000_000)),
        benchmark="repo_linked",
        benchmark_percent=Decimal("8.25"),
        benchmark_as_of=day_in_india(now),
        spread_min=Decimal(chance.randrange(0, 200)) / 100,
        spread_max=Decimal(chance.randrange(200, 600)) / 100,
        reset_months=3,
        months_max=chance.choice((36, 60, 84)),
        moratorium_months_max=6,
        repayment=chance.choice(("monthly", "quarterly")),
        guarantee_fee_percent=Decimal("0.85"),
        guarantee_fee_paid_by="borrower",
        documents=["udyam", "quotation"],
        decision_days=14,
        contact_desk="Small business desk",
        last_confirmed_on=day_in_india(now),
    )


def _parts(details):
    """Two slabs of a fee, one margin, one rule of security and Hindi words for each."""
    fee = partial(models.PackageFee, what="processing")
    models.PackageFee.objects.bulk_create([fee(package=one, up_to=300_000, rupees=0) for one in details], AT_ONCE)
    models.PackageFee.objects.bulk_create(
        [fee(package=one, above=300_000, percent=Decimal("0.5"), cap=25_000) for one in details], AT_ONCE
    )
    models.PackageMargin.objects.bulk_create(
        [models.PackageMargin(package=one, facility=one.facilities[0], percent=15) for one in details], AT_ONCE
    )
    models.PackageSecurity.objects.bulk_create(
        [models.PackageSecurity(package=one, rule="none") for one in details], AT_ONCE
    )
    models.PackageWords.objects.bulk_create(
        [models.PackageWords(package=one, language="hi", title="छोटी इकाइयों के लिए कर्ज़") for one in details], AT_ONCE
    )


def enter_paid_out(lender, chance, now):
    """What the lender paid out here, as ``board.entering`` writes it."""
    paid = models.LoanApplication.objects.filter(engagement__opportunity__unit__organisation=lender, stage="disbursed")
    rows = [
        models.BookLoan(
            lender=lender,
            reference=one.number,
            borrower=one.engagement.lead.organisation.name,
            sector="Food processing",
            sub_sector=chance.choice(SECTORS["Food processing"]),
            district=one.engagement.lead.district,
            outstanding=one.amount,
            as_of=day_in_india(now),
            paid_out_here=True,
        )
        for one in paid.select_related("engagement__lead__organisation")
    ]
    models.BookLoan.objects.bulk_create(rows, AT_ONCE, ignore_conflicts=True)


def make_book(lender, count, chance, now):
    """What the lender's own file told."""
    rows = [_book_loan(lender, number, chance, now) for number in range(count)]
    models.BookLoan.objects.bulk_create(rows, AT_ONCE, ignore_conflicts=True)
    caps = {"capital": 10**9, "single_name_percent": 20, "sector_percent": 60, "decided_on": day_in_india(now)}
    models.BookCaps.objects.update_or_create(lender=lender, defaults=caps)


def _book_loan(lender, number, chance, now):
    sector = chance.choice(list(SECTORS))
    product = chance.choice(("", "Chilli", "Wheat"))
    return models.BookLoan(
        lender=lender,
        reference=f"B-{number}",
        borrower=f"{chance.choice(NAMES)} {chance.choice(TRADES)} {number // 2}",
        sector=sector,
        sub_sector=chance.choice(SECTORS[sector]),
        district=f"District {chance.randrange(60)}",
        size=chance.choice(("micro", "small", "medium")),
        outstanding=chance.randrange(10_000, 5_000_000),
        product=product,
        product_percent=chance.randrange(10, 100) if product else None,
        as_of=day_in_india(now),
    )
