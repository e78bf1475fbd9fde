"""The notices' entry on the desk."""

from django.utils.translation import gettext_lazy

from virtualclusters.areas.targeted_notices.permissions import NoticePermission
from virtualclusters.network.desk_entries import DeskEntry

ENTRY = DeskEntry(
    url_name="desk_notices",
    label=gettext_lazy("Notices to units"),
    about=gettext_lazy("Tell exactly those whom it concerns, and see how many were reached, opened it and acted."),
    permission=NoticePermission.NOTICE_WRITE,
    position=45,
)
