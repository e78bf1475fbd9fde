"""Pure rules of a class: when sessions fit together, and who was there often enough."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Protocol

from django.utils.translation import gettext as _

from virtualclusters.foundation.errors import Refused
from virtualclusters.ui.formatters import moment, number

MOST_PEOPLE_A_UNIT = 5
MOST_SESSIONS = 60
MOST_SEATS = 1000


class Meeting(Protocol):
    """Anything with a beginning and an end."""

    pk: int
    starts_at: datetime
    ends_at: datetime


def objection_to_times(starts_at: datetime, ends_at: datetime, at: datetime) -> Refused | None:
    """Why a session cannot be held then, or None."""
    if ends_at <= starts_at:
        return Refused("ends_before_start", _("The end must be later than the start."), _("Choose a later end."))
    if starts_at <= at:
        return Refused("in_the_past", _("%(when)s is over.") % {"when": moment(starts_at)}, _("Choose a later day."))
    return None


def objection_to_sessions(times: Sequence[tuple[datetime, datetime]], at: datetime) -> Refused | None:
    """Why a class cannot have these sessions, or None: none, too many, one in the past, two at the same time."""
    if not times:
        return Refused("no_session", _("A training needs at least one session."))
    if len(times) > MOST_SESSIONS:
        return Refused("too_many_sessions", _("At most %(most)s sessions.") % {"most": number(MOST_SESSIONS)})
    for starts_at, ends_at in times:
        if objection := objection_to_times(starts_at, ends_at, at):
            return objection
    return objection_to_overlap(times)


def objection_to_overlap(times: Iterable[tuple[datetime, datetime]]) -> Refused | None:
    """Two sessions at the same time, or None."""
    ordered = sorted(times)
    for (_start, before_ends), (starts_at, _end) in pairwise(ordered):
        if starts_at < before_ends:
            words = _("Two sessions are at the same time: the one on %(when)s.") % {"when": moment(starts_at)}
            return Refused("overlap", words, _("Choose another time."))
    return None


def share_attended(sessions: Iterable[Meeting], present_at: Collection[int]) -> int:
    """Percent of the hours of all sessions that somebody was there, rounded down. ``present_at``: ids of sessions."""
    lengths = {session.pk: (session.ends_at - session.starts_at).total_seconds() for session in sessions}
    whole = sum(lengths.values())
    return int(100 * sum(lengths.get(session, 0) for session in present_at) / whole) if whole else 0


def objection_to_people(names: Sequence[str]) -> Refused | None:
    """Why a unit cannot come with these people, or None."""
    if not names:
        return Refused("nobody", _("Write the name of at least one person."))
    if len(names) > MOST_PEOPLE_A_UNIT:
        words = _("A unit can book for at most %(most)s people.") % {"most": number(MOST_PEOPLE_A_UNIT)}
        return Refused("too_many_people", words)
    if len({name.casefold() for name in names}) < len(names):
        return Refused("name_twice", _("The same name stands here twice."), _("Write each person once."))
    return None
