"""What a scheme says, for the shared page of its opportunity."""

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from virtualclusters.areas.schemes.queries import versions_of

register = template.Library()


@register.simple_tag
def scheme_versions(opportunity):
    """All published versions, the newest first."""
    return versions_of(opportunity.scheme, at=timezone.now(), language=get_language())
