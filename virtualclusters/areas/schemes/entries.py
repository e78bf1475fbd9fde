"""The schemes' entry on the desk."""

from django.utils.translation import gettext_lazy

from virtualclusters.areas.schemes.permissions import SchemePermission
from virtualclusters.network.desk_entries import DeskEntry

ENTRY = DeskEntry(
    url_name="scheme_desk",
    label=gettext_lazy("Schemes"),
    about=gettext_lazy("Write what a scheme says from a day on, look at it, publish it, and see how many follow it."),
    permission=SchemePermission.SCHEME_WRITE,
    position=45,
)
