"""A lender's book read from its rows: what its files told, and what it paid out here and no file names yet."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Exists, OuterRef, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.board.book import Caps, Loan, Side
from virtualclusters.areas.finance.models import BookCaps, BookLoan, Disbursement, LoanApplication
from virtualclusters.network.organisations.facts import facts_of
from virtualclusters.network.organisations.models import UnitConcept
from virtualclusters.network.organisations.size_class import SizeClass
from virtualclusters.network.vocabulary.queries import names_of

SIZE_WORDS = {
    SizeClass.MICRO: gettext_lazy("Micro"),
    SizeClass.SMALL: gettext_lazy("Small"),
    SizeClass.MEDIUM: gettext_lazy("Medium"),
    SizeClass.LARGE: gettext_lazy("Large"),
}


@dataclass(frozen=True)
class Book:
    """The loans, the oldest day their figures are of (None: nothing came by file), and how many were paid out here and no file names."""

    loans: list[Loan]
    as_of: date | None
    from_here: int
    products: tuple[str, ...]


def book_of(organisation_id: int, *, at) -> Book:
    """The whole book of one lender, with names: five queries however many loans."""
    rows = list(BookLoan.objects.filter(lender=organisation_id).order_by("pk"))
    here = _paid_out_here(organisation_id)
    loans = [_loan(row) for row in rows] + _loans_from(here, at)
    products = sorted({row.product for row in rows if row.product})
    return Book(loans, min((row.as_of for row in rows), default=None), len(here), tuple(products))


def caps_written(organisation_id: int) -> BookCaps | None:
    """The row of what the lender's board allows, with the day it decided; None when nothing was written down."""
    return BookCaps.objects.filter(lender=organisation_id).first()


def caps_of(organisation_id: int) -> Caps:
    """What the lender's board allows; nothing set measures nothing."""
    found = caps_written(organisation_id)
    return Caps(found.capital, found.single_name_percent, found.sector_percent) if found else Caps()


def loan_of(application, *, at) -> Loan:
    """An application as the loan it would become: what is sanctioned, else what is asked for."""
    rupees = application.sanctioned_amount or application.amount
    return _loans_from([(application.engagement.lead, rupees)], at)[0]


def _paid_out_here(organisation_id):
    """(unit, rupees paid out) of applications that no row of the book names."""
    named = BookLoan.objects.filter(lender=organisation_id, reference=OuterRef("number"))
    own = LoanApplication.objects.filter(engagement__opportunity__unit__organisation=organisation_id)
    paid = own.exclude(Exists(named)).filter(Exists(Disbursement.objects.filter(application=OuterRef("pk"))))
    found = paid.annotate(paid_out=Sum("disbursements__amount")).select_related("engagement__lead__organisation")
    return [(one.engagement.lead, one.paid_out) for one in found.order_by("pk")]


def _loan(row):
    sales = {row.product: row.product_percent / 100} if row.product else {}
    return Loan(row.borrower, row.sector, row.sub_sector, row.district, row.size, row.outstanding, sales)


def _loans_from(units_and_rupees, at):
    """Loans of units here: sector and sub-sector are those of the first product they make."""
    units = [unit for unit, _rupees in units_and_rupees]
    facts = facts_of({unit.pk for unit in units}, at=at) if units else {}
    trades = _trades_of(units)
    return [
        Loan(
            borrower=unit.organisation.name,
            sector=trades.get(unit.pk, ("", ""))[0],
            sub_sector=trades.get(unit.pk, ("", ""))[1],
            district=unit.district,
            size=facts.get(unit.pk, {}).get("size_class") or "",
            outstanding=Decimal(rupees),
        )
        for unit, rupees in units_and_rupees
    ]


def _trades_of(units) -> dict[int, tuple[str, str]]:
    """Sector and group of what each unit makes first, by unit id, by their English names."""
    made = UnitConcept.objects.filter(unit__in=units, role="makes").order_by("pk")
    first = {}
    for unit_id, group, sector in made.values_list("unit", "concept__group", "concept__group__group"):
        first.setdefault(unit_id, (sector, group))
    names = names_of({pk for pair in first.values() for pk in pair if pk}, "en")
    return {unit: (names.get(sector, ""), names.get(group, "")) for unit, (sector, group) in first.items()}


def words_of(name: str, side: Side) -> str:
    """How a name of a side reads; what was not said is said to be so."""
    if not name:
        return _("Not said")
    return str(SIZE_WORDS.get(name, name)) if side is Side.SIZE else name
