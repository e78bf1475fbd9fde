"""Reads of messaging: a person's list, and what is exported of her."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.capabilities.messaging.choices import address_of, frequencies_of
from virtualclusters.capabilities.messaging.links import in_language
from virtualclusters.capabilities.messaging.models import Channel, Notification
from virtualclusters.capabilities.messaging.registry import registered
from virtualclusters.capabilities.messaging.rendering import render_line


@dataclass(frozen=True)
class Line:
    """One thing a person was told, in the active language. `path` is empty when it leads nowhere."""

    id: int
    line: str
    path: str
    written_at: datetime
    is_new: bool


def told(*, person, language, before=None, most=10):
    """What a person was told, newest first: at most so many, older than the id given."""
    rows = Notification.objects.filter(person=person).order_by("-pk")
    if before:
        rows = rows.filter(pk__lt=before)
    return [
        Line(
            id=row.pk,
            line=render_line(registered(row.key), variables=row.variables),
            path=in_language(row.about, language),
            written_at=row.written_at,
            is_new=row.read_at is None,
        )
        for row in rows[:most]
    ]


def unread_count(*, person):
    """How many things the person was told and has not seen."""
    return Notification.objects.filter(person=person, read_at=None).count()


def choices_of(*, person):
    """The channels that reach a person, each with `{(category, channel): frequency}` as it stands now."""
    frequencies = frequencies_of(person)
    return [(channel, frequencies) for channel in Channel if address_of(person, channel)]


def _rows(person):
    for row in Notification.objects.filter(person=person).order_by("pk"):
        yield {"written_at": row.written_at, "words": render_line(registered(row.key), variables=row.variables)}


TOLD = Section("messages", _("What we told you"), _rows, {"written_at": _("When"), "words": _("Message")})
