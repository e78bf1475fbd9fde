"""Screens of its own: a notice in plain words with bid or not, and the tender that comes of a buyer's plan."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.tenders.bidding import bid_or_not
from virtualclusters.areas.tenders.forms import TenderForm
from virtualclusters.areas.tenders.kind import TENDER
from virtualclusters.areas.tenders.publishing import publish_from
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.queries import units_of


@policy(ExchangePermission.ENGAGEMENT_ANSWER)
@require_GET
def bid(request, pk):
    """Bid or not: the notice in plain sentences, what speaks for and against, papers with the days each takes."""
    now, unit = timezone.now(), units_of(request.actor).first()
    notices = Opportunity.objects.published(now).filter(kind=TENDER.slug)
    notice = notices.select_related("tender_detail", "unit__organisation").one(pk)
    if unit is None:
        raise NotFound
    return render(request, "tenders/bid.html", {"notice": notice, "unit": unit, **bid_or_not(notice, unit, at=now)})


@policy(ExchangePermission.OPPORTUNITY_PUBLISH)
@require_http_methods(["GET", "POST"])
def new(request, pk):
    """Tell of the tender that came of a line of one's own plan."""
    own = request.actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)
    mine = Opportunity.objects.filter(unit__organisation__in=own, unit__organisation__kind__in=TENDER.publisher_kinds)
    earlier = mine.exclude(kind=TENDER.slug).select_related("unit__organisation").one(pk)
    start = {"title": earlier.title, "summary": earlier.summary, "value": earlier.value}
    form = TenderForm(request.POST or None, initial=start)
    if form.is_valid():
        tender = publish_from(
            earlier_id=pk, actor=request.actor, at=timezone.now(), language=get_language(), **form.columns()
        )
        messages.success(request, _("It is told. Units that were interested in your plan hear of it."))
        return redirect("opportunity", tender.pk)
    return render(request, "tenders/new.html", {"form": form, "earlier": earlier}, status=422 if form.errors else 200)
