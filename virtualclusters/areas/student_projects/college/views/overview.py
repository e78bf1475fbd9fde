"""My college: what stands, and what to do next."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.student_projects.college import finding, queries
from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui.components import Task
from virtualclusters.ui.formatters import number

MANAGE = CollegePermission.COLLEGE_MANAGE


@policy(MANAGE)
@require_GET
def shown(request):
    """Departments, rules, courses, teachers and teams, with the way from the first to projects on top."""
    college, language = finding.the_college_of(request.actor), get_language()
    facts = {
        "departments": queries.departments_of(college, language=language),
        "rules": list(queries.rules_of(college)),
        "courses": list(queries.courses_of(college, on=day_in_india(timezone.now()))),
        "faculty": queries.faculty_of(college, language=language),
        "teams": list(queries.teams_of(college)[: queries.MOST_SHOWN]),
    }
    return render(request, "student_projects/college/overview.html", facts | {"tasks": _tasks(facts)})


def _tasks(facts):
    """The five steps; what is done says how many there are."""
    courses = facts["courses"]
    students = sum(course.students_known for course in courses)
    first = courses[0].pk if courses else None
    here = reverse("college")
    return [
        _task(_("Departments"), here + "#departments", reverse("college_department_add"), len(facts["departments"])),
        _task(_("Courses"), here + "#courses", reverse("college_course_add"), len(courses)),
        _task(_("Students"), here + "#courses", _of_course("college_course_upload", first), students),
        _task(_("Teams"), here + "#teams", _of_course("college_team_add", first), len(facts["teams"])),
        Task(_("Projects of units near you"), reverse("college_projects"), _("Look")),
    ]


def _of_course(name, course):
    """The page of a step that needs a course; where courses are added when there is none."""
    return reverse(name, args=[course]) if course else reverse("college_course_add")


def _task(label, here, add, count):
    if not count:
        return Task(label, add, _("Add the first one"))
    told = ngettext("%(n)s is there", "%(n)s are there", count) % {"n": number(count)}
    return Task(label, here, told, done=True)
