"""The statement of a buyer's year: how much it bought from micro and small enterprises. Pure; money in rupees.

Source: Public Procurement Policy for Micro and Small Enterprises Order 2012 as amended in 2018 (domain notes §4.1): of what a central
buyer buys in a year at least 25 percent from micro and small enterprises, in it 4 percent from those owned by SC or ST persons and
3 percent from those owned by women. Medium enterprises do not count, nor do traders; works contracts are outside altogether.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

SMALL_SIZES = frozenset({"micro", "small"})
WORKS = "works"
HUNDREDTH = Decimal("0.01")


class Target(StrEnum):
    """What the policy asks for."""

    SMALL = "small"
    SC_ST = "sc_st"
    WOMEN = "women"


PERCENT = {Target.SMALL: Decimal(25), Target.SC_ST: Decimal(4), Target.WOMEN: Decimal(3)}


@dataclass(frozen=True)
class Bought:
    """One purchase. What is not known (None, or no size) is not counted as bought from a small enterprise."""

    amount: Decimal
    category: str
    size: str = ""
    trades_only: bool | None = None
    sc_st_owned: bool | None = None
    women_owned: bool | None = None


@dataclass(frozen=True)
class Share:
    """One target: what was bought towards it, and what lacks. ``percent`` is cut, never rounded up; None when nothing was bought."""

    target: Target
    asked: Decimal
    amount: Decimal
    percent: Decimal | None
    lacking: Decimal

    @property
    def is_met(self) -> bool:
        return self.percent is not None and self.lacking == 0


@dataclass(frozen=True)
class Statement:
    """A year: all goods and services bought, works beside them, purchases that could not be counted, and the three shares."""

    total: Decimal
    works: Decimal
    from_traders: Decimal
    size_unknown: Decimal
    shares: tuple[Share, ...]


def statement_of(purchases: Iterable[Bought]) -> Statement:
    """The statement of some purchases."""
    everything = list(purchases)
    bought = [one for one in everything if one.category != WORKS]
    counted = [one for one in bought if one.size in SMALL_SIZES and one.trades_only is not True]
    total = _sum(bought)
    towards = {
        Target.SMALL: _sum(counted),
        Target.SC_ST: _sum(one for one in counted if one.sc_st_owned),
        Target.WOMEN: _sum(one for one in counted if one.women_owned),
    }
    return Statement(
        total=total,
        works=_sum(everything) - total,
        from_traders=_sum(one for one in bought if one.size in SMALL_SIZES and one.trades_only is True),
        size_unknown=_sum(one for one in bought if not one.size),
        shares=tuple(_share(target, amount, total) for target, amount in towards.items()),
    )


def _share(target, amount, total):
    asked = PERCENT[target]
    wanted = (total * asked / 100).quantize(HUNDREDTH)
    percent = (amount * 100 / total).quantize(HUNDREDTH, ROUND_DOWN) if total else None
    return Share(target, asked, amount, percent, max(wanted - amount, Decimal(0)))


def _sum(purchases):
    return sum((one.amount for one in purchases), Decimal(0))
