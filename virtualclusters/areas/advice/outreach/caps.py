"""How many invitations a unit gets and an organisation makes: those sent out and those by hand count alike, of both kinds."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.areas.advice.kinds import KINDS
from virtualclusters.areas.advice.models.choices import Approached
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import PUBLISHER
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india, start_of_day_in_india
from virtualclusters.network.organisations.models import Organisation, Unit
from virtualclusters.ui.formatters import number

A_WEEK = timedelta(days=7)


def refuse_flooding(engagement, verb, at):
    """A guard of the kinds: who was invited often enough this week is left in peace, and an organisation has its share of a day.

    It locks the sender's organisation and the unit, so that two invitations at once count right.
    """
    if verb != "invite":
        return None
    sender = engagement.opportunity.unit.organisation_id
    hold(organisation_id=sender, unit_id=engagement.lead_id)
    if not has_day_left(sender, at):
        return _day_used_up()
    if _invitations().filter(lead=engagement.lead_id, opened_at__gt=at - A_WEEK).count() >= settings.OUTREACH_A_WEEK:
        return Refused("asked_enough", str(Approached.ASKED_ENOUGH.label))
    return None


def has_day_left(organisation_id, at) -> bool:
    """Whether an organisation may invite one more unit on this Indian day (``OUTREACH_A_DAY``)."""
    since = start_of_day_in_india(day_in_india(at))
    made = _invitations().filter(opportunity__unit__organisation=organisation_id, opened_at__gte=since)
    return made.count() < settings.OUTREACH_A_DAY


def hold(*, organisation_id, unit_id):
    """Lock the sender, then the unit: always in this order."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)
    Unit.objects.select_for_update(of=("self",), no_key=True).get(pk=unit_id)


def _invitations():
    return Engagement.objects.filter(opened_by=PUBLISHER, opportunity__kind__in=KINDS)


def _day_used_up():
    most = settings.OUTREACH_A_DAY
    words = ngettext(
        "Your organisation has invited %(n)s unit today. More would be too many.",
        "Your organisation has invited %(n)s units today. More would be too many.",
        most,
    )
    return Refused("day_used_up", words % {"n": number(most)}, _("Go on tomorrow."))
