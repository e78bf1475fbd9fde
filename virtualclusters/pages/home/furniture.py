"""The standing links of every page: help, the pages a public site owes its readers, sign-in."""

from django.utils.translation import gettext as _

from virtualclusters.pages.addresses import address
from virtualclusters.pages.home.addresses import SIGN_IN
from virtualclusters.ui.navigation import Link


def standing_pages() -> list[Link]:
    """The pages GIGW 3.0 asks of a public site, and how well matching works."""
    return [
        Link(_("About"), address("about")),
        Link(_("How well we match"), address("quality")),
        Link(_("Privacy"), address("privacy")),
        Link(_("Terms"), address("terms")),
        Link(_("Accessibility"), address("accessibility")),
        Link(_("Copyright"), address("copyright")),
        Link(_("Links to other sites"), address("hyperlink_policy")),
        Link(_("Site map"), address("site_map")),
    ]


def furniture(request):
    """``furniture.links``, ``.contact_href``, ``.sign_in_href``."""
    return {
        "furniture": {
            "links": standing_pages(),
            "contact_href": address("help"),
            "sign_in_href": address(SIGN_IN),
        }
    }
