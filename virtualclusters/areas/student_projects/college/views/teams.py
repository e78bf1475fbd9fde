"""Teams: made, shown, changed, ended."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.student_projects.college import finding, queries
from virtualclusters.areas.student_projects.college.forms import SupervisorForm, TeamForm
from virtualclusters.areas.student_projects.college.operations import teaming
from virtualclusters.areas.student_projects.college.views.common import status_of, tried
from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.time import day_in_india

MANAGE = CollegePermission.COLLEGE_MANAGE
BESIDE = {
    "name_taken": "name",
    "not_asked": "student_ids",
    "in_another_team": "student_ids",
    "team_full": "student_ids",
}


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def add(request, pk):
    """Make a team of a class."""
    course = finding.course(request.actor, pk)
    free = list(queries.who_may_join(course))
    form = TeamForm(request.POST or None, students=free, initial={"name": _next_name(course)})
    if form.is_valid():
        team = tried(form, teaming.make_team, fields=BESIDE, course_id=pk, **form.cleaned_data, **_by(request))
        if team:
            return redirect("college_team", pk=team.pk)
    facts = {"form": form, "course": course, "free": free, "title": _("Make a team")}
    return render(request, "student_projects/college/team_add.html", facts, status=status_of(form))


def _next_name(course):
    return _("Team %(number)s") % {"number": course.teams.count() + 1}


@policy(MANAGE)
@require_GET
def shown(request, pk):
    """One team: its students, who may join, who looks after it."""
    team, today = finding.team(request.actor, pk), day_in_india(timezone.now())
    members = queries.members_of(team)
    for student in members:
        student.teams_now = []
    queries.told(members, on=today)
    college = team.course.department.unit.organisation_id
    supervisor = SupervisorForm(teachers=queries.supervisors_of(college), initial={"member_id": team.supervisor_id})
    facts = {"team": team, "members": members, "free": list(queries.who_may_join(team.course)), "form": supervisor}
    facts["work"] = team.works.filter(held=True).first()
    return render(request, "student_projects/college/team.html", facts)


@policy(MANAGE)
@require_POST
def add_member(request, pk):
    """One more student."""
    teaming.add_members(team_id=pk, student_ids=[_number(request.POST.get("student"))], **_by(request))
    return redirect("college_team", pk=pk)


@policy(MANAGE)
@require_POST
def remove_member(request, pk):
    """One student fewer."""
    teaming.remove_member(team_id=pk, student_id=_number(request.POST.get("student")), **_by(request))
    return redirect("college_team", pk=pk)


@policy(MANAGE)
@require_POST
def supervise(request, pk):
    """Give the team to a teacher, or to nobody."""
    wanted = request.POST.get("member_id", "")
    teaming.give_supervisor(team_id=pk, member_id=_number(wanted) if wanted else None, **_by(request))
    messages.success(request, _("Saved."))
    return redirect("college_team", pk=pk)


@policy(MANAGE)
@require_POST
def close(request, pk):
    """End the team."""
    teaming.close_team(team_id=pk, **_by(request))
    messages.success(request, _("The team has ended. Its students are free for another."))
    return redirect("college")


def _number(text):
    """An id from a form. Raises NotFound when it is none."""
    if not (text or "").isdecimal() or len(text) > 18:
        raise NotFound
    return int(text)


def _by(request):
    return {"actor": request.actor, "at": timezone.now()}
