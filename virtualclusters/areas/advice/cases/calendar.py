"""A meeting as a calendar file (RFC 5545), for both sides."""

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from virtualclusters.foundation.errors import NotFound


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
    calendar.add_component(_event(page, at))
    return calendar.to_ical()


def _event(page, at):
    event = Event()
    event.add("uid", f"advice-case-{page.engagement.pk}@{settings.SITE_ADDRESS.split('//')[-1]}")
    event.add("dtstamp", at)
    event.add("dtstart", page.meeting.starts_at)
    event.add("dtend", page.meeting.ends_at)
    event.add("summary", _("Advice: %(firm)s") % {"firm": page.other.organisation.name})
    event.add("location", str(page.case.get_way_display()))
    if page.their_contact:
        event.add("description", page.their_contact)
    event.add("status", "CONFIRMED")
    return event
