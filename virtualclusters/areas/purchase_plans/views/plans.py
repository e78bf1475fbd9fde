"""Buyers' plans by department, who is interested, whether a unit is ready, and the lists of reserved items."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.areas.purchase_plans import operations, queries
from virtualclusters.areas.purchase_plans.forms import PlanFilter
from virtualclusters.areas.purchase_plans.kind import PURCHASE_PLAN
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.rules.reserved import reserved_items_for_many
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.queries import units_of

A_PAGE = 10
STEPS = ("note", "meet")
ANSWERERS = PURCHASE_PLAN.answerer_kinds


@policy(PUBLIC)
@require_GET
def listed(request):
    """What departments will buy, by department; for a unit also what it would have to show."""
    now = timezone.now()
    form = PlanFilter(request.GET)
    chosen = form.chosen()
    page = Paginator(queries.plans(at=now, **chosen), A_PAGE).get_page(request.GET.get("page"))
    ids = [row.pk for row in page]
    unit = units_of(request.actor).first() if request.actor.organisation else None
    certificates, counts = queries.readiness(ids, unit), queries.interested_counts(ids)
    answered, named = queries.answered_by(unit, ids), reserved_items_for_many(ids, at=now)
    rows = [
        {
            "plan": row,
            "href": _address("opportunity", row.pk),
            "answered": row.pk in answered,
            "is_own": unit is not None and row.opportunity.unit.organisation_id == unit.organisation_id,
            "answer": _address("answer", row.pk) if unit and unit.organisation.kind in ANSWERERS else "",
            "interested": counts.get(row.pk, 0),
            "ready": certificates.get(row.pk),
            "reserved": named[row.pk],
        }
        for row in page
    ]
    facts = {"form": form, "chosen": len(chosen), "page": page, "rows": rows, "now": now, "unit": unit}
    return render(request, "purchase_plans/listed.html", facts)


@policy(ExchangePermission.OPPORTUNITY_PUBLISH)
@require_GET
def interest(request, pk):
    """Who is interested in one of the buyer's own plans."""
    plan = _own(request, pk)
    facts = {"plan": plan, "rows": queries.interested_in(plan), "now": timezone.now()}
    return render(request, "purchase_plans/interest.html", facts)


@policy(ExchangePermission.ENGAGEMENT_ANSWER)
@require_POST
def step(request, pk, engagement):
    """Note a unit for later, or meet it: then both see each other's contacts."""
    verb = request.POST.get("verb", "")
    if verb not in STEPS:
        raise NotFound
    act(engagement_id=engagement, verb=verb, actor=request.actor, at=timezone.now())
    messages.success(request, _("Noted.") if verb == "note" else _("Both of you now see each other's contacts."))
    return redirect("purchase_plan_interest", pk=pk)


@policy(PUBLIC)
@require_GET
def reserved(request):
    """The lists of reserved items, each version with who issued it, from when to when, and where it can be read."""
    page = Paginator(queries.reserved_lists(), A_PAGE).get_page(request.GET.get("page"))
    chosen = queries.reserved_items_in(request.GET.get("list", ""), request.GET.get("words", ""))
    facts = {"page": page, "items": chosen, "words": request.GET.get("words", ""), "now": timezone.now()}
    return render(request, "purchase_plans/reserved.html", facts)


@policy(ExchangePermission.ENGAGEMENT_ANSWER)
@require_GET
def ready(request, pk):
    """Is the unit ready for what a buyer will buy? What is asked, what is there, what is missing, how long it takes."""
    now, unit = timezone.now(), units_of(request.actor).first()
    plan = (
        Opportunity.objects.open_at(now)
        .filter(kind=operations.SLUG)
        .select_related("plan_detail", "unit__organisation")
        .one(pk)
    )
    if unit is None:
        raise NotFound
    return render(
        request, "purchase_plans/ready.html", {"plan": plan, "unit": unit, **queries.ready_for(plan, unit, at=now)}
    )


def _own(request, pk):
    own = request.actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)
    found = Opportunity.objects.filter(kind=operations.SLUG, unit__organisation__in=own)
    return found.select_related("plan_detail", "unit__organisation").one(pk)


def _address(name, pk):
    """Empty when this deployment does not have the page."""
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return ""
