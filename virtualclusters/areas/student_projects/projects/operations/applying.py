"""A college answers a project with a team."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.models import ProjectWork, Team
from virtualclusters.areas.student_projects.projects.operations.publishing import PROJECT
from virtualclusters.areas.student_projects.projects.rules import refuse_team
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.kinds.paths import BEFORE_AGREED
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound, Refused


@transaction.atomic
def apply_with_team(*, opportunity_id, team_id, words, actor, at):
    """Answer a project with a team, and return the engagement; one a team. A second click returns the first.

    An invitation, or an answer that named no team yet, becomes this team's.

    Raises:
        NotFound: no such project is open to her; the team is not of a college she acts for.
        Refused: the team's course is over, it is closed, empty, without a teacher, or at work already; and what ``answer`` raises.
    """
    team = _own_team(actor, team_id)
    if objection := refuse_team(team, at) or _refuse_at_work(team):
        raise objection
    if not Opportunity.objects.filter(pk=opportunity_id, kind=PROJECT).exists():
        raise NotFound
    unit_id = team.course.department.unit_id
    _name_team(opportunity_id, unit_id, team, actor)
    return answer(opportunity_id=opportunity_id, unit_id=unit_id, actor=actor, at=at, words=words, series=team.series)


def _own_team(actor, team_id):
    own = actor.organisations_where(ExchangePermission.ENGAGEMENT_ANSWER)
    rows = Team.objects.select_related("course__department", "supervisor").select_for_update(of=("self",))
    team = rows.filter(pk=team_id, course__department__unit__organisation__in=own).first()
    if team is None:
        raise NotFound
    return team


def _refuse_at_work(team):
    if ProjectWork.objects.filter(team=team, held=True).exists():
        return Refused("team_taken", _("This team works on another project already."), _("Choose another team."))
    return None


def _name_team(opportunity_id, unit_id, team, actor):
    """Give the college's answer without a team this team, unless the team has an answer of its own."""
    live = Engagement.objects.for_change(actor).filter(
        opportunity=opportunity_id, lead=unit_id, phase__in=BEFORE_AGREED
    )
    unnamed = live.filter(series="").first()
    if unnamed is not None and not live.filter(series=team.series).exists():
        unnamed.series = team.series
        unnamed.save(update_fields=["series"])
