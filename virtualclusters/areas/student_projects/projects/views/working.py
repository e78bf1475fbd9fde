"""A project's own pages, for everybody who takes part: where it stands, terms, weeks, talk, what was handed over."""

from datetime import date

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.areas.student_projects.college.views.common import status_of, tried
from virtualclusters.areas.student_projects.college.visibility import visible_names
from virtualclusters.areas.student_projects.models import Deliverable, WeekLog
from virtualclusters.areas.student_projects.projects import queries
from virtualclusters.areas.student_projects.projects.operations import agreeing, working
from virtualclusters.areas.student_projects.projects.standing import TEACHERS, Seat, place_of
from virtualclusters.areas.student_projects.projects.talking import author_names
from virtualclusters.areas.student_projects.projects.work_forms import (
    CommentForm,
    HandOverForm,
    ReviewForm,
    SayForm,
    TermsForm,
    WeekForm,
)
from virtualclusters.areas.student_projects.projects.work_page import work_page
from virtualclusters.capabilities.files.serving import serve
from virtualclusters.capabilities.threads.queries import conversation
from virtualclusters.exchange.engagements.operations.acting import contact_is_open, open_talk, say
from virtualclusters.foundation.errors import NotFound, Refused

FOLDER = "student_projects/projects/"
LINES = 20
OF_FILE = {"file_empty": "file", "file_too_large": "file"}


@policy(SIGNED_IN)
@require_GET
def shown(request, pk):
    """Where a project stands, and the one thing to do."""
    page = work_page(pk, actor=request.actor, at=timezone.now())
    return render(request, FOLDER + "work.html", {"page": page, "opportunity": page.engagement.opportunity})


