"""What the desk itself has waiting: invitations, the second lock, a profile that ends."""

from datetime import timedelta

from django.db.models import BigIntegerField, DateTimeField
from django.urls import reverse
from django.utils.translation import gettext as _

from virtualclusters.foundation.built_once import BuiltOnce, Given
from virtualclusters.network.organisations.models import Invitation
from virtualclusters.network.organisations.profile_time import REMINDED_BEFORE
from virtualclusters.network.second_factor import standing_of
from virtualclusters.network.waiting import Waiting


def invitations(*, actor, at):
    """Organisations that asked her."""
    return [
        Waiting(
            _("%(firm)s asks you: yes or no?") % {"firm": one.organisation.name},
            reverse("invitation", args=[one.pk]),
            due_at=one.expires_at,
        )
        for one in _INVITATIONS.ask(person=actor.person_id, at=at)
    ]


def _invitations():
    asked = Invitation.objects.open_at(Given("at", DateTimeField())).of(Given("person", BigIntegerField()))
    return asked.select_related("organisation").order_by("expires_at")


_INVITATIONS = BuiltOnce(_invitations)


def second_lock(*, actor, at):
    """The second factor that her role needs."""
    if standing_of(actor, at=at) != "in_grace":
        return []
    return [
        Waiting(
            _("Set up a second lock"), reverse("mfa_index"), _("Your role needs it."), actor.person.second_factor_due_at
        )
    ]


def profiles_that_end(units, *, at):
    """Those of her organisation's units whose profile ends within a month or ended already. No query."""
    soon = at + max(REMINDED_BEFORE, default=timedelta(0))
    hint = _("Others see it only until that day. One tap keeps it.")
    return [
        Waiting(_("Is the profile still true?"), f"{reverse('workspace')}?unit={unit.pk}#renew", hint, unit.expires_at)
        for unit in units
        if unit.expires_at <= soon
    ]
