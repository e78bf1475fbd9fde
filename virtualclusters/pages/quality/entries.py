"""The entry of matching by hand on the desk."""

from django.utils.translation import gettext_lazy

from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.network.desk_entries import DeskEntry

ENTRY = DeskEntry(
    url_name="desk_opportunities",
    label=gettext_lazy("Who fits what"),
    about=gettext_lazy("See every unit that fits an opportunity, and suggest it by hand."),
    permission=ExchangePermission.ENGAGEMENT_OVERSEE,
    position=35,
)
