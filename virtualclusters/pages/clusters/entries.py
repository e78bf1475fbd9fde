"""The clusters' entry on the desk."""

from django.utils.translation import gettext_lazy

from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.network.desk_entries import DeskEntry

ENTRY = DeskEntry(
    url_name="desk_clusters",
    label=gettext_lazy("Clusters"),
    about=gettext_lazy("How each cluster is doing, and who needs a hand."),
    permission=ExchangePermission.ENGAGEMENT_OVERSEE,
    position=30,
)
