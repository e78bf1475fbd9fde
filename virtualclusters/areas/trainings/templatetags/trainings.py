"""Filters of the pages of trainings."""

from django import template
from django.utils.translation import gettext as _

from virtualclusters.areas.trainings.wishes.queries import wish_in_words
from virtualclusters.ui.formatters import number
from virtualclusters.ui.languages import OWN_NAMES

register = template.Library()


@register.filter
def own_name(code):
    """A language in its own script."""
    return OWN_NAMES.get(code, code)


@register.filter
def percent(share):
    """A share of a hundred: "75%"."""
    return _("%(share)s%%") % {"share": number(share)}


@register.filter
def held_in(opportunity):
    """The town or district in which a class is held, or its full place."""
    return opportunity.district or opportunity.unit.district or opportunity.training.venue


@register.filter
def wish_line(detail):
    """How many people wish for a training, how it shall be held, in which languages."""
    return wish_in_words(detail)
