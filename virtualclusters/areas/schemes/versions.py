"""Which version of a scheme holds on a day. Pure: versions come in as rows or values with ``effective_from`` and ``effective_to``."""

from collections.abc import Iterable
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def in_force_on(versions: Iterable, day: date):
    """The version that holds on a day: the one that began last, unless its own last day is over; None when none holds."""
    latest = begun_last(versions, day)
    return latest if latest and (latest.effective_to is None or latest.effective_to >= day) else None


def begun_last(versions: Iterable, day: date):
    """The version that began last, over or not; None before the first."""
    begun = [version for version in versions if version.effective_from <= day]
    return max(begun, key=lambda version: version.effective_from, default=None)


def last_day(version, versions: Iterable) -> date | None:
    """The last day on which a version holds: its own, or the day before the next one begins; None when neither is known."""
    later = [one.effective_from - ONE_DAY for one in versions if one.effective_from > version.effective_from]
    ends = [*later, *([version.effective_to] if version.effective_to else [])]
    return min(ends, default=None)
