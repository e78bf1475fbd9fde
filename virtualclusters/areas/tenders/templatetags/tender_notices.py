"""What stands on a tender's page, put into rows of question and answer."""

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from virtualclusters.areas.tenders.preference import preference_for
from virtualclusters.areas.tenders.queries import corrigenda_of, deposit_words
from virtualclusters.areas.tenders.summary import sentences_of
from virtualclusters.exchange.rules.reserved import reserved_items_for
from virtualclusters.foundation.time import days_between
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.ui.components import Row
from virtualclusters.ui.formatters import inr, long_date, moment, number

register = template.Library()


@register.inclusion_tag("tenders/_notice.html", takes_context=True)
def tender_notice(context, opportunity):
    """A tender in plain words: what it says, its dates with the days left, papers, changes, sources, and what the law gives the reader."""
    tender, now = opportunity.tender_detail, timezone.now()
    actor = getattr(context.get("request"), "actor", None)
    return {
        "opportunity": opportunity,
        "sentences": sentences_of(opportunity, tender, at=now),
        "may_bid": bool(actor and actor.organisation and actor.organisation.kind == OrganisationKind.ENTERPRISE),
        "tender": tender,
        "facts": [row for row in _facts(opportunity, tender) if row.value],
        "dates": [(label, at, days_between(now, at)) for label, at in _dates(tender) if at],
        "last_day_told": bool(tender.bids_until),
        "sources": opportunity.sources.order_by("fetched_at"),
        "corrigenda": corrigenda_of(tender),
        "preference": preference_for(tender, actor.organisation if actor else None, at=now),
        "reserved": reserved_items_for(opportunity, at=now),
    }


def _facts(opportunity, tender):
    yield Row(_("Value"), inr(opportunity.value) if opportunity.value else _("Not said"))
    yield Row(_("Earnest money deposit"), deposit_words(tender) or _("Not said"))
    yield Row(_("No deposit asked of exempted firms"), _yes_no(tender.emd_exemption))
    yield Row(_("Price of the papers"), inr(tender.fee) if tender.fee else "")
    yield Row(_("What is bought"), tender.get_category_display() if tender.category else "")
    yield Row(_("Product category"), tender.product_category)
    yield Row(_("Who may bid"), tender.tender_type)
    yield Row(_("Form of contract"), tender.form_of_contract)
    yield Row(_("Time for the work"), tender.period_of_work)
    yield Row(_("Place of work"), ", ".join(filter(None, [tender.location, tender.pin])))
    yield Row(_("A bid stays valid for"), _days(tender.bid_validity_days))
    yield Row(_("Bidding in two stages"), _yes_no(tender.two_stage))
    yield Row(_("Payment of fees"), tender.payment_mode)
    yield Row(_("Buyer"), " › ".join(tender.organisation_chain))
    yield Row(_("Kind of buyer"), tender.get_buyer_type_display() if tender.buyer_type != "unknown" else "")
    yield Row(_("Who invites"), tender.authority)
    yield Row(_("Tender number"), tender.tender_id if len(tender.tender_id) != 40 else "")
    yield Row(_("Buyer's reference"), tender.reference)
    yield Row(_("Stage"), ", ".join(filter(None, [tender.stage, tender.status])))
    yield Row(_("Bids received"), number(tender.bids_received) if tender.bids_received else "")
    yield Row(_("Contract given on"), long_date(tender.contract_at) if tender.contract_at else "")


def _dates(tender):
    yield _("Papers from"), tender.papers_from
    yield _("Papers until"), tender.papers_until
    yield _("Questions from"), tender.questions_from
    yield _("Questions until"), tender.questions_until
    yield _("Meeting before the bids"), tender.pre_bid_meeting_at
    yield _("Bids from"), tender.bids_from
    yield _("Last moment for bids"), tender.bids_until
    yield _("Bids are opened"), tender.bids_open_at
    yield _("Price bids are opened"), tender.price_bids_open_at


def _yes_no(said):
    return "" if said is None else _("Yes") if said else _("No")


def _days(count):
    return _("%(count)s days") % {"count": number(count)} if count else ""


@register.filter
def day_and_hour(at):
    """A moment in Indian time; only the day when the notice names no hour."""
    shown = moment(at)
    return long_date(at) if shown.endswith(("12:00 am", "11:59 pm")) else shown
