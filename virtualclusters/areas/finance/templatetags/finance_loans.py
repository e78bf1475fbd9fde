"""What pages of applications show beyond plain columns."""

from django import template

from virtualclusters.areas.finance.applications.record import record_of
from virtualclusters.areas.finance.models import Stage

register = template.Library()


@register.filter
def loan_stage(code):
    """A stage in words."""
    return Stage(code).label if code in Stage.values else code


@register.inclusion_tag("finance/applications/_record.html")
def package_record(package_id):
    """How the lender of a package has decided so far, when there is enough to tell."""
    return {"record": record_of(package_id)}
