"""What a chosen team takes: the team itself, which works on one project at a time. Its teacher's load was taken with the team."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.models import ProjectWork, Team
from virtualclusters.areas.student_projects.projects.rules import team_of
from virtualclusters.foundation.errors import Refused


def takes(engagement, at):
    """Put the team to work under its teacher; the refusal when the team works elsewhere, decided by a constraint."""
    team = team_of(engagement)
    if team is None or (supervisor_id := _supervisor_now(team)) is None:
        return Refused("no_team", _("The college has named no team with a teacher yet."))
    try:
        with transaction.atomic():
            ProjectWork.objects.create(engagement=engagement, team=team, supervisor_id=supervisor_id)
    except IntegrityError:
        return Refused("team_taken", _("This team works on another project already."), _("Choose another team."))
    return None


def _supervisor_now(team):
    """The team's row stays locked, so that no other teacher is named while it is put to work."""
    return Team.objects.select_for_update().values_list("supervisor", flat=True).get(pk=team.pk)


def gives_back(engagement):
    """End the team's part; a second call changes nothing."""
    ProjectWork.objects.filter(engagement=engagement, held=True).update(held=False)
