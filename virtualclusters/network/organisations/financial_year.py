"""India's financial year: April to March."""

from virtualclusters.foundation.time import day_in_india


def last_full_year(at) -> int:
    """The year in which the last financial year that is over at a moment began: in May 2026 it is 2025."""
    day = day_in_india(at)
    return day.year - 1 if day.month >= 4 else day.year - 2
