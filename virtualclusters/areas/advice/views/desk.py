"""The facilitator: requests that no adviser took."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.advice.asking import operations
from virtualclusters.areas.advice.asking.queries import requests_overseen, turns_of
from virtualclusters.areas.advice.profiles.queries import advisers_listed
from virtualclusters.areas.advice.profiles.record import records_of
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound

OVERSEE = ExchangePermission.ENGAGEMENT_OVERSEE
A_PAGE, SHOWN = 50, 20


@policy(OVERSEE)
@require_GET
def listed(request):
    """Requests that wait for me, the oldest first."""
    page = Paginator(requests_overseen(request.actor), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "advice/desk.html", {"page": page, "now": timezone.now()})


@policy(OVERSEE)
@require_http_methods(["GET", "POST"])
def one(request, pk):
    """One request: who was asked, and who else could be."""
    now = timezone.now()
    found = requests_overseen(request.actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    if request.method == "POST":
        chosen = request.POST.get("adviser", "")
        if not chosen.isdecimal() or len(chosen) > 18:
            raise Http404
        operations.suggest(request_id=pk, opportunity_id=int(chosen), actor=request.actor, at=now)
        messages.success(request, _("Asked, in the unit's name. Both see it."))
        return redirect("desk_advice")
    turns = list(turns_of(found))
    words = request.GET.get("words", "").replace("\x00", "")
    others = advisers_listed(at=now, words=words).exclude(pk__in=[turn.opportunity_id for turn in turns])[:SHOWN]
    records = records_of([row.unit_id for row in others])
    facts = {"found": found, "turns": turns, "rows": [(row, records[row.unit_id]) for row in others]}
    return render(request, "advice/desk_one.html", facts | {"words": words, "now": now})


@policy(OVERSEE)
@require_POST
def settle(request, pk):
    """They got help in another way."""
    operations.settle(request_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("Settled."))
    return redirect("desk_advice")
