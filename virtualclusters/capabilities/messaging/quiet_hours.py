"""When people are left in peace: 21:00 to 09:00 Indian time."""

from datetime import datetime, time, timedelta

from django.conf import settings

from virtualclusters.foundation.time import IST, to_ist

NIGHT_BEGINS = time(21)
MORNING = time(9)


def is_quiet(at):
    """Whether nobody is to be disturbed at that moment (a code excepted: she asked for it herself).

    The setting `QUIET_HOURS` turns the night off, for a portal that is only tried out.
    """
    if not settings.QUIET_HOURS:
        return False
    clock = to_ist(at).time()
    return clock >= NIGHT_BEGINS or clock < MORNING


def next_hour_to_send(at):
    """The moment itself by day; at night the next nine o'clock in the morning."""
    if not is_quiet(at):
        return at
    here = to_ist(at)
    day = here.date() + timedelta(days=1) if here.time() >= NIGHT_BEGINS else here.date()
    return datetime.combine(day, MORNING, tzinfo=IST)


def last_morning(at):
    """The last nine o'clock that has passed: a digest carries what was written before it."""
    here = to_ist(at)
    day = here.date() if here.time() >= MORNING else here.date() - timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=IST)
