"""A notice in plain sentences, each built from a field of its own. What the notice does not say is not said here either."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.areas.tenders.queries import deposit_words
from virtualclusters.foundation.time import days_between
from virtualclusters.ui.formatters import inr, long_date, number


def sentences_of(opportunity, tender, *, at) -> list[str]:
    """Who buys what, for how much, where, until when, and what a bid costs."""
    parts = (
        _who(opportunity),
        _value(opportunity),
        _where(opportunity, tender),
        _until(opportunity, at),
        _deposit(tender),
        _fee(tender),
    )
    return [part for part in parts if part]


def _who(opportunity):
    told = {"buyer": opportunity.unit.organisation.name, "title": opportunity.title}
    return _("%(buyer)s wants to buy: %(title)s.") % told


def _value(opportunity):
    return _("It is worth about %(value)s.") % {"value": inr(opportunity.value)} if opportunity.value else ""


def _where(opportunity, tender):
    place = ", ".join(filter(None, [tender.location or opportunity.district, tender.pin]))
    told = {"place": place, "time": tender.period_of_work}
    if place and tender.period_of_work:
        return _("The place is %(place)s, the time %(time)s.") % told
    return _("The place is %(place)s.") % told if place else ""


def _until(opportunity, at):
    if opportunity.closes_at is None:
        return ""
    left = days_between(at, opportunity.closes_at)
    if left < 0:
        return _("The last day was %(day)s.") % {"day": long_date(opportunity.closes_at)}
    told = {"day": long_date(opportunity.closes_at), "left": number(left)}
    return (
        ngettext(
            "The last day is %(day)s: %(left)s day is left.", "The last day is %(day)s: %(left)s days are left.", left
        )
        % told
    )


def _deposit(tender):
    words = deposit_words(tender)
    return _("With the bid you put down a deposit of %(deposit)s.") % {"deposit": words} if words else ""


def _fee(tender):
    return _("The papers cost %(fee)s.") % {"fee": inr(tender.fee)} if tender.fee else ""
