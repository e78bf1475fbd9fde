"""Indian time. Rows keep UTC; people read and type Indian Standard Time (UTC+05:30, no summer time)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from zoneinfo import ZoneInfo

IST = ZoneInfo("Asia/Kolkata")
SATURDAY = 5


def to_ist(moment: datetime) -> datetime:
    """The same moment on an Indian clock."""
    return moment.astimezone(IST)


def day_in_india(moment: datetime) -> date:
    """The calendar day in India at that moment."""
    return to_ist(moment).date()


def end_of_day_in_india(day: date) -> datetime:
    """The last second of a day in India, when notices that give a day only are taken to close."""
    return datetime.combine(day, time_of_day(23, 59, 59), tzinfo=IST)


def start_of_day_in_india(day: date) -> datetime:
    """Midnight in India at the start of a day."""
    return datetime.combine(day, time_of_day(0, 0), tzinfo=IST)


def days_between(earlier: datetime, later: datetime) -> int:
    """Whole Indian calendar days from one moment to another; negative when the second came first."""
    return (day_in_india(later) - day_in_india(earlier)) // timedelta(days=1)


def is_working_day(day: date, holidays: Iterable[str]) -> bool:
    """Monday to Friday and none of the holidays: ``01-26`` is every year, ``2026-11-09`` once."""
    return day.weekday() < SATURDAY and {f"{day:%m-%d}", day.isoformat()}.isdisjoint(holidays)


def working_days_after(day: date, count: int, holidays: Iterable[str]) -> date:
    """The last of so many working days after a day; the day itself when none are counted."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, holidays)
    return day


def working_days_between(earlier: date, later: date, holidays: Iterable[str]) -> int:
    """How many working days lie after the one day up to the other, that one included; none when it came first."""
    days = (earlier + timedelta(days=passed) for passed in range(1, (later - earlier).days + 1))
    return sum(is_working_day(day, holidays) for day in days)
