"""A match by hand: one line why, then it stands on top of the unit's list."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from virtualclusters.accounts.policy import policy
from virtualclusters.exchange.alerts import by_hand
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.models import Unit
from virtualclusters.pages.quality.forms import SuggestForm


@policy(ExchangePermission.ENGAGEMENT_OVERSEE)
def suggest(request, pk):
    """Ask why (GET), or say when it was suggested, then suggest the opportunity to the unit named in the address (POST)."""
    now = timezone.now()
    opportunity = by_hand.opportunities_overseen_by(request.actor, now).select_related("unit__organisation").one(pk)
    unit = Unit.objects.shown(now).select_related("organisation").one(_unit_id(request))
    form = SuggestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        by_hand.suggest(opportunity_id=pk, unit_id=unit.pk, words=words, actor=request.actor, at=now)
        messages.success(request, _("Suggested. It stands on top of their list, with your line."))
        return redirect("desk_fits", pk=pk)
    before = by_hand.suggested_at(unit.pk, [pk]).get(pk)
    facts = {"opportunity": opportunity, "unit": unit, "form": form, "suggested_at": before}
    return render(request, "quality/suggest.html", facts, status=422 if form.errors else 200)


def _unit_id(request):
    wanted = request.GET.get("unit", "")
    if not wanted.isdecimal() or len(wanted) > 18:
        raise NotFound
    return int(wanted)
