"""The reviews' entry on the desk."""

from django.utils.translation import gettext_lazy

from virtualclusters.areas.reviews.permissions import ReviewPermission
from virtualclusters.network.desk_entries import DeskEntry

ENTRY = DeskEntry(
    url_name="desk_reviews",
    label=gettext_lazy("Colleges and advisers"),
    about=gettext_lazy("How their help goes, by institution and by district, and which rule changed because of it."),
    permission=ReviewPermission.REVIEW_WRITE,
    position=50,
)
