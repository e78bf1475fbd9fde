"""Words of the papers pages."""

from django import template

from virtualclusters.capabilities.files.refusals import sentence

register = template.Library()


@register.filter
def refusal_sentence(code):
    """Why a file was not taken, in the language in use."""
    return sentence(code) if code else ""
