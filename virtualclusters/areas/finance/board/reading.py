"""A lender's book as its figures need it: sums that the database makes, of rows that nobody else reads."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, F, Max, Min, Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.board.book import NOTHING, Caps, Cut, Loan, Owed, Rest, Side, allowed_of_one, total
from virtualclusters.areas.finance.models import BookCaps, BookLoan
from virtualclusters.network.organisations.facts import facts_of
from virtualclusters.network.organisations.models import UnitConcept
from virtualclusters.network.organisations.size_class import SizeClass
from virtualclusters.network.vocabulary.models import ConceptName
from virtualclusters.network.vocabulary.queries import names_of

MOST_BORROWERS = 20
"""So many of the largest are named."""
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


def book_of(organisation_id: int, *sides: Side, caps: Caps) -> Book:
    """One lender's book by sector, by borrower and by what else is asked for: as many queries for ten loans as for ten thousand."""
    rows, told = BookLoan.objects.filter(lender=organisation_id), Q(paid_out_here=False)
    counted = rows.aggregate(loans=Count("pk"), from_here=Count("pk", filter=~told), as_of=Min("as_of", filter=told))
    return Book(owed=owed_of(organisation_id, *sides, caps=caps), **counted)


def owed_of(organisation_id: int, *sides: Side, caps: Caps, borrower: str = "") -> Owed:
    """The sums alone, made by the database. Of borrowers it names those over the cap, the one asked for, and the largest if asked."""
    rows = BookLoan.objects.filter(lender=organisation_id)
    cuts = {side: Cut.of(dict(_sums(rows, side))) for side in {Side.SECTOR, *sides} - {Side.BORROWER}}
    return cuts | {Side.BORROWER: _borrowers(rows, Side.BORROWER in sides, allowed_of_one(caps), borrower)}


def _sums(rows, side):
    return rows.order_by().values_list(side).annotate(owed=Sum("outstanding"))


def _borrowers(rows, are_shown, allowed, asked):
    """Sums over all borrowers, who are nearly as many as the loans, and the few names that figures need."""
    sums, owed = _sums(rows, Side.BORROWER), F("owed")
    told = sums.aggregate(
        whole=Sum(owed), squares=Sum(owed * owed), largest=Max(owed), asked=Sum(owed, filter=Q(borrower=asked))
    )
    names = {} if told["asked"] is None else {asked: told["asked"]}
    if are_shown:
        names |= dict(sums.order_by("-owed", Side.BORROWER)[:MOST_BORROWERS])
    if allowed is not None and (told["largest"] or NOTHING) > allowed:
        names |= dict(sums.filter(owed__gt=allowed))
    return Cut(told["whole"] or NOTHING, told["squares"] or NOTHING, names)


def products_of(organisation_id: int) -> list[str]:
    """What borrowers' sales rest on, as the lender's files name it."""
    rows = BookLoan.objects.filter(lender=organisation_id).exclude(product="")
    return list(rows.order_by("product").values_list("product", flat=True).distinct())


def rests_on(organisation_id: int, product: str, most: int | None = None) -> list[Rest]:
    """Whose sales rest on a product, by the largest share told with any of their loans, and what they owe in all; the hardest hit first."""
    found = _resting(organisation_id, product).order_by("-share", "-owed", "borrower")
    return [Rest(name, percent / 100, owed) for name, percent, owed in found[:most]]


def owed_by_resting_on(organisation_id: int, product: str) -> Decimal:
    """What all of them owe, in rupees."""
    return _resting(organisation_id, product).aggregate(struck=Sum("owed"))["struck"] or NOTHING


def _resting(organisation_id, product):
    rows = BookLoan.objects.filter(lender=organisation_id).order_by().values_list("borrower")
    share = Max("product_percent", filter=Q(product=product))
    return rows.annotate(share=share, owed=Sum("outstanding")).filter(share__gt=0)


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
