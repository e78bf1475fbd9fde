"""Teachers, as the college sees them; and a teacher's own page."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.areas.student_projects.college import finding, own_pages, queries
from virtualclusters.areas.student_projects.college.forms import FacultyForm
from virtualclusters.areas.student_projects.college.operations import people, wrong_numbers
from virtualclusters.areas.student_projects.college.views.common import status_of, tried
from virtualclusters.areas.student_projects.college.views.consent import forgotten
from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.foundation.errors import NotFound

MANAGE = CollegePermission.COLLEGE_MANAGE
BESIDE = {"teaches_already": "contact", "looks_after_more": "most_projects"}


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def add(request):
    """A further teacher, who is asked by a message."""
    departments = queries.departments_of(finding.the_college_of(request.actor), language=get_language())
    if not departments:
        messages.warning(request, _("Add a department first."))
        return redirect("college_department_add")
    form = FacultyForm(request.POST or None, departments=departments)
    if form.is_valid() and tried(form, people.add_faculty, fields=BESIDE, **form.cleaned_data, **_by(request)):
        messages.success(request, _("%(name)s is asked now.") % {"name": form.cleaned_data["name"]})
        return redirect("college")
    return _form(request, form, _("Add a teacher"))


@policy(MANAGE)
@require_http_methods(["GET", "POST"])
def change(request, pk):
    """Name, load, hours, subjects."""
    return _changed(request, finding.faculty_member(request.actor, pk), "college")


@policy(MANAGE)
@require_POST
def end(request, pk):
    """A teacher looks after projects no more."""
    people.end_faculty(member_id=pk, **_by(request))
    messages.success(request, _("Saved."))
    return redirect("college")


@policy(PUBLIC)
@require_GET
@never_cache
def asked(request, key):
    """Where the message leads: who asks her for what, before she signs in. Her own answer is on the page of her teams."""
    found = people.asked_teacher(key)
    if found.person_id is not None and request.actor.person_id == found.person_id:
        return redirect("my_teams")
    facts = {
        "teacher": found,
        "college": found.department.unit.organisation.name,
        "signed_in": request.actor.person_id is not None,
        "sign_in": f"{reverse('account_login')}?{urlencode({'next': reverse('my_teams')})}",
    }
    return render(request, "student_projects/college/teacher_asked.html", facts)


@policy(SIGNED_IN)
@require_GET
def mine(request):
    """A teacher's own teams; before she said yes, the question."""
    rows = own_pages.teaching_of(request.actor, language=get_language())
    if not rows:
        raise NotFound
    return render(request, "student_projects/college/my_teams.html", {"rows": rows})


@policy(SIGNED_IN)
@require_POST
def answer(request, pk):
    """The teacher says yes or no; or somebody else has the number."""
    if request.POST.get("verb") == "wrong_number":
        return forgotten(request, wrong_numbers.is_not_the_teacher, member_id=pk)
    verb = people.join_as_faculty if request.POST.get("verb") == "yes" else people.decline_as_faculty
    verb(member_id=pk, **_by(request))
    if verb is people.join_as_faculty:
        messages.success(request, _("Thank you. Your teams show here."))
        return redirect("my_teams")
    messages.success(request, _("You said no. Nothing is shown."))
    return redirect("workspace")


@policy(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def change_mine(request, pk):
    """A teacher's own load, hours and subjects."""
    return _changed(request, own_pages.own_teaching(request.user, pk), "my_teams", _("My hours and subjects"))


def _changed(request, member, back, title=""):
    chips = queries.subject_choices(member, language=get_language())
    initial = {name: getattr(member, name) for name in ("name", "most_projects", "hours_a_month")}
    initial["concept_ids"] = [concept for concept, _name in chips]
    form = FacultyForm(request.POST or None, chips=chips, joined=True, initial=initial)
    if form.is_valid():
        told = form.columns() | {"member_id": member.pk, "language": get_language()}
        if tried(form, people.change_faculty, fields=BESIDE, **told, **_by(request)):
            messages.success(request, _("Saved."))
            return redirect(back)
    return _form(request, form, title or member.name, member=member, back=back)


def _by(request):
    return {"actor": request.actor, "at": timezone.now()}


def _form(request, form, title, **facts):
    facts |= {"form": form, "title": title}
    return render(request, "student_projects/college/form.html", facts, status=status_of(form))
