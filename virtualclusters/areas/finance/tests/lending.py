"""A lender with a clerk and a manager, what they type, and units that look for money."""

from decimal import Decimal

from tests.factories import NOON, give_concept, make_concept, make_member, make_organisation, make_unit
from virtualclusters.areas.finance.models import BookLoan
from virtualclusters.areas.finance.packages.operations import submit_package, write_package
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import OrganisationKind, Role

LENDER = OrganisationKind.FINANCIAL_INSTITUTION
DAY = day_in_india(NOON)


def make_lender(at=NOON, **fields):
    """A bank's branch."""
    return make_unit(organisation=make_organisation(kind=LENDER, at=at, **fields), at=at)


def make_clerk(branch):
    """An officer of the bank, as the actor she is there."""
    return make_member(branch.organisation, role=Role.OFFICER)


def book_row(lender, number, one, *, day=DAY, **columns):
    """A loan of the pure figures as a row of a lender's book, which may be kept."""
    product = next(iter(one.sales), "")
    return BookLoan(
        lender=lender,
        reference=f"L-{number}",
        borrower=one.borrower,
        sector=one.sector,
        sub_sector=one.sub_sector,
        district=one.district,
        size=one.size,
        outstanding=one.outstanding,
        product=product,
        product_percent=one.sales[product] * 100 if product else None,
        as_of=day,
        **columns,
    )


def typed(**changes):
    """The package form as a browser sends it: a term loan with all boxes that are needed."""
    said = {
        "title": "Loan for spice mills",
        "title_other": "मसाला मिलों के लिए कर्ज़",
        "facilities": ["term_loan"],
        "purposes": ["machines"],
        "amount_min": "1 lakh",
        "amount_max": "50 lakh",
        "benchmark": "repo_linked",
        "benchmark_percent": "8.25",
        "benchmark_as_of_day": "1",
        "benchmark_as_of_month": "11",
        "benchmark_as_of_year": "2025",
        "spread_min": "2",
        "spread_max": "2",
        "reset_months": "3",
        "months_max": "72",
        "moratorium_months_max": "6",
        "moratorium_interest": "served",
        "repayment": "monthly",
        "gst_percent": "18",
        "fee_0_what": "processing",
        "fee_0_up_to": "3 lakh",
        "fee_0_rupees": "0",
        "fee_1_what": "processing",
        "fee_1_percent": "0.625",
        "security_0_rule": "none",
        "security_0_up_to": "2 crore",
        "security_1_rule": "cover",
        "security_1_cover_percent": "150",
        "margin_term_loan": "10",
        "documents": ["udyam", "quotation"],
        "decision_days": "14",
        "contact_desk": "Small business desk, Pune",
        "once": "0" * 32,
    }
    return {name: value for name, value in (said | changes).items() if value is not None}


def told(**changes):
    """What the package form gives when it is filled in rightly."""
    said = {
        "title": "Loan for spice mills",
        "summary": "",
        "closes_at": None,
        "title_other": "मसाला मिलों के लिए कर्ज़",
        "facilities": ["term_loan"],
        "purposes": ["machines"],
        "borrower_types": [],
        "products": [],
        "amount_min": Decimal(100_000),
        "amount_max": Decimal(5_000_000),
        "benchmark": "repo_linked",
        "benchmark_percent": Decimal("8.25"),
        "benchmark_as_of": DAY,
        "spread_min": Decimal(2),
        "spread_max": Decimal(2),
        "reset_months": 3,
        "months_max": 72,
        "moratorium_months_max": 6,
        "moratorium_interest": "served",
        "repayment": "monthly",
        "season_months": [],
        "gst_percent": Decimal(18),
        "subsidies": [],
        "documents": ["udyam", "quotation"],
        "decision_days": 14,
        "contact_desk": "Small business desk, Pune",
        "margins": {"term_loan": Decimal(10)},
        "fees": [_fee(Decimal(0), Decimal(300_000), rupees=Decimal(0)), _fee(Decimal(300_000), None, Decimal("0.625"))],
        "securities": [],
    }
    return said | changes


def _fee(above, up_to, percent=None, rupees=None):
    fee = {"what": "processing", "above": above, "up_to": up_to, "percent": percent, "rupees": rupees}
    return fee | {"cap": None, "yearly": False}


def draft_package(branch, clerk, *, at=NOON, **changes):
    """A draft of the branch."""
    return write_package(told=told(**changes), unit_id=branch.pk, actor=clerk, at=at)


def publish_package(branch, clerk, *, at=NOON, **changes):
    """A published package of the branch."""
    draft = draft_package(branch, clerk, at=at, **changes)
    submit_package(package_id=draft.pk, actor=clerk, at=at)
    draft.refresh_from_db()
    return draft


def make_spice_maker(at=NOON, *, concept=None, **organisation):
    """A unit in Pune that makes spices."""
    unit = make_unit(organisation=make_organisation(at=at, **organisation), at=at)
    give_concept(unit, concept or make_concept())
    return unit
