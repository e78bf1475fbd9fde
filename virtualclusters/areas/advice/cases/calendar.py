"""Meetings as calendar events (RFC 5545): one as a file for both sides, all of a person's in her feed."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from virtualclusters.areas.advice.kinds import KINDS
from virtualclusters.areas.advice.models import Slot
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.actors import actor_for

LOOKS_BACK = timedelta(days=90)
MOST_MEETINGS = 200


def calendar_of(page, *, at) -> bytes:
    """The meeting of a case. The other side's number or link stands in it, for both have agreed.

    Raises:
        NotFound: no meeting is planned.
    """
    if page.meeting is None:
        raise NotFound
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    event = _event(page.meeting, page.case, page.other, uid=f"advice-case-{page.engagement.pk}", at=at)
    if page.their_contact:
        event.add("description", page.their_contact)
    calendar.add_component(event)
    return calendar.to_ical()


def meetings_of(*, person, at):
    """Events of her organisations' meetings for her feed, those of the last ninety days too. No number stands in it: a feed's address
    can be lost. Three queries."""
    actor = actor_for(person)
    own = set(actor.organisations_where(ExchangePermission.ENGAGEMENT_READ))
    cases = Engagement.objects.visible_to(actor).filter(opportunity__kind__in=KINDS)
    rows = Slot.objects.filter(taken_by__in=cases, withdrawn_at=None, starts_at__gt=at - LOOKS_BACK).select_related(
        "taken_by__opportunity__unit__organisation", "taken_by__lead__organisation", "taken_by__advice_case"
    )
    for slot in rows.order_by("-starts_at")[:MOST_MEETINGS]:
        talk = slot.taken_by
        advises = talk.opportunity.unit.organisation_id in own
        other = talk.lead if advises else talk.opportunity.unit
        event = _event(slot, getattr(talk, "advice_case", None), other, uid=f"advice-meeting-{slot.pk}", at=at)
        event.add("url", settings.SITE_ADDRESS + reverse("advice_case", args=[talk.pk]))
        yield event


def _event(slot, case, other, *, uid, at):
    event = Event()
    event.add("uid", f"{uid}@{settings.SITE_ADDRESS.split('//')[-1]}")
    event.add("dtstamp", at)
    event.add("dtstart", slot.starts_at)
    event.add("dtend", slot.ends_at)
    event.add("summary", _("Advice: %(firm)s") % {"firm": other.organisation.name})
    if case:
        event.add("location", str(case.get_way_display()))
    event.add("status", "CONFIRMED")
    return event
