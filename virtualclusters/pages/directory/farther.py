"""One tap to a wider circle, where few were found in it."""

from django.utils.translation import gettext as _

from virtualclusters.pages.directory.asked import A_PAGE, EVERYWHERE
from virtualclusters.ui.formatters import km

FARTHER_KM = 200


def farther_of(asked, results, given) -> list[tuple[str, str]]:
    """(words, address) of wider circles; none when a page is full, or nothing is left out for its distance."""
    if not asked.radius or results.total >= A_PAGE:
        return []
    wider = [(str(FARTHER_KM), km(FARTHER_KM))] if asked.radius < FARTHER_KM else []
    return [(words, _address(given, near)) for near, words in [*wider, (EVERYWHERE, _("Everywhere"))]]


def is_pin_unknown(asked, results) -> bool:
    """Whether six digits were meant for a PIN code and are none: "near" stands with them, or nothing has them."""
    return bool(asked.where.unknown_pin) and (asked.where.is_beside or results.loosened or not results.total)


def _address(given, near):
    query = given.copy()
    query.pop("page", None)
    query["near"] = near
    return f"?{query.urlencode()}"
