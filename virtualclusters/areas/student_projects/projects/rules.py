"""What the path's table cannot know of a project: each answers with a refusal, or None."""

from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.college.rules import Standing, standing
from virtualclusters.areas.student_projects.models import Student, Team, Terms
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india

CHOOSING = frozenset({"choose", "shortlist", "take_up"})


def team_of(engagement) -> Team | None:
    """The team that answers in an engagement; None while the college has named none."""
    if not engagement.series:
        return None
    return Team.objects.select_related("course__department", "supervisor").filter(series=engagement.series).first()


def students_of(team) -> list[Student]:
    """The students who are in a team now, in the order of their names."""
    now = Student.objects.filter(team_memberships__team=team, team_memberships__left_at=None)
    return list(now.order_by("name", "pk"))


def refuse_team(team, at):
    """The refusal of a team that cannot take a project: its course is over, it has nobody, nobody who said yes looks after it."""
    if team.closed_at is not None:
        return Refused("team_closed", _("This team is closed."), _("Choose another team."))
    course = team.course
    if course.closed_at is not None or course.ends_on < day_in_india(at):
        return Refused("course_closed", _("This team's course is over."), _("Choose a team of another course."))
    if team.supervisor is None:
        return Refused("no_supervisor", _("Nobody looks after this team yet."), _("Name a teacher for the team first."))
    if team.supervisor.joined_at is None:
        return Refused(
            "supervisor_not_joined",
            _("The teacher of this team has not said yes yet."),
            _("Wait for the answer, or choose another teacher."),
        )
    if not team.members.filter(left_at=None).exists():
        return Refused("team_empty", _("Nobody is in this team yet."), _("Put students into the team first."))
    return None


def refuse_without_team(engagement, verb, at):
    """A college says yes, or is chosen, with a team only."""
    if verb not in CHOOSING:
        return None
    team = team_of(engagement)
    if team is None:
        return Refused("no_team", _("The college has named no team yet."), _("The college chooses a team first."))
    return refuse_team(team, at) if verb == "choose" else None


def refuse_start_without_terms(engagement, verb, at):
    """Work begins when both sides said yes to the newest terms."""
    if verb != "start":
        return None
    newest = Terms.objects.filter(engagement=engagement).first()
    if newest is not None and newest.stand:
        return None
    return Refused("no_terms", _("Both sides must say yes to the terms first."), _("Open the project and read them."))


def refuse_start_without_consent(engagement, verb, at):
    """Work begins when every student of the team has said yes, and for a minor the guardian too. Nobody is named here."""
    team = team_of(engagement) if verb == "start" else None
    if team is None:
        return None
    stands = {standing(one, on=day_in_india(at)) for one in students_of(team)}
    if stands & {Standing.WAITS_FOR_GUARDIAN, Standing.GUARDIAN_REFUSED, Standing.WAITS_FOR_CHECK}:
        return Refused(
            "minor_without_guardian",
            _("A student below 18 waits for the yes of a parent or guardian."),
            _("The college asks them, or takes the student off the team."),
        )
    if stands - {Standing.CONSENTED}:
        return Refused(
            "student_without_consent",
            _("A student of the team has not said yes yet."),
            _("The college asks, or takes the student off the team."),
        )
    return None


GUARDS = (refuse_without_team, refuse_start_without_terms, refuse_start_without_consent)
