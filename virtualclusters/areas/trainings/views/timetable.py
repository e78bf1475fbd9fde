"""The trainer changes seats, place, link and times."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.trainings import queries
from virtualclusters.areas.trainings.forms import ChangeForm, SessionForm
from virtualclusters.areas.trainings.models import Mode, Session
from virtualclusters.areas.trainings.operations import publishing
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import to_ist

GIVES = ExchangePermission.OPPORTUNITY_PUBLISH
FIELD_OF = {
    "seats_taken": "places",
    "odd_seats": "places",
    "in_the_past": "day",
    "ends_before_start": "ends",
    "overlap": "day",
}


@policy(GIVES)
@require_http_methods(["GET", "POST"])
def change(request, pk):
    """Seats, place and link."""
    now = timezone.now()
    opportunity = queries.own_class(request.actor, pk)
    training = opportunity.training
    initial = {
        "places": opportunity.places,
        "venue": training.venue,
        "link": training.link,
        "attendance_needed": training.attendance_needed,
    }
    form = ChangeForm(request.POST or None, initial=initial, in_person=training.mode == Mode.IN_PERSON)
    if request.method == "POST" and form.is_valid():
        done = _try(form, publishing.change, opportunity_id=pk, actor=request.actor, at=now, **form.cleaned_data)
        if done:
            messages.success(request, _("Saved."))
            return redirect("training_class", pk=pk)
    return render(request, "trainings/change.html", {"form": form, "opportunity": opportunity})


@policy(GIVES)
@require_http_methods(["GET", "POST"])
def add(request, pk):
    """One more session."""
    now = timezone.now()
    opportunity = queries.own_class(request.actor, pk)
    form = SessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        columns = form.columns()
        if _try(form, publishing.add_session, opportunity_id=pk, actor=request.actor, at=now, **columns):
            messages.success(request, _("Saved. Those who have a place are told."))
            return redirect("training_class", pk=pk)
    return render(request, "trainings/session.html", {"form": form, "opportunity": opportunity})


@policy(GIVES)
@require_http_methods(["GET", "POST"])
def edit(request, pk):
    """Other times, topic or place of a session."""
    session, opportunity = _own_session(request.actor, pk)
    form = SessionForm(request.POST or None, initial=_initial(session))
    if request.method == "POST" and form.is_valid():
        columns, now = form.columns(), timezone.now()
        if _try(form, publishing.change_session, session_id=pk, actor=request.actor, at=now, **columns):
            messages.success(request, _("Saved. Those who have a place are told."))
            return redirect("training_class", pk=opportunity.pk)
    return render(request, "trainings/session.html", {"form": form, "opportunity": opportunity, "session": session})


@policy(GIVES)
@require_POST
def remove(request, pk):
    """Leave a session out."""
    _session, opportunity = _own_session(request.actor, pk)
    publishing.remove_session(session_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("The session is off the list. Those who have a place are told."))
    return redirect("training_class", pk=opportunity.pk)


def _own_session(actor, pk):
    session = Session.objects.filter(pk=pk).first()
    if session is None:
        raise NotFound
    return session, queries.own_class(actor, session.training_id)


def _initial(session):
    starts, ends = to_ist(session.starts_at), to_ist(session.ends_at)
    return {
        "day": starts.date(),
        "starts": starts.time(),
        "ends": ends.time(),
        "topic": session.topic,
        "venue": session.venue,
    }


def _try(form, verb, **options):
    """Run a verb; what it refuses stands beside the field it is about."""
    try:
        return verb(**options)
    except Refused as refusal:
        field = FIELD_OF.get(refusal.code)
        form.add_error(field if field in form.fields else None, f"{refusal.sentence} {refusal.change}".strip())
        return None
