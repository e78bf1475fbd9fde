"""Filters of the pages of projects."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext as _

from virtualclusters.ui.formatters import number
from virtualclusters.ui.languages import OWN_NAMES

register = template.Library()


@register.filter
def spoken(code):
    """A language in its own script."""
    return OWN_NAMES.get(code, code)


@register.filter
def plain(value):
    """A figure with as many decimals as it has, two at most: 6, 5.5, 0.25."""
    return number(value, max(0, -Decimal(value).normalize().as_tuple().exponent))


@register.filter
def named(names, pk):
    """The name by an id, or a word for a student who is not named."""
    return names.get(pk) or _("A student")
