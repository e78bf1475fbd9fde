"""What a row of a lender's book means: one loan, as the lender's own system tells it."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.models import Person
from virtualclusters.areas.finance.board.permissions import BookPermission
from virtualclusters.areas.finance.models import BookLoan
from virtualclusters.capabilities.imports.specs import Field, Outcome, Problem, RowSpec
from virtualclusters.capabilities.imports.values import Type
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.scripts import fold
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.size_class import SizeClass
from virtualclusters.network.vocabulary.queries import english_name_of

COLUMNS = (
    "borrower", "sector", "sub_sector", "district", "size", "outstanding", "product", "product_percent", "as_of", "paid_out_here",
)  # fmt: skip
FIELDS = (
    Field("reference", _("Number of the loan"), required=True, synonyms=("Loan number", "Account", "Loan no", "खाता संख्या")),
    Field("borrower", _("Borrower"), required=True, synonyms=("Name", "Customer", "Unit", "Name of borrower", "उधारकर्ता")),
    Field("sector", _("Sector"), required=True, synonyms=("Industry", "Trade", "क्षेत्र")),
    Field("sub_sector", _("Sub-sector"), synonyms=("Sub sector", "Activity", "Product group", "उप-क्षेत्र")),
    Field("district", _("District"), synonyms=("Branch district", "जिला", "ज़िला")),
    Field("size", _("Size"), synonyms=("Size class", "Category", "MSME category", "श्रेणी")),
    Field("outstanding", _("Still owed, in rupees"), Type.MONEY, required=True, synonyms=("Outstanding", "Balance", "बकाया")),
    Field("product", _("Main product"), synonyms=("Product", "Main item", "उत्पाद")),
    Field("product_percent", _("Main product's share of sales, in per cent"), synonyms=("Share of sales", "बिक्री में हिस्सा")),
    Field("as_of", _("As of"), Type.MOMENT, synonyms=("Date", "As on", "Balance date", "तारीख")),
)  # fmt: skip


def key_of(row) -> str:
    """The same loan in every file: its number."""
    return fold(row["reference"])[:40]


def check(row) -> list[Problem]:
    """What no single field shows."""
    found = []
    if row["size"] and fold(row["size"]) not in list(SizeClass):
        found.append(Problem("size", "no_size"))
    if row["outstanding"] is not None and row["outstanding"] < 0:
        found.append(Problem("outstanding", "below_nothing"))
    if bool(row["product"]) != bool(row["product_percent"]):
        found.append(Problem("product_percent", "product_and_share"))
    elif row["product_percent"] and _percent(row["product_percent"]) is None:
        found.append(Problem("product_percent", "no_share"))
    return found


def apply(row, source) -> str:
    """Write one loan of the sender's own book: added, changed or the same."""
    lender, columns = _lender_of(source), _columns(row, source)
    known = BookLoan.objects.select_for_update().filter(lender=lender, reference=row["reference"][:40]).first()
    if known is None:
        BookLoan.objects.create(lender=lender, reference=row["reference"][:40], import_id=source.import_id, **columns)
        return Outcome.ADDED
    before = {name: getattr(known, name) for name in COLUMNS}
    if before == columns:
        return Outcome.SAME
    source.before = {"id": known.pk} | {name: None if value is None else str(value) for name, value in before.items()}
    BookLoan.objects.filter(pk=known.pk).update(**columns)
    return Outcome.CHANGED


def undo(import_id: int, limit: int) -> int:
    """Take back loans that a file added."""
    ids = list(BookLoan.objects.filter(import_id=import_id).order_by("pk").values_list("pk", flat=True)[:limit])
    BookLoan.objects.filter(pk__in=ids).delete()
    return len(ids)


def put_back(_key: str, before: dict) -> None:
    """Give a changed loan its earlier figures."""
    BookLoan.objects.filter(pk=before["id"]).update(**{name: before[name] for name in COLUMNS})


def _lender_of(source):
    actor = actor_for(Person.objects.get(pk=source.person_id)) if source.person_id else None
    if actor is None or not actor.may(BookPermission.BOOK_READ):
        raise Refused("not_a_lender", str(_("Only a lender's own people bring its book.")))
    return actor.organisation


def _columns(row, source):
    return {
        "borrower": row["borrower"][:120],
        "sector": _named(row["sector"]),
        "sub_sector": _named(row["sub_sector"]),
        "district": (row["district"] or "")[:80],
        "size": fold(row["size"] or ""),
        "outstanding": row["outstanding"],
        "product": _named(row["product"]),
        "product_percent": _percent(row["product_percent"]) if row["product"] else None,
        "as_of": day_in_india(row["as_of"] or source.as_of),
        "paid_out_here": False,
    }


def _named(words):
    """The portal's own name of a trade where it knows the lender's, so that loans paid out here stand with the others."""
    return (english_name_of(words) or words)[:80] if words else ""


def _percent(words):
    text = str(words).replace("%", "").strip()
    if not text.replace(".", "", 1).isdecimal():
        return None
    share = Decimal(text)
    return share.quantize(Decimal("0.01")) if share <= 100 else None


LOAN_BOOK = RowSpec(
    name="loan_book",
    label=_("Our book of loans"),
    fields=FIELDS,
    key=key_of,
    check=check,
    apply=apply,
    undo=undo,
    put_back=put_back,
    permission=BookPermission.BOOK_READ,
    sentences={
        "no_size": _("Write micro, small, medium or large."),
        "below_nothing": _("What is owed cannot be below 0."),
        "product_and_share": _("Say the main product and its share of sales, or neither."),
        "no_share": _("Write the share as a number from 0 to 100."),
        "not_a_lender": _("Only a lender's own people bring its book."),
    },
)
