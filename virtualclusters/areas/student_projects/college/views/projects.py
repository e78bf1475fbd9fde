"""Projects of units near the college, and teams sent to them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.student_projects.college import finding, queries
from virtualclusters.areas.student_projects.college.forms import NearForm
from virtualclusters.areas.student_projects.college.operations.sending import send_teams
from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.areas.student_projects.projects import nearby
from virtualclusters.areas.student_projects.projects.queries import answered_already, teams_to_send
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india
from virtualclusters.matching.values import Point
from virtualclusters.network.vocabulary.places import place_of_pin
from virtualclusters.ui.formatters import number

MANAGE = CollegePermission.COLLEGE_MANAGE
A_PAGE = 50


@policy(MANAGE)
@require_GET
def shown(request):
    """Open projects of units near the campus or a PIN code, step by step wider."""
    now, college = timezone.now(), finding.the_college_of(request.actor)
    form = NearForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    campus = queries.campuses_of(college).first()
    own = queries.subjects_of_college(college)
    step, found = _widened(
        asked.get("within"),
        point=_point(asked.get("pin"), campus),
        at=now,
        concept_ids=None if asked.get("subject") == "all" or not own else own,
        language=asked.get("language", ""),
    )
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    chosen = sum(1 for value in asked.values() if value)
    facts = {"form": form, "chosen": chosen, "page": page, "within": step, "wider": nearby.next_band(step)}
    facts |= {"teams": teams_to_send(request.actor, day=day_in_india(now)), "campus": campus, "now": now}
    facts["answered"] = answered_already([one.project.pk for one in page], request.actor)
    facts["query"] = {name: value for name, value in request.GET.items() if name not in ("within", "page")}
    return render(request, "student_projects/college/projects.html", facts)


def _widened(within, **asked):
    """(how far was looked, what was found): the step that was asked, else the first at which a place is found."""
    for step in [within] if within else nearby.bands():
        found = nearby.projects_near(within=step, **asked)
        if any(one.km is not None for one in found):
            break
    return step, found


def _point(pin, campus):
    place = place_of_pin(pin) if pin else campus
    return Point(place.latitude, place.longitude) if place and place.latitude is not None else None


@policy(MANAGE)
@require_POST
def send(request):
    """Answer the ticked projects with the ticked teams."""
    chosen = {"team_ids": _ids(request, "team"), "project_ids": _ids(request, "project")}
    try:
        sent = send_teams(**chosen, words=_words(request), actor=request.actor, at=timezone.now())
    except Refused as refusal:
        messages.warning(request, refusal.sentence)
        return redirect("college_projects")
    if sent.count:
        told = ngettext("%(n)s answer is sent.", "%(n)s answers are sent.", sent.count) % {"n": number(sent.count)}
        messages.success(request, told)
    for sentence in sent.refusals:
        messages.warning(request, sentence)
    return redirect("college_projects")


def _words(request):
    return request.POST.get("words", "").replace("\x00", "")[:2000]


def _ids(request, name):
    return [int(one) for one in request.POST.getlist(name) if one.isdecimal() and len(one) <= 18]
