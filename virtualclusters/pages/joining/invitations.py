"""A person says yes or no: to a role in an organisation, or to what a helper registered for her."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from virtualclusters.accounts.notices import JOINING
from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.network.actors import ORGANISATION_IN_SESSION
from virtualclusters.network.organisations import operations
from virtualclusters.network.organisations.models import Invitation
from virtualclusters.network.organisations.queries import unit_cards
from virtualclusters.pages.joining.forms import ConsentForm
from virtualclusters.pages.joining.registering import first_of


@policy(SIGNED_IN)
def invitation(request, pk):
    """What she is asked. For a firm that a helper registered: all that was told of it, and what she agrees to."""
    asked = (
        Invitation.objects.open_at(timezone.now()).of(request.user).select_related("organisation", "invited_by").one(pk)
    )
    if asked.organisation.claimed_at is not None:
        return render(request, "joining/invitation.html", {"asked": asked})
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        organisation = operations.claim(
            invitation_id=pk,
            purposes=form.cleaned_data["purposes"],
            notice=JOINING.reference,
            actor=request.actor,
            at=timezone.now(),
        )
        return _enter(request, organisation.pk, first_of("for_you", "workspace"))
    unit_ids = list(asked.organisation.units.values_list("pk", flat=True))
    cards = unit_cards(unit_ids, language=get_language())
    return render(request, "joining/consent.html", {"asked": asked, "form": form, "card": cards[0], "notice": JOINING})


@require_POST
@policy(SIGNED_IN)
def accept(request, pk):
    """Yes, I join."""
    membership = operations.accept(invitation_id=pk, actor=request.actor, at=timezone.now())
    return _enter(request, membership.organisation_id, "workspace")


@require_POST
@policy(SIGNED_IN)
def decline(request, pk):
    """No."""
    operations.decline(invitation_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("You said no. Nothing is shown."))
    return redirect("entered")


def _enter(request, organisation_id, following):
    request.session[ORGANISATION_IN_SESSION] = organisation_id
    messages.success(request, _("Welcome."))
    return redirect(following)
