"""The formatters as template filters: ``{{ amount|inr }}``, ``{{ day|long_date }}``."""

from decimal import Decimal

from virtualclusters.ui import formatters
from virtualclusters.ui.library import register

for _name in (
    "inr",
    "inr_short",
    "in_words",
    "km",
    "long_date",
    "clock",
    "moment",
    "since",
    "phone",
    "local_digits",
    "number",
    "quantity",
    "sentence",
):
    register.filter(_name, getattr(formatters, _name))


@register.filter
def closes(value, now=None):
    """``{{ closes_at|closes:now }}``: "Closes in 3 days, 24 November 2026"; without `now`, by the clock."""
    return formatters.closes(value, now or None)


@register.filter
def money_or_text(value):
    """Rupees on a card, shortened; a sentence as it is."""
    return formatters.inr_short(value) if isinstance(value, Decimal | int | float) else value
