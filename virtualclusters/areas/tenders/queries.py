"""Reads for cards and for the notice's own page."""

from datetime import datetime
from decimal import Decimal

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.ui.formatters import inr, moment, number

CHANGED = {
    "title": gettext_lazy("Title"),
    "closes_at": gettext_lazy("Last date"),
    "bids_until": gettext_lazy("Last date for bids"),
    "bids_open_at": gettext_lazy("Bids are opened on"),
    "pre_bid_meeting_at": gettext_lazy("Pre-bid meeting"),
    "value": gettext_lazy("Value"),
    "fee": gettext_lazy("Price of the papers"),
    "emd_amount": gettext_lazy("Earnest money deposit"),
    "emd_percent": gettext_lazy("Earnest money deposit"),
}


def tender_facts(detail) -> dict:
    """What a card shows as money and as a further line."""
    return {"money": detail.opportunity.value, "line": _deposit_line(detail)}


def _deposit_line(detail) -> str:
    deposit = deposit_words(detail)
    return _("Earnest money: %(deposit)s") % {"deposit": deposit} if deposit else ""


def deposit_words(detail) -> str:
    """The earnest money deposit as people say it; empty when the notice does not tell."""
    if detail.emd_amount:
        return inr(detail.emd_amount)
    if detail.emd_percent:
        return _("%(share)s percent of the value") % {"share": number(detail.emd_percent)}
    return detail.emd_words


def corrigenda_of(detail) -> list[dict]:
    """The changes of a notice, the newest first: number, when, and (what, before, after) in words. One query."""
    return [
        {"number": one.number, "at": one.at, "changes": [_change(change) for change in _told_once(one.changes)]}
        for one in detail.corrigenda.order_by("-number")
    ]


def _told_once(changes):
    """A new last day for bids is the new closing day: one line, not two."""
    fields = {change["field"] for change in changes}
    doubled = "closes_at" if fields & {"bids_until", "bids_open_at"} else ""
    return [change for change in changes if change["field"] != doubled]


def _change(change):
    field = change["field"]
    return CHANGED[field], _shown(field, change["before"]), _shown(field, change["after"])


def _shown(field: str, value) -> str:
    if value in (None, ""):
        return _("not said")
    if field in ("value", "fee", "emd_amount"):
        return inr(Decimal(value))
    if field == "emd_percent":
        return _("%(share)s percent of the value") % {"share": number(Decimal(value))}
    found: datetime | None = parse_datetime(value) if field.endswith(("_at", "_until")) else None
    return moment(found) if found else value
