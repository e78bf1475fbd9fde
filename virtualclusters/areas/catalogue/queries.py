"""Reads for cards: a constant number of queries however many cards."""

from collections import defaultdict

from django.utils import timezone
from django.utils.translation import gettext as _

from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.ui.formatters import inr, long_date, number, quantity


def offer_facts(detail) -> dict:
    """What a card shows as money and as a further line."""
    return {"money": _price(detail), "line": _delivery(detail)}


def requirement_facts(detail) -> dict:
    """What a card shows as money and as a further line."""
    return {"money": detail.budget, "line": _quantity(detail)}


def requirement_answer_facts(engagement_ids) -> dict[int, dict]:
    """Per answer to a requirement what the seller's own open offer of the same goods says of price and time. Three queries."""
    answers = list(Engagement.objects.filter(pk__in=list(engagement_ids)).values_list("pk", "lead", "opportunity"))
    wanted = _concepts_of({opportunity for _pk, _lead, opportunity in answers})
    offers = _offers_of(
        {lead for _pk, lead, _opportunity in answers}, {one for named in wanted.values() for one in named}
    )
    return {
        pk: _offer_in_words(next((detail for concept, detail in offers[lead] if concept in wanted[opportunity]), None))
        for pk, lead, opportunity in answers
    }


def _concepts_of(opportunity_ids):
    named = defaultdict(set)
    rows = OpportunityConcept.objects.filter(opportunity__in=opportunity_ids)
    for opportunity, concept in rows.values_list("opportunity", "concept"):
        named[opportunity].add(concept)
    return named


def _offers_of(unit_ids, concept_ids):
    """By unit pairs of concept and offer, the newest first."""
    offered = defaultdict(list)
    offers = Opportunity.objects.open_at(timezone.now()).filter(unit__in=unit_ids, offer_detail__isnull=False)
    rows = OpportunityConcept.objects.filter(concept__in=concept_ids, opportunity__in=offers)
    rows = rows.select_related("opportunity__offer_detail")
    for row in rows.order_by("-opportunity__published_at", "pk"):
        offered[row.opportunity.unit_id].append((row.concept_id, row.opportunity.offer_detail))
    return offered


def _offer_in_words(detail):
    if detail is None:
        return {}
    cost = _("Their offer: %(price)s") % {"price": _price(detail)} if detail.price_from is not None else ""
    return {name: words for name, words in (("cost", cost), ("time", _delivery(detail))) if words}


def _price(detail):
    if detail.price_from is None:
        return _("Price on request")
    return _("from %(price)s a %(unit)s") % {"price": inr(detail.price_from), "unit": detail.get_price_per_display()}


def _delivery(detail):
    if detail.delivery_days is None:
        return ""
    return _("Delivered in %(days)s days") % {"days": number(detail.delivery_days)}


def _quantity(detail):
    parts = []
    if detail.quantity:
        parts.append(quantity(detail.quantity, detail.quantity_unit))
    if detail.needed_by:
        parts.append(_("needed by %(day)s") % {"day": long_date(detail.needed_by)})
    return ", ".join(parts)
