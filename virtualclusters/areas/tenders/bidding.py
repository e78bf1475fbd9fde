"""Bid or not: what speaks for it and against it for one unit, and the papers with the days each takes. Nothing here decides."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from virtualclusters.areas.tenders.preference import preference_for
from virtualclusters.areas.tenders.queries import deposit_words
from virtualclusters.areas.tenders.summary import sentences_of
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.exchange.rules.readiness import TO_BID_ONLINE, readiness_of
from virtualclusters.exchange.rules.reserved import reserved_items_for
from virtualclusters.exchange.rules.showing_readiness import tasks_of, verdict_of
from virtualclusters.foundation.time import days_between
from virtualclusters.network.organisations.models import ConceptRole, UnitConcept


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for a bid (``speaks`` True), against it (False), or is not known (None)."""

    speaks: bool | None
    words: str


def bid_or_not(opportunity, unit, *, at) -> dict:
    """All that the page shows: the notice in plain sentences, reasons, papers, and what the law gives."""
    tender = opportunity.tender_detail
    left = None if opportunity.closes_at is None else max(days_between(at, opportunity.closes_at), 0)
    ready = readiness_of(opportunity, unit, always=TO_BID_ONLINE, days_left=left, at=at)
    preference = preference_for(tender, unit.organisation, at=at)
    return {
        "sentences": sentences_of(opportunity, tender, at=at),
        "reasons": [_item(opportunity, unit), _time(left), _papers(ready), *_money(tender, preference)],
        "asked": tasks_of(ready.asked),
        "usual": tasks_of(ready.usual),
        "preference": preference,
        "reserved": reserved_items_for(opportunity, at=at),
    }


def _item(opportunity, unit):
    """Whether the unit makes what is asked, or something of the same group. One query."""
    rows = OpportunityConcept.objects.filter(opportunity=opportunity, role=OpportunityConcept.Role.ASKS)
    made = UnitConcept.objects.filter(unit=unit, role__in=(ConceptRole.MAKES, ConceptRole.CAN))
    asked, group = OuterRef("concept"), OuterRef("concept__group")
    alike = Q(concept=asked) | Q(concept=group) | Q(concept__group=asked) | Q(concept__group=group)
    makes = list(rows.values_list(Exists(made.filter(alike)), flat=True))
    if not makes:
        return Reason(None, _("We could not read from the notice what exactly is bought."))
    if any(makes):
        return Reason(True, _("You make this, or something of its kind."))
    return Reason(False, _("By your profile you do not make this."))


def _time(left):
    if left is None:
        return Reason(None, _("The notice names no last day."))
    return Reason(left > 0, _("There is time until the last day.") if left else _("Today is the last day."))


def _papers(ready):
    speaks = False if ready.too_late else True if not ready.missing or ready.longest is not None else None
    return Reason(speaks, verdict_of(ready))


def _money(tender, preference):
    deposit = deposit_words(tender)
    if deposit and preference is None:
        yield Reason(
            None, _("You need money for the deposit until it is given back: %(deposit)s.") % {"deposit": deposit}
        )
    if preference is not None:
        yield Reason(True, _("You pay no deposit and nothing for the papers at this buyer."))
