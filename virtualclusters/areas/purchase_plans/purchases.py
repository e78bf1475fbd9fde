"""What a row of a buyer's register of purchases means: one thing bought, from whom, and what the buyer knows of the vendor."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.models import Person
from virtualclusters.areas.purchase_plans.models import Purchase
from virtualclusters.areas.purchase_plans.permissions import PlanPermission
from virtualclusters.areas.purchase_plans.years import year_at
from virtualclusters.capabilities.imports.specs import Field, Outcome, Problem, RowSpec
from virtualclusters.capabilities.imports.values import Type
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.scripts import fold
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.size_class import SizeClass

CATEGORIES = {
    "goods": "goods", "supply": "goods", "वस्तु": "goods", "सामान": "goods", "services": "services", "service": "services",
    "सेवा": "services", "सेवाएं": "services", "works": "works", "work": "works", "कार्य": "works", "निर्माण": "works",
}  # fmt: skip
SIZES = {
    "micro": SizeClass.MICRO, "सूक्ष्म": SizeClass.MICRO, "small": SizeClass.SMALL, "लघु": SizeClass.SMALL,
    "medium": SizeClass.MEDIUM, "मध्यम": SizeClass.MEDIUM, "large": SizeClass.LARGE, "other": SizeClass.LARGE,
    "बड़ा": SizeClass.LARGE,
}  # fmt: skip
FIELDS = (
    Field(
        "number",
        _("Number of the order or bill"),
        required=True,
        synonyms=("Order number", "PO No", "Bill No", "आदेश संख्या"),
    ),
    Field("day", _("Day"), Type.MOMENT, required=True, synonyms=("Date", "Order date", "Bill date", "तारीख")),
    Field("item", _("Item"), required=True, synonyms=("Goods", "Description", "Material", "वस्तु", "सामग्री")),
    Field("vendor", _("Vendor"), required=True, synonyms=("Supplier", "Seller", "Firm", "विक्रेता", "आपूर्तिकर्ता")),
    Field("amount", _("Amount in rupees"), Type.MONEY, required=True, synonyms=("Amount", "Value", "राशि", "मूल्य")),
    Field("category", _("Goods, services or works"), required=True, synonyms=("Category", "Kind", "श्रेणी")),
    Field(
        "size", _("Size of the vendor"), synonyms=("MSE", "Enterprise type", "Size", "Category of enterprise", "आकार")
    ),
    Field("trades", _("Only trades"), Type.YES_NO, synonyms=("Trader", "Reseller", "व्यापारी")),
    Field("sc_st", _("Owned by SC or ST persons"), Type.YES_NO, synonyms=("SC/ST", "SC ST owned", "अजा/अजजा")),
    Field("women", _("Owned by women"), Type.YES_NO, synonyms=("Women", "Women owned", "महिला")),
)


def key_of(row) -> str:
    """Number and item."""
    return f"{fold(row['number'])[:60]}|{fold(row['item'])[:58]}"


def check(row) -> list[Problem]:
    """What no single field shows."""
    found = []
    if fold(row["category"]) not in CATEGORIES:
        found.append(Problem("category", "no_category"))
    if row["size"] and fold(row["size"]) not in SIZES:
        found.append(Problem("size", "no_size"))
    if not row["amount"] or row["amount"] <= 0:
        found.append(Problem("amount", "no_amount"))
    return found


def apply(row, source) -> str:
    """Write one purchase of the sender's own organisation: added, changed or the same."""
    organisation, columns = _organisation_of(source), _columns(row)
    purchase, is_new = Purchase.objects.get_or_create(
        organisation_id=organisation, reference=key_of(row), defaults={**columns, "import_id": source.import_id}
    )
    if is_new:
        return Outcome.ADDED
    before = {name: getattr(purchase, name) for name in columns}
    if before == columns:
        return Outcome.SAME
    source.before = {"purchase": purchase.pk, "columns": {name: _plain(value) for name, value in before.items()}}
    Purchase.objects.filter(pk=purchase.pk).update(**columns)
    return Outcome.CHANGED


def undo(import_id: int, limit: int) -> int:
    """Take back purchases that an import added."""
    ids = list(Purchase.objects.filter(import_id=import_id).order_by("pk").values_list("pk", flat=True)[:limit])
    Purchase.objects.filter(pk__in=ids).delete()
    return len(ids)


def put_back(_key: str, before: dict) -> None:
    """Give a changed purchase its earlier figures."""
    Purchase.objects.filter(pk=before["purchase"]).update(**before["columns"])


def _organisation_of(source):
    actor = actor_for(Person.objects.get(pk=source.person_id)) if source.person_id else None
    held = actor.organisations_where(PlanPermission.BUYING_DO) if actor else []
    if not held:
        raise NotFound
    return actor.organisation_id if actor.organisation_id in held else held[0]


def _columns(row):
    return {
        "bought_on": day_in_india(row["day"]),
        "financial_year": year_at(row["day"]),
        "item": row["item"][:200],
        "vendor": row["vendor"][:200],
        "amount": row["amount"],
        "category": CATEGORIES[fold(row["category"])],
        "size": SIZES[fold(row["size"])].value if row["size"] else "",
        "trades_only": row["trades"],
        "sc_st_owned": row["sc_st"],
        "women_owned": row["women"],
    }


def _plain(value):
    return value if value is None or isinstance(value, bool | int | str) else str(value)


PURCHASES = RowSpec(
    name="purchases",
    label=_("What you bought this year"),
    fields=FIELDS,
    key=key_of,
    check=check,
    apply=apply,
    undo=undo,
    put_back=put_back,
    permission=PlanPermission.BUYING_DO,
    sentences={
        "no_category": _("Write goods, services or works."),
        "no_size": _("Write micro, small, medium or large, or leave it empty."),
        "no_amount": _("Write the amount in rupees, above zero."),
    },
)
