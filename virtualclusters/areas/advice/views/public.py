"""Whoever looks for advice: the list of advisers."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.areas.advice.asking.queries import asked_now, requests_of
from virtualclusters.areas.advice.cases.queries import cases_of
from virtualclusters.areas.advice.kinds import ADVISERS, ASKERS
from virtualclusters.areas.advice.outreach.queries import own_offers
from virtualclusters.areas.advice.profiles.forms import AdviserFilter
from virtualclusters.areas.advice.profiles.queries import advisers_listed, languages_in_words, own_profiles
from virtualclusters.areas.advice.profiles.record import records_of
from virtualclusters.exchange.kinds.paths import ANSWERER, PUBLISHER
from virtualclusters.exchange.kinds.permissions import ExchangePermission

A_PAGE = 10


@policy(PUBLIC)
@require_GET
def listed(request):
    """Advisers by field, language, fee and from afar."""
    now, form = timezone.now(), AdviserFilter(request.GET)
    chosen = form.chosen()
    page = Paginator(advisers_listed(at=now, **chosen), A_PAGE).get_page(request.GET.get("page"))
    records = records_of([row.unit_id for row in page])
    for row in page:
        row.record, row.spoken = records[row.unit_id], languages_in_words(row.adviser.languages)
    organisation = request.actor.organisation
    facts = {
        "form": form,
        "chosen": len(chosen),
        "page": page,
        "may_ask": organisation is None or organisation.kind in ASKERS,
        "advises": organisation is not None and organisation.kind in ADVISERS,
    }
    return render(request, "advice/advisers.html", facts)


@policy(SIGNED_IN)
@require_GET
def mine(request):
    """What I asked, whom I advise, what I offer: one desk for every side."""
    actor = request.actor
    asked = Paginator(requests_of(actor), A_PAGE).get_page(request.GET.get("page"))
    turns = asked_now([row.pk for row in asked])
    for row in asked:
        row.turn = turns.get(row.pk)
    facts = {
        "asked": asked,
        "cases": list(cases_of(actor, side=PUBLISHER)[: A_PAGE * 2]),
        "advised": list(cases_of(actor, side=ANSWERER)[:A_PAGE]),
        "profiles": list(own_profiles(actor)[:A_PAGE]),
        "offers": list(own_offers(actor)[:A_PAGE]),
        "organisation": actor.organisation,
        "may_ask": actor.organisation is not None and actor.organisation.kind in ASKERS,
        "may_advise": _may_advise(actor),
        "now": timezone.now(),
    }
    return render(request, "advice/mine.html", facts)


def _may_advise(actor):
    publishes = actor.may(ExchangePermission.OPPORTUNITY_PUBLISH)
    return publishes and actor.organisation is not None and actor.organisation.kind in ADVISERS
