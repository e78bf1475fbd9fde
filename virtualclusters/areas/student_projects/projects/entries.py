"""What stands on the desk about projects."""

from django.db.models import Min
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.student_projects.models import FeeReport
from virtualclusters.areas.student_projects.permissions import ProjectPermission
from virtualclusters.areas.student_projects.projects.operations.reporting import calls_for
from virtualclusters.network.desk_entries import DeskEntry, Figure
from virtualclusters.ui.formatters import since


def reports_waiting(*, actor, at):
    """How many reports of money nobody has settled, and since when the oldest waits."""
    open_ones = FeeReport.objects.filter(settled_at=None)
    return Figure(open_ones.count(), _oldest(open_ones.aggregate(first=Min("reported_at"))["first"], at))


def calls_waiting(*, actor, at):
    """How many calls wait in the actor's clusters, and since when the oldest waits."""
    found = list(calls_for(actor)[:100])
    return Figure(len(found), _oldest(found[0].raised_at if found else None, at))


def _oldest(moment, at):
    return _("The oldest came %(when)s.") % {"when": since(moment, at)} if moment else ""


ENTRIES = (
    DeskEntry(
        url_name="project_reports",
        label=gettext_lazy("Money asked in projects"),
        about=gettext_lazy("Somebody asked for money where help is free. Look into it."),
        permission=ProjectPermission.FEE_REPORT_SETTLE,
        figure=reports_waiting,
        position=40,
    ),
    DeskEntry(
        url_name="project_calls",
        label=gettext_lazy("Calls for student projects"),
        about=gettext_lazy("Nobody answers a project, or a unit says nothing. Call them."),
        permission=ProjectPermission.PROJECT_CALL,
        figure=calls_waiting,
        position=41,
    ),
)
