"""One opportunity, and the one act: to answer it."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer as answer_it
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.pages.answering import answer_act, card_key, own_answer_page
from virtualclusters.pages.exchange.common import answered_sentence, unit_in_words, units_where
from virtualclusters.pages.exchange.forms import UnitForm
from virtualclusters.pages.exchange.opportunity_page import opportunity_page
from virtualclusters.ui.cards import Act, MatchCard


@policy(PUBLIC)
def opportunity(request, pk):
    """What, who, where, until when, on which conditions; and the one act."""
    page = opportunity_page(pk, actor=request.actor, at=timezone.now())
    share = request.build_absolute_uri(request.path)
    return render(request, "exchange_pages/opportunity.html", {"page": page, "share": share, "now": timezone.now()})


@policy(SIGNED_IN)
def answer(request, pk):
    """One tap. Asks for which unit only a person who has several; a kind that asks more is answered on its own page."""
    asked = Opportunity.objects.visible_to(request.actor, timezone.now()).one(pk)
    if page := own_answer_page(asked):
        return _leads_to(request, page)
    units = _units(request.actor)
    if len(units) < 2 and request.method != "POST":
        return redirect("opportunity", pk=pk)
    if not units:
        return redirect("workspace")
    form = UnitForm(_chosen(request, units), units=units)
    if not form.is_valid():
        return _ask_for_unit(request, form, pk)
    engagement = answer_it(opportunity_id=pk, unit_id=form.cleaned_data["unit"], actor=request.actor, at=timezone.now())
    if "HX-Request" in request.headers:
        return render(request, "exchange_pages/answered.html", {"card": answered_card(engagement)})
    return redirect("opportunity", pk=pk)


def _chosen(request, units):
    """The only unit, the one chosen, or None while nobody was asked."""
    if len(units) == 1:
        return {"unit": units[0].pk}
    return request.POST if "unit" in request.POST else None


def _leads_to(request, page):
    return HttpResponse(headers={"HX-Redirect": page}) if "HX-Request" in request.headers else redirect(page)


def _ask_for_unit(request, form, pk):
    if "HX-Request" in request.headers:
        return _leads_to(request, request.path)
    return render(request, "exchange_pages/answer_unit.html", {"form": form, "pk": pk})


@require_POST
@policy(SIGNED_IN)
def undo(request, pk):
    """Take an answer back while nobody has acted on it."""
    mine = Engagement.objects.visible_to(request.actor).live().filter(opportunity=pk, lead__in=_units(request.actor))
    found = mine.first()
    if found is None:
        raise NotFound
    act(engagement_id=found.pk, verb="withdraw", actor=request.actor, at=timezone.now())
    if "HX-Request" in request.headers:
        return render(request, "exchange_pages/answered.html", {"card": taken_back_card(pk)})
    messages.success(request, _("Taken back. The other side no longer waits for you."))
    return redirect("opportunity", pk=pk)


def _units(actor):
    units = units_where(actor, ExchangePermission.ENGAGEMENT_ANSWER)
    if not units and actor.membership:
        raise Refused("may_not_answer", _("You may look, but not answer."), _("Ask an owner of your organisation."))
    return units


def answered_card(engagement):
    """The card after the tap: what was sent, and the way to take it back."""
    undo_it = Act(_("Undo"), reverse("answer_undo", args=[engagement.opportunity_id]))
    return replace(_bare_card(engagement.opportunity_id), answered=answered_sentence(engagement), undo=undo_it)


def taken_back_card(pk):
    """The card after the answer was taken back: the tap stands there again."""
    card, opportunity = _bare_card(pk), Opportunity.objects.get(pk=pk)
    return replace(card, act=answer_act(opportunity))


def _bare_card(pk):
    opportunity = Opportunity.objects.select_related("unit__organisation").get(pk=pk)
    return MatchCard(
        title=opportunity.title,
        href=reverse("opportunity", args=[pk]),
        who=unit_in_words(opportunity.unit),
        kind=str(kind_of(opportunity.kind).words),
        key=card_key(pk),
    )
