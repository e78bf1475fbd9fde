"""Departments, rules of hours a credit, and courses: added and changed."""

from decimal import Decimal

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.student_projects.college import finding, queries
from virtualclusters.areas.student_projects.college.forms import CourseForm, CreditRuleForm, DepartmentForm
from virtualclusters.areas.student_projects.college.operations import setting_up
from virtualclusters.areas.student_projects.college.views.common import status_of, tried
from virtualclusters.areas.student_projects.permissions import CollegePermission

MANAGE = CollegePermission.COLLEGE_MANAGE
BESIDE = {"name_taken": "name"}


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def add_department(request):
    """A further department."""
    campuses = list(queries.campuses_of(finding.the_college_of(request.actor)))
    form = DepartmentForm(request.POST or None, campuses=campuses)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("unit_id", "name", "words", "laboratory")}
        done = tried(form, setting_up.add_department, fields=BESIDE, language=get_language(), **told, **_by(request))
        if done:
            return _understood(request, done)
    return _form(request, form, _("Add a department"))


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def change_department(request, pk):
    """Name, subjects as chips, laboratory."""
    department, language = finding.department(request.actor, pk), get_language()
    chips = queries.subject_choices(department, language=language)
    kept = {"concept_ids": [concept for concept, _name in chips], "unit_id": department.unit_id}
    form = DepartmentForm(
        request.POST or None,
        campuses=[department.unit],
        chips=chips,
        initial=kept | _columns(department, "name", "laboratory"),
    )
    if form.is_valid():
        told = form.columns()
        del told["unit_id"]
        change = setting_up.change_department
        done = tried(form, change, fields=BESIDE, department_id=pk, language=language, **told, **_by(request))
        if done:
            return _understood(request, done)
    return _form(request, form, department.name)


def _understood(request, done):
    """Say which words no concept covers, and show what was understood."""
    department, unknown = done
    if unknown:
        messages.warning(request, _("We do not know these words yet: %(words)s.") % {"words": ", ".join(unknown[:10])})
    else:
        messages.success(request, _("Saved."))
    return redirect("college_department", pk=department.pk) if unknown else redirect("college")


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def add_rule(request):
    """How many hours make one credit here."""
    form = CreditRuleForm(request.POST or None)
    if form.is_valid() and tried(form, setting_up.add_credit_rule, fields=BESIDE, **form.cleaned_data, **_by(request)):
        return _saved(request)
    return _form(request, form, _("Add a rule for credits"))


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def change_rule(request, pk):
    """Other hours, another source."""
    rule = finding.credit_rule(request.actor, pk)
    form = CreditRuleForm(request.POST or None, initial=_columns(rule, "name", "hours_a_credit", "source"))
    if form.is_valid() and tried(
        form, setting_up.change_credit_rule, fields=BESIDE, rule_id=pk, **form.cleaned_data, **_by(request)
    ):
        return _saved(request)
    return _form(request, form, rule.name)


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def add_course(request):
    """A further course. Without a department it leads there first."""
    college = finding.the_college_of(request.actor)
    choices = _choices(college)
    if not choices["departments"]:
        messages.warning(request, _("Add a department first."))
        return redirect("college_department_add")
    form = CourseForm(request.POST or None, **choices)
    if form.is_valid():
        course = tried(form, setting_up.add_course, **form.cleaned_data, **_by(request))
        if course:
            return redirect("college_course", pk=course.pk)
    return _form(request, form, _("Add a course"))


COLUMNS = ("name", "department_id", "level", "head_count", "begins_on", "ends_on", "rule_id", "credits")


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def change_course(request, pk):
    """Dates, head-count, credits."""
    course = finding.course(request.actor, pk)
    choices = _choices(course.department.unit.organisation_id)
    form = CourseForm(request.POST or None, initial=_columns(course, *COLUMNS), **choices)
    if form.is_valid() and tried(form, setting_up.change_course, course_id=pk, **form.cleaned_data, **_by(request)):
        messages.success(request, _("Saved."))
        return redirect("college_course", pk=pk)
    return _form(request, form, course.name)


@policy(MANAGE)
@require_POST
def close_course(request, pk):
    """Nobody joins it any more."""
    setting_up.close_course(course_id=pk, **_by(request))
    messages.success(request, _("The course is closed."))
    return redirect("college")


def _choices(college):
    departments = queries.departments_of(college, language=get_language())
    return {"departments": departments, "rules": list(queries.rules_of(college))}


def _by(request):
    return {"actor": request.actor, "at": timezone.now()}


def _columns(row, *names):
    return {name: _as_typed(getattr(row, name)) for name in names}


def _as_typed(value):
    """A number without the noughts behind its point: 40, not 40.00."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value


def _saved(request):
    messages.success(request, _("Saved."))
    return redirect("college")


def _form(request, form, title):
    facts = {"form": form, "title": title}
    return render(request, "student_projects/college/form.html", facts, status=status_of(form))
