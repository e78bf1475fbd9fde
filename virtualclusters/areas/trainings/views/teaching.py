"""The trainer's desk: the class and its queue, attendance by tapping, finishing, certificates."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.trainings import queries
from virtualclusters.areas.trainings.forms import CancelForm, NoteForm, RemoveForm, RevokeForm
from virtualclusters.areas.trainings.models import Attendee, Session
from virtualclusters.areas.trainings.operations import booking, publishing, teaching
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound, Refused

GIVES = ExchangePermission.OPPORTUNITY_PUBLISH


@policy(GIVES)
@require_GET
def shown(request, pk):
    """The class: who comes, who waits, what to do next."""
    now = timezone.now()
    opportunity = queries.own_class(request.actor, pk)
    seated, waiting, asked = queries.class_lists(opportunity)
    sessions = list(opportunity.training.sessions.all())
    facts = {
        "opportunity": opportunity,
        "detail": opportunity.training,
        "sessions": sessions,
        "seated": seated,
        "waiting": waiting,
        "asked": asked,
        "has_begun": sessions[0].starts_at <= now,
        "is_over": sessions[-1].ends_at <= now,
        "is_live": opportunity.ended_at is None and opportunity.training.finished_at is None,
        "certificates": sum(1 for one in seated if one.attendee.certificate_id),
        "now": now,
    }
    return render(request, "trainings/class.html", facts)


@policy(GIVES)
@require_http_methods(["GET", "POST"])
def attendance(request, pk):
    """The sheet of one session: one tap a person; the same tap takes it back."""
    session = Session.objects.filter(pk=pk).first()
    if session is None:
        raise NotFound
    now = timezone.now()
    opportunity = queries.own_class(request.actor, session.training_id)
    if request.method == "POST":
        ids, present, anchor = _tapped(request.POST)
        teaching.mark(session_id=pk, attendee_ids=ids, present=present, actor=request.actor, at=now)
        return redirect(f"{reverse('training_attendance', args=[pk])}{anchor}")
    seated, _waiting, _asked = queries.class_lists(opportunity)
    here = queries.present_in(session)
    facts = {
        "opportunity": opportunity,
        "session": session,
        "seated": [(one, one.attendee.pk in here) for one in seated],
        "here": sum(1 for one in seated if one.attendee.pk in here),
        "has_begun": session.starts_at <= now,
        "is_live": opportunity.ended_at is None and opportunity.training.finished_at is None,
    }
    return render(request, "trainings/attendance.html", facts)


def _tapped(posted):
    """(ids or None for all, whether present, where to stay on the page)."""
    if "all" in posted:
        return None, True, "#people"
    verb = "here" if "here" in posted else "away"
    tapped = posted.get(verb, "")
    if not tapped.isdecimal() or len(tapped) > 18:
        raise NotFound
    return [int(tapped)], verb == "here", f"#person-{tapped}"


@policy(GIVES)
@require_POST
def finish(request, pk):
    """The class is over: certificates for those who were there often enough."""
    teaching.finish(opportunity_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("Finished. Certificates are being printed."))
    return redirect("training_class", pk=pk)


@policy(GIVES)
@require_http_methods(["GET", "POST"])
def cancel(request, pk):
    """Cancel the class and tell everybody why."""
    now = timezone.now()
    opportunity = queries.own_class(request.actor, pk)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        publishing.cancel(opportunity_id=pk, reason=form.cleaned_data["reason"], actor=request.actor, at=now)
        messages.success(request, _("Cancelled. Everybody is told why."))
        return redirect("training_class", pk=pk)
    return render(request, "trainings/cancel.html", {"form": form, "opportunity": opportunity})


@policy(GIVES)
@require_http_methods(["GET", "POST"])
def tell(request, pk):
    """Tell the whole class one of the registered notes."""
    now = timezone.now()
    opportunity = queries.own_class(request.actor, pk)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = teaching.tell_class(opportunity_id=pk, note=form.cleaned_data["note"], actor=request.actor, at=now)
        messages.success(request, ngettext("%(told)s unit is told.", "%(told)s units are told.", told) % {"told": told})
        return redirect("training_class", pk=pk)
    return render(request, "trainings/tell.html", {"form": form, "opportunity": opportunity})


@policy(GIVES)
@require_http_methods(["GET", "POST"])
def remove(request, pk):
    """Take a place back, with a reason that the person reads."""
    attendee, opportunity = _in_own_class(request.actor, pk)
    form = RemoveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        booking.drop(attendee_id=pk, reason=reason, actor=request.actor, at=timezone.now())
        messages.success(request, _("%(name)s is off the list.") % {"name": attendee.name})
        return redirect("training_class", pk=opportunity.pk)
    return render(request, "trainings/remove.html", {"form": form, "attendee": attendee, "opportunity": opportunity})


@policy(GIVES)
@require_http_methods(["GET", "POST"])
def revoke(request, pk):
    """Say that a certificate does not stand any more."""
    attendee, opportunity = _in_own_class(request.actor, pk)
    form = RevokeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            teaching.revoke_certificate(attendee_id=pk, reason=reason, actor=request.actor, at=timezone.now())
            return redirect("training_class", pk=opportunity.pk)
        except Refused as refusal:
            form.add_error("reason", refusal.sentence)
    return render(request, "trainings/revoke.html", {"form": form, "attendee": attendee, "opportunity": opportunity})


def _in_own_class(actor, pk):
    attendee = Attendee.objects.select_related("engagement").filter(pk=pk).first()
    if attendee is None:
        raise NotFound
    return attendee, queries.own_class(actor, attendee.engagement.opportunity_id)
