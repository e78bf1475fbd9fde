"""Say what you need, in your own words."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.accounts.policy import policy
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.needs.operations import state_need
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.exchange.common import sent, units_where
from virtualclusters.pages.exchange.forms import NeedForm


@policy(ExchangePermission.OPPORTUNITY_PUBLISH)
def need(request):
    """One box. The words are kept as they were said."""
    units = units_where(request.actor, ExchangePermission.OPPORTUNITY_PUBLISH)
    if not units:
        raise NotFound
    form = NeedForm(sent(request))
    if request.method == "POST" and form.is_valid():
        state_need(
            unit_id=units[0].pk,
            words=form.cleaned_data["words"],
            language=get_language(),
            actor=request.actor,
            at=timezone.now(),
        )
        messages.success(
            request,
            _(
                "We have kept your words. The people who look after your cluster can read them. Nobody has answered yet."
            ),
        )
        return redirect("publish")
    return render(request, "exchange_pages/need.html", {"form": form})
