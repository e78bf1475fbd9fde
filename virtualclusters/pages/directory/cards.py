"""What was found, as cards."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.exchange.alerts.values import card_facts
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.matching.place import distance_km
from virtualclusters.matching.values import Point
from virtualclusters.network.organisations.models import OrganisationKind, Unit
from virtualclusters.network.organisations.queries import chips_of
from virtualclusters.network.verification.badges import badges_of
from virtualclusters.pages.answering import card_key
from virtualclusters.pages.finding.cards import money_of, place_of, title_of, who_of
from virtualclusters.ui.cards import MatchCard

MOST_NAMED = 4


@dataclass(frozen=True)
class OrganisationCard:
    """What the directory shows of an organisation: never a way to reach it past the portal."""

    name: str
    href: str
    kind: str
    makes: str
    place: str
    why: str = ""
    distance_km: float | None = None
    badges: list = field(default_factory=list)
    is_sample: bool = False


def organisation_cards(organisation_ids, *, middle, states, reasons, at) -> list[OrganisationCard]:
    """Cards of the shown ones among these, in this order, with the reasons why each was found. Four queries."""
    units = defaultdict(list)
    shown = Unit.objects.shown(at).filter(organisation__in=organisation_ids)
    for unit in shown.select_related("organisation").order_by("pk"):
        units[unit.organisation_id].append(unit)
    chips = chips_of([unit.pk for own in units.values() for unit in own], language=get_language())
    badges = badges_of(list(units))
    return [
        replace(_organisation_card(units[pk], chips, badges[pk], middle, states), why=reasons.get(pk, ""))
        for pk in organisation_ids
        if pk in units
    ]


def opportunity_cards(opportunity_ids, *, middle, at, reasons=None) -> list[MatchCard]:
    """Cards of the published ones among these, in this order. One query, and one a kind for its facts."""
    found = Opportunity.objects.published(at).select_related("unit__organisation").in_bulk(opportunity_ids)
    rows = [found[pk] for pk in opportunity_ids if pk in found]
    facts = card_facts(rows)
    why = reasons or {}
    return [_opportunity_card(row, facts, middle, at, why.get(row.pk, "")) for row in rows]


def kilometres_between(one, other) -> float | None:
    """Kilometres between two rows with a point, or None."""
    if one is None or other is None or one.latitude is None or other.latitude is None:
        return None
    return distance_km(Point(one.latitude, one.longitude), Point(other.latitude, other.longitude))


def _organisation_card(units, chips, badges, middle, states):
    organisation = units[0].organisation
    nearest = min(units, key=lambda unit: _or_far(kilometres_between(middle, unit)))
    named = [chip.name for role in ("makes", "can") for unit in units for chip in chips[unit.pk][role]]
    is_own = middle is not None and middle.organisation_id == organisation.pk
    return OrganisationCard(
        name=organisation.name,
        href=reverse("organisation", args=[organisation.pk]),
        kind=str(OrganisationKind(organisation.kind).label),
        makes=", ".join(list(dict.fromkeys(named))[:MOST_NAMED]),
        place=", ".join(filter(None, [nearest.district, states.get(nearest.state, "")])),
        distance_km=None if is_own else kilometres_between(middle, nearest),
        badges=[badge for badge in badges if badge.verified],
        is_sample=organisation.is_sample,
    )


def _or_far(kilometres):
    return float("inf") if kilometres is None else kilometres


def _opportunity_card(row, facts, middle, at, why):
    stands = row if row.latitude is not None else row.unit
    closed = "" if row.is_open(at) else _("Closed: no more answers are taken.")
    return MatchCard(
        title=title_of(row, facts),
        href=reverse("opportunity", args=[row.pk]),
        who=who_of(row, facts),
        kind=str(kind_of(row.kind).words),
        reasons_for=[_("It has: %(words)s") % {"words": why}] if why else [],
        reason_against=closed,
        distance_km=None if row.remote else kilometres_between(middle, stands),
        place=place_of(row),
        money=money_of(row, facts),
        closes_at=None if closed else row.closes_at,
        key=card_key(row.pk),
    )
