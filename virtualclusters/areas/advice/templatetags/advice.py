"""Filters of the pages of advice."""

from django import template
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.profiles.queries import languages_in_words
from virtualclusters.areas.advice.profiles.record import records_of
from virtualclusters.capabilities.threads.contacts import mask_contacts
from virtualclusters.exchange.audiences import OWNERS, few_hidden
from virtualclusters.network.vocabulary.fields import districts_in_words
from virtualclusters.ui.formatters import inr, number
from virtualclusters.ui.languages import OWN_NAMES

register = template.Library()


@register.filter
def own_language(code):
    """A language in its own script."""
    return OWN_NAMES.get(code, code)


@register.filter
def without_contacts(words):
    """Words whose numbers and addresses are hidden, as others read them before both agreed."""
    return mask_contacts(words)


@register.filter
def own_languages(codes):
    """Several of them."""
    return languages_in_words(codes)


@register.filter
def districts(pairs):
    """Names of kept districts."""
    return districts_in_words(pairs)


@register.filter
def owners(codes):
    """Who owns the firms an offer is for, in words."""
    words = dict(OWNERS)
    return ", ".join(str(words[code]) for code in codes)


@register.filter
def record(opportunity):
    """The public record of whoever publishes it. Three queries."""
    return records_of([opportunity.unit_id])[opportunity.unit_id]


@register.filter
def few(count):
    """A count, hidden below five."""
    return few_hidden(count)


@register.filter
def of(mapping, key):
    """What a mapping holds under a key, or None."""
    return (mapping or {}).get(key)


@register.filter
def whole(hours):
    """Hours without needless digits: 6 or 7.5."""
    return number(hours) if hours == int(hours) else number(hours, 1)


@register.filter
def change_in_words(change, indicator):
    """A change with its sign and unit: "₹20,000 more", "3 less"."""
    shown = inr(abs(change)) if indicator.unit == "rupees" else number(abs(change))
    return (_("%(change)s more") if change > 0 else _("%(change)s less")) % {"change": shown}
