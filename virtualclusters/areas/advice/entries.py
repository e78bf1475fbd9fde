"""The desk's entry: requests that no adviser took."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.advice.asking.queries import requests_overseen
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.network.desk_entries import DeskEntry, Figure
from virtualclusters.ui.formatters import since


def requests_waiting(*, actor, at):
    """Requests that wait for this facilitator, and since when the oldest does."""
    waiting = requests_overseen(actor)
    oldest = waiting.first()
    if oldest is None:
        return Figure(0, _("Nothing waits."))
    return Figure(waiting.count(), _("The oldest came %(ago)s.") % {"ago": since(oldest.passed_on_at, at)})


ENTRY = DeskEntry(
    url_name="desk_advice",
    label=gettext_lazy("Requests for advice"),
    about=gettext_lazy("Units that no adviser could help. Find somebody for them."),
    permission=ExchangePermission.ENGAGEMENT_OVERSEE,
    figure=requests_waiting,
    position=35,
)
