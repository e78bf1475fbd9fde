"""What the shared page of an opportunity shows of a loan package."""

from django import template

from virtualclusters.areas.finance.packages.telling import rows_about
from virtualclusters.areas.finance.packages.views_of import packages
from virtualclusters.exchange.opportunities.models import Opportunity

register = template.Library()


@register.simple_tag
def package_facts(opportunity):
    """The rows of a package."""
    found = packages(Opportunity.objects.filter(pk=opportunity.pk))
    return rows_about(found[0]) if found else []
