"""A lender's book as its figures need it: sums that the database makes, of rows that nobody else reads."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Max, Min, Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.board.book import Caps, Loan, Owed, Rest, Side, total
from virtualclusters.areas.finance.models import BookCaps, BookLoan
from virtualclusters.network.organisations.facts import facts_of
from virtualclusters.network.organisations.models import UnitConcept
from virtualclusters.network.organisations.size_class import SizeClass
from virtualclusters.network.vocabulary.models import ConceptName
from virtualclusters.network.vocabulary.queries import names_of

SIZE_WORDS = {
    SizeClass.MICRO: gettext_lazy("Micro"),
    SizeClass.SMALL: gettext_lazy("Small"),
    SizeClass.MEDIUM: gettext_lazy("Medium"),
    SizeClass.LARGE: gettext_lazy("Large"),
}


@dataclass(frozen=True)
class Book:
    """What is owed by whom, how many loans it is, how many of them were paid out here and no file names, and of which day the oldest
    balance is (None: nothing came by file)."""

    owed: Owed
    loans: int
    from_here: int
    as_of: date | None

    @property
    def total(self) -> Decimal:
        return total(self.owed)


def book_of(organisation_id: int, *sides: Side) -> Book:
    """One lender's book by sector, by borrower and by what else is asked for: a query a side and one more, however many loans."""
    rows, told = BookLoan.objects.filter(lender=organisation_id), Q(paid_out_here=False)
    counted = rows.aggregate(loans=Count("pk"), from_here=Count("pk", filter=~told), as_of=Min("as_of", filter=told))
    return Book(owed=owed_of(organisation_id, *sides), **counted)


def owed_of(organisation_id: int, *sides: Side) -> Owed:
    """The sums alone: a query a side."""
    rows = BookLoan.objects.filter(lender=organisation_id)
    return {side: _sums(rows, side) for side in {Side.SECTOR, Side.BORROWER, *sides}}


def _sums(rows, side):
    return dict(rows.order_by().values_list(side).annotate(owed=Sum("outstanding")))


def products_of(organisation_id: int) -> list[str]:
    """What borrowers' sales rest on, as the lender's files name it."""
    rows = BookLoan.objects.filter(lender=organisation_id).exclude(product="")
    return list(rows.order_by("product").values_list("product", flat=True).distinct())


def rests_on(organisation_id: int, product: str) -> list[Rest]:
    """Whose sales rest on a product, by the largest share told with any of their loans, and what they owe in all."""
    rows = BookLoan.objects.filter(lender=organisation_id).order_by().values_list("borrower")
    share = Max("product_percent", filter=Q(product=product))
    found = rows.annotate(share=share, owed=Sum("outstanding")).filter(share__gt=0)
    return [Rest(name, percent / 100, owed) for name, percent, owed in found]


def caps_written(organisation_id: int) -> BookCaps | None:
    """The row of what the lender's board allows, with the day it decided; None when nothing was written down."""
    return BookCaps.objects.filter(lender=organisation_id).first()


def caps_in(written: BookCaps | None) -> Caps:
    """What was written down; nothing set measures nothing."""
    if written is None:
        return Caps()
    return Caps(written.capital, written.single_name_percent, written.sector_percent)


def loan_of(application, *, at) -> Loan:
    """An application as the loan it would become: what is sanctioned, else what is asked for, of a unit as it is known now."""
    rupees = application.sanctioned_amount or application.amount
    return loan_of_unit(application.engagement.lead, rupees, at=at)


def loan_of_unit(unit, rupees, *, at) -> Loan:
    """A loan of a unit here: sector and sub-sector are those of the first product it makes."""
    sector, group = _trade_of(unit)
    return Loan(
        borrower=unit.organisation.name,
        sector=sector,
        sub_sector=group,
        district=unit.district,
        size=facts_of([unit.pk], at=at)[unit.pk].get("size_class") or "",
        outstanding=Decimal(rupees),
    )


def _trade_of(unit) -> tuple[str, str]:
    """Sector and group of what a unit makes first, by their English names; empty when it has not said."""
    made = UnitConcept.objects.filter(unit=unit, role="makes").order_by("pk")
    group, sector = made.values_list("concept__group", "concept__group__group").first() or (None, None)
    names = names_of([pk for pk in (group, sector) if pk], "en")
    return names.get(sector, ""), names.get(group, "")


def words_of(name: str, side: Side, called) -> str:
    """How a name of a side reads; what was not said is said to be so. ``called``: trades in the reader's language."""
    if not name:
        return _("Not said")
    return str(SIZE_WORDS.get(name, name)) if side is Side.SIZE else called.get(name, name)


def in_readers_language(names, language: str) -> dict[str, str]:
    """The trades and products that a book names in English, as a reader of a language calls them; what the portal does not know stays out.

    Two queries; none in English.
    """
    if language == "en":
        return {}
    rows = ConceptName.objects.filter(language="en", text__in=set(names)).values_list("text", "concept")
    concepts = dict(rows)
    told = names_of(concepts.values(), language)
    return {name: told[concept] for name, concept in concepts.items() if concept in told}
