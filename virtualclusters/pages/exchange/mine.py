"""What my organisation published: open, closed, answers in order, invitations, the end."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.accounts.policy import policy
from virtualclusters.exchange.engagements.operations import opening
from virtualclusters.exchange.kinds.kind import kind_of, screens_of
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities import operations
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.pages.exchange import drafting, inviting
from virtualclusters.pages.exchange.common import sent
from virtualclusters.pages.exchange.forms import EndForm
from virtualclusters.pages.exchange.own_list import FILTERS, answers_to, rows_of, tabs_of

PUBLISH = ExchangePermission.OPPORTUNITY_PUBLISH
A_PAGE = 10


@policy(PUBLISH)
def my_opportunities(request):
    """Drafts, open ones, closed ones."""
    shown, now = request.GET.get("show", "open"), timezone.now()
    if shown not in FILTERS:
        raise Http404
    begun = [kind_of(slug) for slug in sorted(drafting.begun(request.actor.person)) if slug in _known(request.actor)]
    tabs, found = tabs_of(request.actor, shown, drafts=len(begun), at=now)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    facts = {"tabs": tabs, "page": page, "rows": rows_of(page.object_list), "drafts": begun, "shown": shown, "now": now}
    return render(request, "exchange_pages/my_opportunities.html", facts)


def _known(actor):
    return {kind.slug for kind in drafting.publishable(actor)}


@policy(PUBLISH)
def my_opportunity(request, pk):
    """One of mine with its answers, each with its place in order."""
    opportunity, now = _own(request.actor, pk), timezone.now()
    facts = {
        "opportunity": opportunity,
        "kind": kind_of(opportunity.kind),
        "screens": screens_of(opportunity.kind),
        "answers": answers_to(opportunity),
        "is_open": opportunity.is_open(now),
        "share": request.build_absolute_uri(reverse("opportunity", args=[pk])),
        "now": now,
    }
    return render(request, "exchange_pages/my_opportunity.html", facts)


@policy(PUBLISH)
def invite(request, pk):
    """Units that fit, best first, with why; one tap invites."""
    opportunity, now = _own(request.actor, pk), timezone.now()
    if request.method == "POST":
        unit = request.POST.get("unit", "")
        if not unit.isdecimal() or len(unit) > 18:
            raise Http404
        opening.invite(opportunity_id=pk, unit_id=int(unit), actor=request.actor, at=now)
        messages.success(request, _("Invited. They have 7 days to say yes or no."))
        return redirect("invite", pk=pk)
    found = inviting.units_for(opportunity, at=now, language=get_language())
    facts = {"opportunity": opportunity, "found": found, "is_open": opportunity.is_open(now)}
    return render(request, "exchange_pages/invite.html", facts)


@policy(PUBLISH)
def end(request, pk):
    """End it before its last day. Those who wait are told."""
    opportunity = _own(request.actor, pk)
    form = EndForm(sent(request))
    if request.method == "POST" and form.is_valid():
        operations.end(opportunity_id=pk, reason=form.cleaned_data["reason"], actor=request.actor, at=timezone.now())
        messages.success(request, _("Ended. Everybody who waited is told."))
        return redirect("my_opportunity", pk=pk)
    return render(request, "exchange_pages/end.html", {"form": form, "opportunity": opportunity})


def _own(actor, pk):
    rows = Opportunity.objects.filter(unit__organisation__in=actor.organisations_where(PUBLISH))
    return rows.select_related("unit__organisation").one(pk)
