"""What a row of a purchase plan's file means: one thing that one buyer will buy in one year."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.models import Person
from virtualclusters.areas.purchase_plans.models import PlanDetail, Quantity
from virtualclusters.areas.purchase_plans.operations import file_for_buyer, publish_plan
from virtualclusters.areas.purchase_plans.permissions import PlanPermission
from virtualclusters.areas.purchase_plans.years import last_moment, quarter_of, year_of
from virtualclusters.capabilities.imports.specs import Field, Outcome, Problem, RowSpec
from virtualclusters.capabilities.imports.values import Type
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.opportunities.models import Opportunity, Source
from virtualclusters.exchange.opportunities.operations import add_source
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.scripts import fold
from virtualclusters.network.actors import PORTAL, actor_for
from virtualclusters.network.organisations.buyers import BUYER_KINDS, unit_of_buyer
from virtualclusters.network.organisations.queries import units_of
from virtualclusters.network.vocabulary import reading

PORTAL_NAME = "purchase plan"
UNITS = {
    "kg": Quantity.KILOGRAM, "kgs": Quantity.KILOGRAM, "kilogram": Quantity.KILOGRAM, "किलो": Quantity.KILOGRAM,
    "tonne": Quantity.TONNE, "ton": Quantity.TONNE, "mt": Quantity.TONNE, "टन": Quantity.TONNE,
    "litre": Quantity.LITRE, "liter": Quantity.LITRE, "l": Quantity.LITRE, "लीटर": Quantity.LITRE,
    "piece": Quantity.PIECE, "pieces": Quantity.PIECE, "nos": Quantity.PIECE, "no": Quantity.PIECE, "नग": Quantity.PIECE,
    "pack": Quantity.PACK, "packs": Quantity.PACK, "packet": Quantity.PACK, "पैकेट": Quantity.PACK,
}  # fmt: skip
FIELDS = (
    Field("item", _("Item"), required=True, synonyms=("Item description", "Goods", "Material", "सामग्री", "वस्तु")),
    Field("buyer", _("Buyer"), synonyms=("Department", "Ministry", "Undertaking", "Organisation", "विभाग", "क्रेता")),
    Field("arm", _("Office that buys"), synonyms=("Office", "Buying office", "Purchase office", "कार्यालय")),
    Field("year", _("Financial year"), required=True, synonyms=("Year", "FY", "वित्तीय वर्ष")),
    Field("quarter", _("Quarter"), synonyms=("When", "Expected quarter", "तिमाही")),
    Field("quantity", _("Quantity"), Type.INTEGER, synonyms=("Qty", "Annual quantity", "मात्रा")),
    Field("unit", _("Counted in"), synonyms=("Unit", "UoM", "इकाई")),
    Field("value", _("Estimated value in rupees"), Type.MONEY, synonyms=("Estimated cost", "Value", "अनुमानित लागत")),
    Field("place", _("Place of delivery"), synonyms=("Consignee", "Delivery at", "आपूर्ति स्थान")),
    Field("reserved", _("Reserved for small units"), Type.YES_NO, synonyms=("MSE reserved", "Reserved", "आरक्षित")),
    Field("rule", _("Rule that reserves it"), synonyms=("Rule", "Policy", "नियम")),
    Field("version", _("Version of the rule"), synonyms=("Rule date", "Version")),
    Field("rule_page", _("Page of the rule"), synonyms=("Rule link", "Source of the rule", "Rule URL")),
)
_RULE = ("rule", "version", "rule_page")


def key_of(row) -> str:
    """The same line in every file: buyer, office, item, year and quarter."""
    return f"{fold(row['buyer'] or '')[:60]}|{_line_of(row)}"[:200]


def _line_of(row):
    year, quarter = year_of(row["year"] or ""), quarter_of(row["quarter"] or "")
    return "|".join([*(fold(row[name] or "")[:60] for name in ("arm", "item")), str(year), str(quarter or "")])


def check(row) -> list[Problem]:
    """What no single field shows."""
    found = []
    if year_of(row["year"]) is None:
        found.append(Problem("year", "no_year"))
    if row["quarter"] and quarter_of(row["quarter"]) is None:
        found.append(Problem("quarter", "no_quarter"))
    if row["quantity"] and fold(row["unit"] or "") not in UNITS:
        found.append(Problem("unit", "no_unit"))
    if row["reserved"] and not all(row[name] for name in _RULE):
        found.append(Problem("reserved", "reserved_without_rule"))
    if row["rule_page"] and not str(row["rule_page"]).startswith(("https://", "http://")):
        found.append(Problem("rule_page", "no_page"))
    return found


def apply(row, source) -> str:
    """Write one line: added, changed or the same. A line is known by the buyer's unit, so that no buyer reaches another's."""
    actor = _actor(source)
    unit = _unit_of(actor, row, source)
    reference = f"{unit.pk}|{_line_of(row)}"[:200]
    known = Source.objects.filter(portal=PORTAL_NAME, reference=reference).select_related("opportunity").first()
    if known:
        return _change(known.opportunity, _columns(row), source, reference)
    opportunity = _publish(row, source, actor, unit)
    add_source(
        opportunity=opportunity, portal=PORTAL_NAME, reference=reference, address=row["rule_page"] or "", at=source.at
    )
    PlanDetail.objects.filter(pk=opportunity.pk).update(import_id=source.import_id)
    return Outcome.ADDED


def undo(import_id: int, limit: int) -> int:
    """Take back lines that an import added, in which nobody is interested yet and of which no tender came."""
    engaged = Engagement.objects.filter(opportunity__plan_detail__import_id=import_id).values("opportunity")
    mine = (
        PlanDetail.objects.filter(import_id=import_id, opportunity__led_to=None).exclude(pk__in=engaged).order_by("pk")
    )
    ids = list(mine.values_list("pk", flat=True)[:limit])
    Opportunity.objects.filter(pk__in=ids).delete()
    return len(ids)


def put_back(_key: str, before: dict) -> None:
    """Give a changed line its earlier figures."""
    opportunity = Source.objects.get(portal=PORTAL_NAME, reference=before["reference"]).opportunity
    _write(opportunity, {name: _plain_to_column(name, value) for name, value in before["columns"].items()})


def _publish(row, source, actor, unit):
    title = row["item"][:300]
    language = actor.person.language if actor.person else "en"
    common = {
        "title": title, "summary": "", "language": language, "concept_ids": _concepts(title, language),
        "actor": actor, "at": source.as_of, **_columns(row),
    }  # fmt: skip
    if _is_buyer(actor):
        return publish_plan(unit_id=unit.pk, **common)
    return file_for_buyer(buyer=row["buyer"], **common)


def _is_buyer(actor):
    return actor.organisation is not None and actor.organisation.kind in BUYER_KINDS


def _unit_of(actor, row, source):
    """The unit for which a line stands: a buyer's own, or the one that the administrator's file names."""
    if _is_buyer(actor):
        return _own_unit(actor, row)
    if not row["buyer"]:
        raise Refused("no_buyer", str(_("Say who buys this.")))
    return unit_of_buyer(row["buyer"], at=source.as_of)


def _actor(source):
    if source.person_id is None:
        return PORTAL
    return actor_for(Person.objects.get(pk=source.person_id))


def _own_unit(actor, row):
    """A buyer's own people bring their own plan only."""
    if row["buyer"] and fold(row["buyer"]) != fold(actor.organisation.name):
        raise Refused("another_buyer", str(_("This line names another buyer than your own.")))
    return units_of(actor).first()


