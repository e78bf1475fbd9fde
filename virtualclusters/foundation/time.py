"""Indian time. Rows keep UTC; people read and type Indian Standard Time (UTC+05:30, no summer time)."""

from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from zoneinfo import ZoneInfo

IST = ZoneInfo("Asia/Kolkata")


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
