"""The entry of allocation rounds on the desk."""

from django.utils.translation import gettext_lazy

from virtualclusters.areas.student_projects.rounds.permissions import RoundPermission
from virtualclusters.network.desk_entries import DeskEntry

ENTRY = DeskEntry(
    url_name="rounds",
    label=gettext_lazy("Allocation rounds"),
    about=gettext_lazy("Teams and units say whom they like best; then all places are given at once."),
    permission=RoundPermission.ROUND_RUN,
    position=6,
)
