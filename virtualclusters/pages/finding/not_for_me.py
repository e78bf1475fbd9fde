"""'Not for me' in one tap; the reason may follow, and both can be undone."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.exchange.alerts import operations
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound
from virtualclusters.matching.ranking import NotForMe
from virtualclusters.network.organisations.queries import units_of
from virtualclusters.pages.answering import card_key

REASONS = [
    (NotForMe.WRONG_PLACE, gettext_lazy("Wrong place")),
    (NotForMe.NOT_MY_PRODUCT, gettext_lazy("Not my product")),
    (NotForMe.TOO_BIG, gettext_lazy("Too big")),
    (NotForMe.TOO_SMALL, gettext_lazy("Too small")),
    (NotForMe.OTHER, gettext_lazy("Something else")),
]


@policy(ExchangePermission.ENGAGEMENT_ANSWER)
def not_for_me(request, pk):
    """Put it away (POST), then ask why; nobody must say it."""
    now, unit_id = timezone.now(), _unit_id(request)
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        operations.dismiss(unit_id=unit_id, opportunity_id=pk, actor=request.actor, at=now, reason=reason)
        if not request.htmx:
            return _after(request, pk, unit_id, reason)
    opportunity = Opportunity.objects.visible_to(request.actor, now).one(pk)
    facts = {
        "opportunity": opportunity,
        "key": card_key(pk),
        "reasons": REASONS,
        "said": request.POST.get("reason", ""),
        "query": f"?unit={unit_id}",
    }
    template = "finding/not_for_me.html#put_away" if request.htmx else "finding/not_for_me.html"
    return render(request, template, facts)


@require_POST
@policy(ExchangePermission.ENGAGEMENT_ANSWER)
def undo(request, pk):
    """Take it back: it stands in the list again."""
    unit_id = _unit_id(request)
    operations.take_back(unit_id=unit_id, opportunity_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("It is in your list again."))
    return redirect(f"{reverse('for_you')}?unit={unit_id}")


def _after(request, pk, unit_id, reason):
    if not reason:
        return redirect(f"{reverse('not_for_me', args=[pk])}?unit={unit_id}")
    messages.success(request, _("Thank you. From now on we show things like it lower."))
    return redirect(f"{reverse('for_you')}?unit={unit_id}")


def _unit_id(request):
    """The unit named in the address, else the first of the organisation she acts for."""
    wanted = request.GET.get("unit", "")
    if wanted.isdecimal() and len(wanted) < 19:
        return int(wanted)
    first = units_of(request.actor).first()
    if first is None:
        raise NotFound
    return first.pk