def _columns(row):
    year, quarter = year_of(row["year"]), quarter_of(row["quarter"] or "")
    reserved = row["reserved"] if isinstance(row["reserved"], bool) else None
    return {
        "financial_year": year,
        "quarter": quarter,
        "quantity": Decimal(row["quantity"]) if row["quantity"] else None,
        "quantity_unit": UNITS[fold(row["unit"])] if row["quantity"] else "",
        "buying_arm": row["arm"] or "",
        "delivery_place": row["place"] or "",
        "reserved": reserved,
        "reserve_rule": row["rule"] or "",
        "reserve_version": row["version"] or "",
        "reserve_address": row["rule_page"] or "",
        "value": row["value"],
    }


def _concepts(words, language):
    return {found.concept_id for found in reading.read(words, language=language).named}


def _change(opportunity, columns, source, reference):
    detail = opportunity.plan_detail
    before = {name: opportunity.value if name == "value" else getattr(detail, name) for name in columns}
    if before == columns:
        return Outcome.SAME
    plain = {name: str(value) if isinstance(value, Decimal) else value for name, value in before.items()}
    source.before = {"reference": reference, "columns": plain}
    _write(opportunity, columns)
    return Outcome.CHANGED


def _write(opportunity, columns):
    detail = dict(columns)
    opportunity.value = detail.pop("value")
    opportunity.closes_at = last_moment(detail["financial_year"], detail["quarter"])
    opportunity.save(update_fields=["value", "closes_at"])
    PlanDetail.objects.filter(pk=opportunity.pk).update(**detail)


def _plain_to_column(name, value):
    return Decimal(value) if name in ("value", "quantity") and value is not None else value


PURCHASE_PLANS = RowSpec(
    name="purchase_plans",
    label=_("Purchase plans"),
    fields=FIELDS,
    key=key_of,
    check=check,
    apply=apply,
    undo=undo,
    put_back=put_back,
    permission=PlanPermission.PLAN_BRING,
    stays=_("Lines in which a unit is interested, and lines of which a tender came, stay."),
    sentences={
        "no_year": _("Write the financial year as 2026-27."),
        "no_quarter": _("Write the quarter as Q1, Q2, Q3 or Q4."),
        "no_unit": _("Say what the number counts: kg, tonne, litre, piece or pack."),
        "reserved_without_rule": _("Say which rule reserves it, its version, and a page where it can be read."),
        "no_page": _("Write the address of the page with https:// in front."),
        "no_buyer": _("Say who buys this."),
        "another_buyer": _("This line names another buyer than your own."),
    },
)
