"""Micro, small or medium: the composite test of plant and machinery *and* turnover, by the table in force on a day.

Source: S.O. 1364(E) of 21 March 2025, in force from 1 April 2025, and the limits of 1 July 2020 before it (domain notes §3.2).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

CRORE = Decimal(10_000_000)


class SizeClass(StrEnum):
    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True)
class Limits:
    """The most a class may have, in rupees, from a day on."""

    effective_from: date
    size_class: SizeClass
    investment: Decimal
    turnover: Decimal


def _limits(effective_from, *rows):
    return [Limits(effective_from, size, Decimal(i) * CRORE, Decimal(t) * CRORE) for size, i, t in rows]


TABLE = [
    *_limits(date(2020, 7, 1), (SizeClass.MICRO, 1, 5), (SizeClass.SMALL, 10, 50), (SizeClass.MEDIUM, 50, 250)),
    *_limits(date(2025, 4, 1), (SizeClass.MICRO, "2.5", 10), (SizeClass.SMALL, 25, 100), (SizeClass.MEDIUM, 125, 500)),
]

_CRORES = {
    "to_10l": "0.1", "to_40l": "0.4", "to_1cr": "1", "to_2_5cr": "2.5", "to_5cr": "5", "to_10cr": "10", "to_25cr": "25",
    "to_50cr": "50", "to_100cr": "100", "to_125cr": "125", "to_250cr": "250", "to_500cr": "500", "over_125cr": "126",
    "over_500cr": "501",
}  # fmt: skip


def most_rupees(band: str) -> Decimal | None:
    """The upper edge of a band in rupees (just above it for the open last band), or None when it was not said."""
    return Decimal(_CRORES[band]) * CRORE if band else None


def size_class(*, investment: Decimal | None, turnover: Decimal | None, on: date) -> SizeClass | None:
    """The class on a day, both amounts in rupees; None when either was not said or no table was in force."""
    if investment is None or turnover is None:
        return None
    started = {row.effective_from for row in TABLE if row.effective_from <= on}
    if not started:
        return None
    for row in TABLE:
        if row.effective_from == max(started) and investment <= row.investment and turnover <= row.turnover:
            return row.size_class
    return SizeClass.LARGE
