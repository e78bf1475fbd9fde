"""Making, ending and reading a person's feed. Areas register what stands in it, called from ``ready()``."""

import secrets
from collections.abc import Callable, Iterable
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.utils import translation
from icalendar import Calendar, Event

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.calendars.models import Feed
from virtualclusters.foundation.errors import NotFound

Source = Callable[..., Iterable[Event]]
_sources: list[Source] = []


def register(source: Source) -> Source:
    """Let ``source(person=…, at=…)`` give events for every feed."""
    if source not in _sources:
        _sources.append(source)
    return source


def open_feed(*, person: Person, at: datetime) -> str:
    """The key of a new address, told this once; a former address ends."""
    key = secrets.token_urlsafe(24)
    Feed.objects.update_or_create(person=person, defaults={"key_hash": _hash(key), "made_at": at})
    return key


def end_feed(*, person: Person) -> None:
    """End her address, if she has one."""
    Feed.objects.filter(person=person).delete()


def feed_of(person: Person) -> Feed | None:
    """Her feed, or None."""
    return Feed.objects.filter(person=person).first()


def calendar_behind(*, key: str, at: datetime) -> bytes:
    """What an address gives, in its owner's language (RFC 5545).

    Raises:
        NotFound: nobody has that address, it was ended, or she was erased.
    """
    feed = Feed.objects.select_related("person").filter(key_hash=_hash(key), person__is_active=True).first()
    if feed is None:
        raise NotFound
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", settings.SITE_NAME)
    with translation.override(feed.person.language):
        for source in _sources:
            for event in source(person=feed.person, at=at):
                calendar.add_component(event)
    return calendar.to_ical()


def erase_person(*, person: Person, at: datetime) -> None:
    """Her address ends with her."""
    end_feed(person=person)


def _hash(key: str) -> str:
    return sha256(key.encode()).hexdigest()
