"""The three pages of finding as views of one thing."""

from django.urls import reverse
from django.utils.translation import gettext as _

from virtualclusters.ui.navigation import Tab


def tabs(current: str) -> list[Tab]:
    """The tabs, with the page of that address marked."""
    pages = (("for_you", _("For you")), ("peers", _("Others like you")), ("saved_searches", _("Searches you keep")))
    return [Tab(label, reverse(name), current=name == current) for name, label in pages]
