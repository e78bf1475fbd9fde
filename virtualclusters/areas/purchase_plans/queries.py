"""Reads of plans: facts for cards, the list by buyer, who is interested, and what a unit needs to be ready."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.areas.purchase_plans.models import PlanDetail
from virtualclusters.areas.purchase_plans.operations import SLUG
from virtualclusters.areas.purchase_plans.years import first_moment
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.rules.models import ReservedItem, ReservedList
from virtualclusters.exchange.rules.readiness import FSSAI, TO_SELL, readiness_of
from virtualclusters.exchange.rules.reserved import reserved_items_for
from virtualclusters.exchange.rules.showing_readiness import tasks_of, verdict_of
from virtualclusters.foundation.time import days_between
from virtualclusters.network.organisations.models import ConceptRole, UnitConcept
from virtualclusters.network.organisations.queries import UnitCard, chips_of, unit_cards
from virtualclusters.network.verification.badges import Badge, badges_of
from virtualclusters.network.vocabulary.models import Relation
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.ui.formatters import quantity

MOST_DIGITS = 15


def plan_facts(detail) -> dict:
    """What a card shows as money and as a further line."""
    return {"money": detail.opportunity.value, "line": _line(detail)}


def plans(*, at, words="", buyer="", state="", reserved=False):
    """Open lines by buyer, the first to be bought first."""
    found = PlanDetail.objects.filter(opportunity__in=Opportunity.objects.open_at(at).filter(kind=SLUG))
    if words:
        found = found.filter(Q(opportunity__title__icontains=words) | Q(opportunity__summary__icontains=words))
    if buyer:
        found = found.filter(Q(opportunity__unit__organisation__name__icontains=buyer) | Q(buying_arm__icontains=buyer))
    if state:
        found = found.filter(Q(opportunity__state=state) | Q(opportunity__state="", opportunity__unit__state=state))
    if reserved:
        found = found.filter(reserved=True)
    rows = found.select_related("opportunity__unit__organisation", "filed_by")
    return rows.order_by("opportunity__unit__organisation__name", "opportunity__closes_at", "pk")


def interested_counts(opportunity_ids) -> dict[int, int]:
    """How many units are interested now, by plan. One query."""
    live = Engagement.objects.filter(opportunity__in=opportunity_ids, phase__in=LIVE).order_by()
    return dict(live.values_list("opportunity").annotate(count=Count("pk")))


def answered_by(unit, opportunity_ids) -> set[int]:
    """Those in which a unit is interested already. One query, none without a unit."""
    if unit is None:
        return set()
    live = Engagement.objects.live().filter(lead=unit, opportunity__in=opportunity_ids)
    return set(live.values_list("opportunity", flat=True))


@dataclass(frozen=True)
class Interested:
    """A unit that noted interest, as the buyer sees it before they meet: no contact."""

    engagement: Engagement
    card: UnitCard
    badges: list[Badge]
    capacity: list[str] = field(default_factory=list)


def interested_in(opportunity) -> list[Interested]:
    """Who is interested, the earliest first, with what they make, what they can make in a month and what was verified."""
    rows = list(Engagement.objects.filter(opportunity=opportunity, phase__in=LIVE).order_by("opened_at", "pk")[:100])
    cards = {card.id: card for card in unit_cards([row.lead_id for row in rows], language=get_language())}
    badges = badges_of({card.organisation_id for card in cards.values()})
    return [
        Interested(
            row, cards[row.lead_id], badges[cards[row.lead_id].organisation_id], _capacity(cards[row.lead_id].chips)
        )
        for row in rows
        if row.lead_id in cards
    ]


@dataclass(frozen=True)
class Readiness:
    """Names of the certificates that belong to an item: those the unit says it holds, and those it does not.

    ``only_further``: it holds what every buyer asks for (FSSAI, for food), so that what it lacks only some buyers ask for.
    """

    held: list[str]
    missing: list[str]
    only_further: bool


def readiness(opportunity_ids, unit) -> dict[int, Readiness]:
    """What a unit would show for each plan, by the vocabulary's certificates. Four queries; ``unit`` may be None.

    Those of the item and of its group count; of its sector only FSSAI does, which all food needs and which comes first.
    """
    asked, sectors = defaultdict(set), set()
    named = OpportunityConcept.objects.filter(opportunity__in=opportunity_ids)
    for opportunity, *concepts in named.values_list(
        "opportunity", "concept", "concept__group", "concept__group__group"
    ):
        asked[opportunity] |= set(concepts) - {None}
        sectors.add(concepts[-1])
    needed, needed_by_all = defaultdict(set), set()
    for certificate, slug, item in _certificates_for(set().union(*asked.values())):
        if slug == FSSAI or item not in sectors:
            needed[item].add(certificate)
        if slug == FSSAI:
            needed_by_all.add(certificate)
    names = names_of(set().union(*needed.values()), get_language())
    holds = set(
        UnitConcept.objects.filter(unit=unit, role=ConceptRole.HOLDS).values_list("concept", flat=True) if unit else ()
    )
    return {
        opportunity: _readiness(set().union(*(needed[item] for item in items)), needed_by_all, holds, names)
        for opportunity, items in asked.items()
    }


def _certificates_for(items):
    found = Relation.objects.filter(relation=Relation.Name.CERTIFICATE_FOR, other__in=items)
    return found.values_list("concept", "concept__slug", "other")


def ready_for(plan, unit, *, at) -> dict:
    """What a unit has and lacks for a plan until it is bought: rows for the page, one sentence, days left, its amount a month."""
    detail = plan.plan_detail
    left = max(days_between(at, first_moment(detail.financial_year, detail.quarter)), 0)
    found = readiness_of(plan, unit, always=TO_SELL, days_left=left, at=at)
    chips = chips_of([unit.pk], language=get_language())[unit.pk]
    return {
        "ready": found,
        "asked": tasks_of(found.asked),
        "usual": tasks_of(found.usual),
        "verdict": verdict_of(found),
        "days_left": left,
        "capacity": _capacity(chips),
        "reserved": reserved_items_for(plan, at=at),
    }


def reserved_lists():
    """Every version of every list, the newest in force on top, with its number of items."""
    return ReservedList.objects.annotate(count=Count("items")).order_by("-effective_from", "name", "pk")


def reserved_items_in(list_id: str, words: str) -> list[ReservedItem]:
    """The first hundred items of a list whose words contain these; none when no list is named."""
    if not list_id.isascii() or not list_id.isdigit() or len(list_id) > MOST_DIGITS:
        return []
    items = ReservedItem.objects.filter(reserved_list=int(list_id), words__icontains=words[:80])
    return list(items.select_related("reserved_list").order_by("pk")[:100])


def _readiness(certificates, needed_by_all, holds, names):
    told = sorted(certificates & names.keys(), key=lambda one: (one not in needed_by_all, names[one]))
    return Readiness(
        held=[names[one] for one in told if one in holds],
        missing=[names[one] for one in told if one not in holds],
        only_further=bool(certificates & needed_by_all) and certificates & needed_by_all <= holds,
    )


def _line(detail):
    parts = [detail.when]
    if detail.quantity:
        parts.append(quantity(detail.quantity, detail.quantity_unit))
    if detail.reserved:
        parts.append(_("reserved for small units"))
    return ", ".join(parts)


def _capacity(chips):
    told = [chip for role in ("makes", "uses") for chip in chips.get(role, []) if chip.capacity]
    return [
        _("%(name)s: %(amount)s a month") % {"name": chip.name, "amount": quantity(chip.capacity, chip.capacity_unit)}
        for chip in told
    ]
