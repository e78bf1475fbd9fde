"""Reads for cards: a constant number of queries however many cards."""

from django.utils.translation import gettext as _

from virtualclusters.areas.catalogue.models import OfferDetail, RequirementDetail
from virtualclusters.ui.formatters import inr, long_date, number, quantity


def offer_facts(opportunity_ids) -> dict[int, dict]:
    """Per opportunity what its card shows as money and as a further line. One query."""
    details = OfferDetail.objects.filter(opportunity__in=opportunity_ids)
    return {detail.opportunity_id: {"money": _price(detail), "line": _delivery(detail)} for detail in details}


def requirement_facts(opportunity_ids) -> dict[int, dict]:
    """Per opportunity what its card shows as money and as a further line. One query."""
    details = RequirementDetail.objects.filter(opportunity__in=opportunity_ids)
    return {detail.opportunity_id: {"money": detail.budget, "line": _quantity(detail)} for detail in details}


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
