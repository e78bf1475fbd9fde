"""The desk: what waits, and the profile as a list of tasks."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.actors import ORGANISATION_IN_SESSION
from virtualclusters.network.organisations import operations
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.organisations.queries import all_units_of, unit_cards
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.network.waiting import what_waits_for
from virtualclusters.pages.workspace.own_waiting import profiles_that_end
from virtualclusters.pages.workspace.tasks import tasks_of
from virtualclusters.pages.workspace.ways import doors_of, own_ways_of, ways_of
from virtualclusters.ui.navigation import Tab

EDIT = OrganisationPermission.PROFILE_EDIT


@policy(SIGNED_IN)
def workspace(request):
    """The desk of a person: her organisation's, or the way to one when she has none."""
    now = timezone.now()
    if not request.actor.membership:
        facts = {"ways": own_ways_of(request.actor), "waiting": what_waits_for(request.actor, at=now)}
        return render(request, "workspace/no_organisation.html", facts)
    units = all_units_of(request.actor)
    unit = chosen(units, request.GET.get("unit"))
    facts = {
        "organisation": request.actor.organisation,
        "unit": unit,
        "units": _tabs(units, unit),
        "waiting": what_waits_for(request.actor, at=now, more=profiles_that_end(units, at=now)),
        "tasks": tasks_of(unit, actor=request.actor, at=now) if unit and request.actor.may(EDIT) else [],
        "ended": unit and unit.expires_at <= now,
        "may_help": request.actor.may(OrganisationPermission.UNIT_REGISTER_FOR_OWNER),
        "doors": doors_of(request.actor),
        "ways": ways_of(request.actor, at=now),
        "others": len(request.actor.memberships) > 1,
    }
    return render(request, "workspace/workspace.html", facts)


def chosen(units, wanted):
    """The unit asked for, or the first one."""
    return next((unit for unit in units if str(unit.pk) == wanted), units[0] if units else None)


def _tabs(units, unit):
    if len(units) < 2:
        return []
    return [Tab(str(one), f"?unit={one.pk}", current=one == unit) for one in units]


@require_POST
@policy(EDIT)
def renew(request, pk):
    """It is still true."""
    operations.renew_profile(unit_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("Thank you. The profile shows for another year."))
    return redirect("workspace")


@require_POST
@policy(EDIT)
def approach(request, pk):
    """One tap: others may ask the unit, or nobody may."""
    yes = request.POST.get("yes") == "1"
    operations.let_be_approached(unit_id=pk, yes=yes, actor=request.actor, at=timezone.now())
    said = _("Others may ask you now.") if yes else _("Nobody can ask you now. You still ask whom you like.")
    messages.success(request, said)
    return redirect(f"{reverse('workspace')}?unit={pk}#approach")


@policy(SIGNED_IN)
def preview(request, pk):
    """The unit as others see it: without number, address and people."""
    now = timezone.now()
    unit = Unit.objects.visible_to(request.actor, now).one(pk)
    cards = unit_cards([unit.pk], language=get_language())
    shown = Unit.objects.shown(now).filter(pk=pk).exists()
    return render(request, "workspace/preview.html", {"card": cards[0], "shown": shown})


@policy(SIGNED_IN)
def switch(request):
    """Act for another organisation."""
    if request.method == "POST":
        wanted = request.POST.get("organisation", "")
        if wanted not in {str(held.organisation_id) for held in request.actor.memberships}:
            raise NotFound
        request.session[ORGANISATION_IN_SESSION] = int(wanted)
        return redirect("workspace")
    return render(request, "workspace/switch.html", {"memberships": request.actor.memberships})
