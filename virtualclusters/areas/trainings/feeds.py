"""Sessions as calendar files (RFC 5545): one booking's to download, and a person's own as a secret address."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from virtualclusters.areas.trainings.models import CalendarFeed, TrainingDetail, new_key
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.actors import actor_for

SHOWN = (Phase.AGREED, Phase.UNDER_WAY, Phase.CLOSED)
MOST_CLASSES = 200


def calendar_of(trainings, *, at) -> bytes:
    """The sessions of these classes as a calendar file, links included: only for those who have a place or teach."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", str(_("Trainings")))
    for training in trainings:
        for session in training.sessions.all():
            calendar.add_component(_event(training, session, at))
    return calendar.to_ical()


def _event(training, session, at):
    event = Event()
    event.add("uid", f"training-session-{session.pk}@{settings.SITE_ADDRESS.split('//')[-1]}")
    event.add("dtstamp", at)
    event.add("dtstart", session.starts_at)
    event.add("dtend", session.ends_at)
    title = training.opportunity.title
    event.add("summary", f"{title}: {session.topic}" if session.topic else title)
    link = session.link or training.link
    event.add("location", session.venue or training.venue or str(_("Online")))
    if link:
        event.add("url", link)
        event.add("description", link)
    event.add("status", "CANCELLED" if training.cancel_reason else "CONFIRMED")
    return event


def calendar_of_booking(engagement, *, at) -> bytes:
    """The calendar file of one booking.

    Raises:
        NotFound: it has no place, so its sessions are not the asker's.
    """
    if engagement.phase not in SHOWN:
        raise NotFound
    return calendar_of([engagement.opportunity.training], at=at)


def feed_of(*, person, at) -> CalendarFeed:
    """A person's secret address, made when she first asks."""
    return CalendarFeed.objects.get_or_create(person=person, defaults={"made_at": at})[0]


def renew(*, person, at) -> CalendarFeed:
    """A new secret address; the old one ends."""
    return CalendarFeed.objects.update_or_create(person=person, defaults={"made_at": at, "key": new_key()})[0]


def calendar_behind(*, key, at) -> bytes:
    """What a secret address gives: sessions she attends or gives.

    Raises:
        NotFound: nobody has that address, or she was erased.
    """
    feed = CalendarFeed.objects.select_related("person").filter(key=key, person__is_active=True).first()
    if feed is None:
        raise NotFound
    actor = actor_for(feed.person)
    with translation.override(feed.person.language):
        return calendar_of(_classes(actor), at=at)


def _classes(actor):
    booked = Engagement.objects.visible_to(actor).filter(phase__in=SHOWN).values("opportunity")
    rows = TrainingDetail.objects.select_related("opportunity").prefetch_related("sessions")
    attends = rows.filter(opportunity__in=booked)
    gives = rows.filter(
        opportunity__unit__organisation__in=actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)
    )
    return (attends | gives).distinct().order_by("-opportunity__closes_at")[:MOST_CLASSES]
