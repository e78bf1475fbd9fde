"""Financial years and quarters as plans name them: April to March, the first quarter April to June."""

import re
from datetime import date, datetime

from django.utils.translation import gettext as _

from virtualclusters.foundation.scripts import ascii_digits
from virtualclusters.foundation.time import end_of_day_in_india, start_of_day_in_india, to_ist

APRIL = 4
_YEAR = re.compile(r"(20\d\d)(?:\s*[-–/]\s*(?:20)?(\d\d))?")
_QUARTERS = (
    (1, re.compile(r"\b(q\s*1|1st|first|i)\b|apr|अप्रैल|पहली", re.IGNORECASE)),
    (2, re.compile(r"\b(q\s*2|2nd|second|ii)\b|jul|जुलाई|दूसरी", re.IGNORECASE)),
    (3, re.compile(r"\b(q\s*3|3rd|third|iii)\b|oct|अक्टूबर|तीसरी", re.IGNORECASE)),
    (4, re.compile(r"\b(q\s*4|4th|fourth|iv)\b|jan|जनवरी|चौथी", re.IGNORECASE)),
)


def year_of(words: str) -> int | None:
    """The year in which the financial year begins: 2026 of ``2026-27``; None when the words name none."""
    found = _YEAR.search(ascii_digits(words))
    if found is None or (found[2] and int(found[2]) != (int(found[1]) + 1) % 100):
        return None
    return int(found[1])


def quarter_of(words: str) -> int | None:
    """1 to 4; None when the words name no quarter."""
    plain = ascii_digits(words).strip()
    if plain in {"1", "2", "3", "4"}:
        return int(plain)
    return next((quarter for quarter, pattern in _QUARTERS if pattern.search(plain)), None)


def year_at(at: datetime) -> int:
    """The financial year that runs at a moment, by the year in which it began."""
    local = to_ist(at)
    return local.year if local.month >= APRIL else local.year - 1


def last_moment(year: int, quarter: int | None) -> datetime:
    """The end of a quarter, or of the year."""
    ends = {1: date(year, 6, 30), 2: date(year, 9, 30), 3: date(year, 12, 31)}
    return end_of_day_in_india(ends.get(quarter, date(year + 1, 3, 31)))


def first_moment(year: int, quarter: int | None) -> datetime:
    """The beginning of a quarter; of the year's last quarter when none is said, for nobody knows when it is bought."""
    return start_of_day_in_india(
        {1: date(year, 4, 1), 2: date(year, 7, 1), 3: date(year, 10, 1)}.get(quarter, date(year + 1, 1, 1))
    )


def year_words(year: int) -> str:
    """``2026-27``."""
    return f"{year}-{(year + 1) % 100:02d}"


def quarter_words(quarter: int | None) -> str:
    """The months of a quarter in words."""
    return {
        1: _("April to June"),
        2: _("July to September"),
        3: _("October to December"),
        4: _("January to March"),
    }.get(quarter, _("Any time of the year"))
