"""Sessions as calendar files (RFC 5545): one booking's to download, and all of a person's for her feed."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from virtualclusters.areas.trainings.models import Session, TrainingDetail
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.actors import actor_for

SHOWN = (Phase.AGREED, Phase.UNDER_WAY, Phase.CLOSED)
LOOKS_BACK = timedelta(days=90)
MOST_SESSIONS = 200


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


def sessions_of(*, person, at):
    """Events of the classes that a person attends or gives, for her feed; those of the last ninety days too. Two queries."""
    actor = actor_for(person)
    held = Session.objects.filter(training__in=_classes(actor), ends_at__gt=at - LOOKS_BACK)
    for session in held.select_related("training__opportunity").order_by("-starts_at")[:MOST_SESSIONS]:
        yield _event(session.training, session, at)


def _classes(actor):
    booked = Engagement.objects.visible_to(actor).filter(phase__in=SHOWN).values("opportunity")
    given = Q(opportunity__unit__organisation__in=actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH))
    return TrainingDetail.objects.filter(Q(opportunity__in=booked) | given)
