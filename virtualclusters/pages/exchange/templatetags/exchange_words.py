"""Marks of the language in which people wrote, and why a file was not taken."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from virtualclusters.capabilities.files.refusals import sentence
from virtualclusters.ui.languages import OWN_NAMES, RIGHT_TO_LEFT

LONG_LETTERS, LONG_LINES = 600, 12
"""What is longer fills a phone's screen."""

register = template.Library()


@register.filter
def lang_mark(language):
    """The attributes that tell a screen reader in which language words stand; nothing when it is the page's own."""
    if not language or language == get_language():
        return ""
    return format_html(' lang="{}" dir="{}"', language, "rtl" if language in RIGHT_TO_LEFT else "ltr")


@register.filter
def other_language(language):
    """The language's own name when it is not the page's; else nothing."""
    return OWN_NAMES.get(language, "") if language != get_language() else ""


@register.filter
def beginning(words):
    """The first lines of a long message, with an ellipsis; empty when it is short enough to stand whole."""
    lines = words.splitlines()
    if len(words) <= LONG_LETTERS and len(lines) <= LONG_LINES:
        return ""
    first = "\n".join(lines[: LONG_LINES // 2])
    return f"{first[: LONG_LETTERS // 2].rstrip()} …"


@register.filter
def refusal_words(code):
    """Why a file was not taken."""
    return sentence(code) if code else ""
