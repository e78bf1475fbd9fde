"""A trainer answers a wish."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.trainings.wishes import operations
from virtualclusters.areas.trainings.wishes.forms import WishAnswerForm
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.models import Unit

ANSWER = ExchangePermission.ENGAGEMENT_ANSWER


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def answer(request, pk):
    """What she would hold; what was typed is kept on error."""
    now = timezone.now()
    opportunity = Opportunity.objects.visible_to(request.actor, now).filter(kind=operations.KIND).one(pk)
    units = _units(request.actor)
    form = WishAnswerForm(request.POST if request.method == "POST" else None, units=units)
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        engagement = operations.answer_wish(
            opportunity_id=pk,
            unit_id=told.pop("unit", units[0].pk),
            words=told.pop("words"),
            fee=told.pop("fee") or 0,
            actor=request.actor,
            at=now,
            **told,
        )
        messages.success(request, _("Sent. They see it beside the other answers."))
        return redirect("engagement", pk=engagement.pk)
    facts = {"form": form, "opportunity": opportunity, "is_open": opportunity.is_open(now)}
    return render(request, "trainings/wish_answer.html", facts)


def _units(actor):
    """Working units for which she may answer, those of the organisation she acts for first.

    Raises:
        NotFound: she has none.
    """
    found = Unit.objects.editable_by(actor, ANSWER).select_related("organisation")
    units = sorted(found, key=lambda unit: (unit.organisation_id != actor.organisation_id, unit.pk))
    if not units:
        raise NotFound
    return units