@policy(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def terms(request, pk):
    """The terms: read, say yes, or choose again."""
    place = place_of(pk, actor=request.actor)
    versions = list(place.engagement.terms.all())
    newest = versions[0] if versions else None
    form = TermsForm(request.POST or None, initial=_chosen(newest, place))
    if request.method == "POST" and form.is_valid():
        agreeing.propose_terms(engagement_id=pk, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Sent. The other side reads them and says yes."))
        return redirect("project_work", pk=pk)
    facts = {
        "form": form,
        "place": place,
        "opportunity": place.engagement.opportunity,
        "newest": newest,
        "earlier": versions[1:],
        "words": _words(newest),
        "may_choose": place.seat in (Seat.UNIT, *TEACHERS) and place.engagement.phase in agreeing.AGREEING,
        "may_say_yes": newest is not None and _said(newest, place) is None and place.seat in (Seat.UNIT, *TEACHERS),
    }
    return render(request, FOLDER + "terms.html", facts)


def _chosen(newest, place):
    if newest is None:
        brief = place.engagement.opportunity.project
        secrecy = "names_hidden" if brief.confidential else "none"
        return {"ownership": "unit", "secrecy": secrecy, "visits": brief.visits or 0, "insurance": "college"}
    names = ("objectives", "ownership", "publish_after_months", "secrecy", "visits", "insurance", "names_unit")
    return {name: getattr(newest, name) for name in names}


def _words(newest):
    return (newest.words.get(get_language()) or newest.words["en"]) if newest else []


def _said(newest, place):
    return newest.unit_agreed_at if place.seat == Seat.UNIT else newest.college_agreed_at


@policy(SIGNED_IN)
@require_POST
def terms_yes(request, pk):
    """Yes to the newest terms."""
    version = request.POST.get("version", "")
    if not version.isdecimal() or len(version) > 4:
        raise NotFound
    agreeing.say_yes(engagement_id=pk, version=int(version), actor=request.actor, at=timezone.now())
    messages.success(request, _("You said yes to the terms."))
    return redirect("project_work", pk=pk)


@policy(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def week(request, pk):
    """A student writes her week: hours, and what was done."""
    now = timezone.now()
    place = place_of(pk, actor=request.actor)
    if place.student is None:
        raise NotFound
    form = WeekForm(request.POST or None, weeks=working.open_weeks(place.engagement, now))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            working.write_week(
                engagement_id=pk, week=date.fromisoformat(told["week"]), hours=told["hours"], done=told["done"],
                actor=request.actor, at=now,
            )  # fmt: skip
        except Refused as refusal:
            form.add_error("week", f"{refusal.sentence} {refusal.change}".strip())
        else:
            messages.success(request, _("Kept. Your teacher and the unit can read it."))
            return redirect("project_weeks", pk=pk)
    return render(request, FOLDER + "week.html", {"form": form, "opportunity": place.engagement.opportunity, "pk": pk})


@policy(SIGNED_IN)
@require_GET
def weeks(request, pk):
    """All weeks, newest first, with the words on them."""
    return _weeks(request, pk, CommentForm())


def _weeks(request, pk, form, log_id=None):
    now = timezone.now()
    place = place_of(pk, actor=request.actor)
    logs = list(queries.weeks_of(place.engagement))
    facts = {
        "logs": logs,
        "names": visible_names({log.student_id: log.student for log in logs}.values(), actor=request.actor, at=now),
        "form": form,
        "form_of": log_id,
        "place": place,
        "opportunity": place.engagement.opportunity,
        "may_comment": place.seat != Seat.STUDENT,
        "may_write": place.seat == Seat.STUDENT and place.engagement.phase == "under_way",
    }
    return render(request, FOLDER + "weeks.html", facts)


@policy(SIGNED_IN)
@require_POST
def comment(request, pk):
    """A word on one week. What was typed is kept on error."""
    log = WeekLog.objects.filter(pk=pk).first()
    if log is None:
        raise NotFound
    form = CommentForm(request.POST)
    if not form.is_valid():
        return _weeks(request, log.engagement_id, form, pk)
    working.comment(log_id=pk, words=form.cleaned_data["words"], actor=request.actor, at=timezone.now())
    messages.success(request, _("Kept. The team can read it."))
    return redirect("project_weeks", pk=log.engagement_id)


@policy(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def talk(request, pk):
    """What both sides and the team write to each other."""
    now = timezone.now()
    place_of(pk, actor=request.actor)
    engagement = open_talk(engagement_id=pk, actor=request.actor, at=now)
    form = SayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        say(engagement_id=pk, words=form.cleaned_data["words"], actor=request.actor, at=now)
        return redirect("project_talk", pk=pk)
    hidden, names = not contact_is_open(engagement), author_names(engagement, actor=request.actor, at=now)
    told = {"reader": request.actor.person, "contacts_hidden": hidden, "named": names}
    lines = conversation(thread_id=engagement.thread_id, **told)
    facts = {"form": form, "lines": lines[-LINES:], "opportunity": engagement.opportunity, "pk": pk, "now": now}
    return render(request, FOLDER + "talk.html", facts)


@policy(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def review(request, pk):
    """Half way: on track or not."""
    place = place_of(pk, actor=request.actor)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        on_track = told["on_track"] == "yes"
        working.review(engagement_id=pk, on_track=on_track, words=told["words"], actor=request.actor, at=timezone.now())
        messages.success(request, _("Kept. The others can read it."))
        return redirect("project_work", pk=pk)
    return render(
        request, FOLDER + "review.html", {"form": form, "opportunity": place.engagement.opportunity, "pk": pk}
    )


@policy(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def hand_over(request, pk):
    """The team hands something over, with the number after it."""
    place = place_of(pk, actor=request.actor)
    form = HandOverForm(request.POST or None, request.FILES or None)
    form.fields["number_after"].help_text = place.engagement.opportunity.project.number_counts
    told = {"engagement_id": pk, "actor": request.actor, "at": timezone.now()}
    if form.is_valid() and tried(form, working.hand_over, fields=OF_FILE, **form.cleaned_data, **told):
        messages.success(request, _("Handed over. The unit is told."))
        return redirect("project_work", pk=pk)
    facts = {"form": form, "opportunity": place.engagement.opportunity, "pk": pk}
    return render(request, FOLDER + "hand_over.html", facts, status=status_of(form))


@policy(SIGNED_IN)
@require_GET
def file(request, pk):
    """A file that was handed over, for those who take part."""
    made = Deliverable.objects.filter(pk=pk, file__isnull=False).select_related("file").first()
    if made is None:
        raise NotFound
    place_of(made.engagement_id, actor=request.actor)
    return serve(made.file)
