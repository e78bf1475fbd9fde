"""A class: its students, their consent, the list that is uploaded."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.student_projects.college import finding, queries
from virtualclusters.areas.student_projects.college.forms import StudentForm, StudentsFileForm
from virtualclusters.areas.student_projects.college.imports import STUDENTS, subject_of
from virtualclusters.areas.student_projects.college.operations import consenting, people
from virtualclusters.areas.student_projects.college.registering import COLUMNS
from virtualclusters.areas.student_projects.college.views.common import status_of, tried
from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.capabilities.imports.operations import start
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui.formatters import number, phone

MANAGE = CollegePermission.COLLEGE_MANAGE
A_PAGE = 50
BESIDE = STUDENTS.field_of


@policy(MANAGE)
@require_GET
def course(request, pk):
    """One class: how far it is, and its students."""
    found, today = finding.course(request.actor, pk), day_in_india(timezone.now())
    page = Paginator(queries.students_of(found), A_PAGE).get_page(request.GET.get("page"))
    queries.told(page.object_list, on=today)
    facts = {"course": found, "page": page, "figures": queries.figures_of(found, on=today)}
    return render(request, "student_projects/college/course.html", facts)


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def upload(request, pk):
    """Send the class's list as it is; the file goes on as every file does."""
    found = finding.course(request.actor, pk)
    form = StudentsFileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        told = {"spec": STUDENTS.name, "subject": subject_of(found), "upload": file, "name": file.name}
        job = tried(form, start, person=request.user, at=timezone.now(), **told)
        if job:
            return redirect("desk_import", job.pk)
    facts = {"course": found, "form": form}
    return render(request, "student_projects/college/upload.html", facts, status=status_of(form))


@policy(MANAGE)
@require_POST
def ask(request, pk):
    """Ask all who have not answered, with one tap."""
    count = consenting.ask_for_consent(course_id=pk, **_by(request))
    told = ngettext("%(n)s student is asked.", "%(n)s students are asked.", count) % {"n": number(count)}
    messages.success(request, told)
    return redirect("college_course", pk=pk)


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def add(request, pk):
    """One student by hand."""
    found = finding.course(request.actor, pk)
    form = StudentForm(request.POST or None, initial={"language": found.department.unit.organisation.language})
    if form.is_valid():
        added = tried(form, people.add_student, fields=BESIDE, course_id=pk, **form.columns(), **_by(request))
        if added:
            return redirect("college_course", pk=pk)
    facts = {"form": form, "title": _("Add a student"), "course": found}
    return render(request, "student_projects/college/form.html", facts, status=status_of(form))


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def change(request, pk):
    """One student: the row, the guardian, and the way out."""
    student = finding.student(request.actor, pk)
    initial = {name: getattr(student, name) for name in COLUMNS} | {"skills": ", ".join(student.skills)}
    initial |= {name: phone(initial[name]) for name in ("phone", "guardian_phone")}
    form = StudentForm(request.POST or None, initial=initial)
    if form.is_valid():
        told = {"student_id": pk, "course_id": student.course_id} | form.columns()
        if tried(form, people.change_student, fields=BESIDE, **told, **_by(request)):
            messages.success(request, _("Saved."))
            return redirect("college_course", pk=student.course_id)
    queries.told([_with_team(student)], on=day_in_india(timezone.now()))
    facts = {"form": form, "student": student, "title": student.name, "course": student.course}
    return render(request, "student_projects/college/student.html", facts, status=status_of(form))


def _with_team(student):
    student.teams_now = list(student.team_memberships.filter(left_at=None).select_related("team"))
    return student


@policy(MANAGE)
@require_POST
def guardian(request, pk):
    """The guardian is asked again, or the college saw the paper."""
    student = finding.student(request.actor, pk)
    try:
        if request.POST.get("verb") == "checked":
            consenting.check_guardian(student_id=pk, **_by(request))
            messages.success(request, _("Noted: you saw the guardian's paper."))
        else:
            consenting.ask_guardian_again(student_id=pk, **_by(request))
            messages.success(request, _("The guardian is asked."))
    except Refused as refusal:
        messages.warning(request, f"{refusal.sentence} {refusal.change}".strip())
    return redirect("college_student", pk=student.pk)


@policy(MANAGE)
@require_POST
def end(request, pk):
    """The student left the college."""
    student = finding.student(request.actor, pk)
    people.end_student(student_id=pk, **_by(request))
    messages.success(request, _("%(name)s is off the list.") % {"name": student.name})
    return redirect("college_course", pk=student.course_id)


def _by(request):
    return {"actor": request.actor, "at": timezone.now()}
