"""A unit asks for advice: its trouble, the short list with reasons, and how the request goes round."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.advice.asking import operations
from virtualclusters.areas.advice.asking.forms import AskForm, OrderForm
from virtualclusters.areas.advice.asking.queries import request_for, turns_of
from virtualclusters.areas.advice.asking.shortlist import explained
from virtualclusters.areas.advice.kinds import ADVICE
from virtualclusters.areas.advice.views.trying import attempt, sent
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.models import Unit

READ, ANSWER = ExchangePermission.ENGAGEMENT_READ, ExchangePermission.ENGAGEMENT_ANSWER


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def ask(request):
    """Say the trouble; a need that was said already stands in the box."""
    need = _need(request.actor, request.GET.get("need", ""))
    return _ask(request, need=need)


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def ask_one(request, pk):
    """The same, with one adviser to be asked first."""
    adviser = Opportunity.objects.open_at(timezone.now()).filter(kind=ADVICE).one(pk)
    return _ask(request, adviser=adviser)


def _ask(request, *, need=None, adviser=None):
    units = _units(request.actor)
    first = {"words": need.words if need else "", "spoken": get_language()}
    form = AskForm(sent(request), units=units, initial=first)
    if request.method == "POST" and form.is_valid():
        begun = attempt(
            form,
            operations.begin_request,
            unit_id=form.cleaned_data.get("unit", units[0].pk),
            language=get_language(),
            need_id=need.pk if need else None,
            first=adviser.pk if adviser else None,
            actor=request.actor,
            at=timezone.now(),
            **form.wishes(),
        )
        if begun:
            return redirect("advice_request", pk=begun.pk)
    return render(request, "advice/ask.html", {"form": form, "adviser": adviser})


@policy(READ)
@require_GET
def shown(request, pk):
    """The short list before anybody is asked; afterwards who was asked, who said what, who has it now."""
    return _shown(request, request_for(request.actor, pk))


def _shown(request, found, form=None):
    turns, now = list(turns_of(found)), timezone.now()
    open_turns = [turn for turn in turns if not turn.engagement_id and not turn.passed_over]
    facts = {
        "asked": found,
        "turns": [turn for turn in turns if turn.engagement_id],
        "waiting": open_turns,
        "live": next((turn for turn in turns if turn.engagement_id and turn.engagement.ended_at is None), None),
        "form": form or OrderForm(turns=open_turns),
        "answer_days": settings.ADVICE_ANSWER_DAYS,
        "now": now,
    }
    if found.asked_at is None:
        facts["candidates"] = explained(found, [turn.opportunity_id for turn in open_turns], at=now)
    return render(request, "advice/request.html", facts)


@policy(ANSWER)
@require_POST
def send(request, pk):
    """Let it go round, in the order of the page."""
    found = request_for(request.actor, pk, ANSWER)
    turns = [turn for turn in turns_of(found) if not turn.engagement_id]
    form = OrderForm(request.POST, turns=turns)
    if not form.is_valid():
        return _shown(request, found, form)
    order = form.order() if turns else None
    if (
        attempt(form, operations.send_request, request_id=pk, order=order, actor=request.actor, at=timezone.now())
        is None
    ):
        return _shown(request, found, form)
    messages.success(request, _("Your request goes round now. You see here who has it."))
    return redirect("advice_request", pk=pk)


@policy(ANSWER)
@require_POST
def ask_next(request, pk):
    """Do not wait any longer."""
    turn = operations.ask_next_now(request_id=pk, actor=request.actor, at=timezone.now())
    words = _("The next adviser is asked.") if turn else _("Nobody else is left. Your facilitator now looks for help.")
    messages.success(request, words)
    return redirect("advice_request", pk=pk)


@policy(ANSWER)
@require_POST
def stop(request, pk):
    """No help is needed any more."""
    operations.stop(request_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("Stopped. Whoever was asked is told."))
    return redirect("advice_request", pk=pk)


def _units(actor):
    units = list(Unit.objects.editable_by(actor, ANSWER).select_related("organisation"))
    if not units:
        raise NotFound
    return sorted(units, key=lambda unit: (unit.organisation_id != actor.organisation_id, unit.pk))


def _need(actor, wanted):
    """The need named in the address, if it is of one of her units."""
    if not wanted.isdecimal() or len(wanted) > 18:
        return None
    own = Unit.objects.editable_by(actor, ANSWER)
    return Need.objects.filter(pk=int(wanted), unit__in=own).first()
