"""The people of the organisation."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.network.organisations import operations
from virtualclusters.network.organisations.models import Invitation, Membership, Role
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.pages.workspace.forms import InviteForm

EDIT = OrganisationPermission.MEMBERS_EDIT


@policy(SIGNED_IN)
def people(request):
    """Who is in, who was asked."""
    return render(request, "workspace/people.html", _page(request, None))


@policy(EDIT)
def invite(request):
    """Ask somebody to join."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.invite_member(
            organisation_id=request.actor.organisation_id, actor=request.actor, at=timezone.now(), **form.cleaned_data
        )
        messages.success(request, _("We asked %(name)s.") % {"name": form.cleaned_data["name"]})
        return redirect("people")
    return render(request, "workspace/invite.html", {"form": form})


@require_POST
@policy(EDIT)
def change_role(request, pk):
    """Another role."""
    wanted = request.POST.get("role", "")
    if wanted in Role.values:
        operations.change_role(membership_id=pk, role=wanted, actor=request.actor, at=timezone.now())
        messages.success(request, _("Saved."))
    return redirect("people")


@require_POST
@policy(EDIT)
def end(request, pk):
    """Take somebody out."""
    operations.end_membership(membership_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("Saved."))
    return redirect("people")


@require_POST
@policy(SIGNED_IN)
def leave(request):
    """Leave the organisation."""
    operations.leave(organisation_id=request.actor.organisation_id, actor=request.actor, at=timezone.now())
    messages.success(request, _("You left."))
    return redirect("workspace")


def _page(request, form):
    organisation, now = request.actor.organisation_id, timezone.now()
    members = (
        Membership.objects.live().filter(organisation=organisation).select_related("person").order_by("since", "pk")
    )
    return {
        "form": form,
        "members": members,
        "asked": Invitation.objects.open_at(now)
        .filter(organisation=organisation)
        .select_related("person")
        .order_by("pk"),
        "roles": Role.choices,
        "may_edit": request.actor.may(EDIT),
        "me": request.actor.person_id,
    }
