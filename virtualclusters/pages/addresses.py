"""Pages of other folders that a page leads to; a link is left out where this deployment does not have the page."""

from django.urls import NoReverseMatch, reverse


def address(name: str, *args) -> str:
    """The address of a named page, or empty: then nothing links to it."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
