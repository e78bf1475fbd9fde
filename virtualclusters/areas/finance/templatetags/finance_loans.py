"""What pages of applications show beyond plain columns."""

from django import template

from virtualclusters.areas.finance.models import Stage

register = template.Library()


@register.filter
def loan_stage(code):
    """A stage in words."""
    return Stage(code).label if code in Stage.values else code
