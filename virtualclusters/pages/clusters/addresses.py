"""Pages of other folders that these pages lead to; a link is left out where the portal does not have the page."""

from django.urls import NoReverseMatch, reverse


def address(name, *args) -> str:
    """The address of a named page, or empty."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
