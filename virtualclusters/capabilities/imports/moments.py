"""Dates and times as Indian files write them: day first, months in words of English or Hindi, Indian Standard Time
unless said.
"""

import re
from datetime import date, datetime, time

from virtualclusters.foundation.identifiers import ascii_digits
from virtualclusters.foundation.time import IST, end_of_day_in_india, start_of_day_in_india

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan जनवरी",
            "february feb फरवरी फ़रवरी",
            "march mar मार्च",
            "april apr अप्रैल",
            "may मई",
            "june jun जून",
            "july jul जुलाई",
            "august aug अगस्त",
            "september sep sept सितंबर सितम्बर",
            "october oct अक्टूबर अक्तूबर",
            "november nov नवंबर नवम्बर",
            "december dec दिसंबर दिसम्बर",
        ),
        start=1,
    )
    for name in names.split()
}
WORD = r"[^\W\d_][\w\u0900-\u097f]*"
CLOCK = (
    r"(?:[T,\s]+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?)?"
    r"(?:\s*(?:hrs?|hours|ist|बजे))*"
)
SHAPES = tuple(
    re.compile(shape + CLOCK, re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d{2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-/.,\s]+(?P<month>{WORD})\.?[-/.,\s]+(?P<year>\d{{4}}|\d{{2}})",
        rf"(?P<month>{WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    )
)
EARLIEST_YEAR, LATEST_YEAR = 1950, 2100


def read_moment(cell: str | date | datetime, *, end_of_day: bool = False) -> datetime | None:
    """A moment, or None when the cell is none.

    A day without a time is its first second in India, or its last with `end_of_day`. A time with an offset keeps it.
    """
    if isinstance(cell, datetime):
        return cell if cell.tzinfo else cell.replace(tzinfo=IST)
    if isinstance(cell, date):
        return _of_day(cell, end_of_day)
    return _with_offset(cell) or _as_written(ascii_digits(cell).strip(), end_of_day)


def _of_day(day: date, end_of_day: bool) -> datetime:
    return end_of_day_in_india(day) if end_of_day else start_of_day_in_india(day)


def _with_offset(text: str) -> datetime | None:
    """ISO 8601 with an offset, as `2026-11-21T10:00:00Z`."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})", text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _as_written(text: str, end_of_day: bool) -> datetime | None:
    for shape in SHAPES:
        if match := shape.fullmatch(text):
            return _from_parts(match, end_of_day)
    return None


def _from_parts(match: re.Match, end_of_day: bool) -> datetime | None:
    month = match["month"]
    number = int(month) if month.isdigit() else MONTHS.get(month.lower())
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    if number is None or not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        day = date(year, number, int(match["day"]))
        return datetime.combine(day, _clock(match), tzinfo=IST) if match["hour"] else _of_day(day, end_of_day)
    except ValueError:
        return None


def _clock(match: re.Match) -> time:
    hour = int(match["hour"])
    half = (match["half"] or "").replace(".", "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, int(match["minute"]), int(match["second"] or 0))
