"""A lender's own book of loans in figures: exposure, concentration, caps, one loan more, a fall of a price. Pure.

Rupees are ``Decimal`` in and out; shares lie between 0 and 1 and are not rounded here, the page rounds them. What a figure means
and where its yardstick comes from stands beside it; the worked example is ``tests/test_book.py``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

NOTHING: Final = Decimal(0)
SPREAD_BELOW: Final = Decimal(1500)
CONCENTRATED_ABOVE: Final = Decimal(2500)
"""The bands of competition law, used as a yardstick for a book: below the first it is spread, above the second concentrated."""
PAISE: Final = Decimal("0.01")


class Side(StrEnum):
    """By what a book is cut."""

    SECTOR = "sector"
    SUB_SECTOR = "sub_sector"
    DISTRICT = "district"
    SIZE = "size"
    BORROWER = "borrower"


class Spread(StrEnum):
    """How a concentration reads."""

    SPREAD = "spread"
    BETWEEN = "between"
    CONCENTRATED = "concentrated"


@dataclass(frozen=True, slots=True)
class Loan:
    """One loan of the book. ``outstanding`` is what is still owed, in rupees, not below 0.

    ``sales`` says which products the borrower's sales rest on: product to share, together at most 1.
    """

    borrower: str
    sector: str
    sub_sector: str
    district: str
    size: str
    outstanding: Decimal
    sales: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slice:
    """What one name of a side owes, and its share of the book."""

    name: str
    outstanding: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class Caps:
    """What a lender's own board allows. None: it has set none.

    A single borrower is measured against the lender's capital (the central bank's large-exposure limits are of Tier 1 capital), a
    sector against the book (left to each board's policy). Both in per cent.
    """

    capital: Decimal | None = None
    single_name_percent: Decimal | None = None
    sector_percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Breach:
    """A name above its cap: what it owes, what it may owe, by how much it is over, in rupees."""

    side: Side
    name: str
    outstanding: Decimal
    allowed: Decimal

    @property
    def over_by(self) -> Decimal:
        return self.outstanding - self.allowed


@dataclass(frozen=True, slots=True)
class Concentration:
    """``index`` is the Herfindahl-Hirschman index: the sum of squared shares, times 10,000.

    ``effective`` says how many equal names would be as concentrated: one through the sum of squared shares.
    """

    index: Decimal
    effective: Decimal

    @property
    def spread(self) -> Spread:
        if self.index > CONCENTRATED_ABOVE:
            return Spread.CONCENTRATED
        return Spread.SPREAD if self.index < SPREAD_BELOW else Spread.BETWEEN


@dataclass(frozen=True, slots=True)
class Standing:
    """A book at one moment: what is owed in all, how concentrated by borrower and by sector, who is over a cap."""

    outstanding: Decimal
    borrowers: Concentration | None
    sectors: Concentration | None
    breaches: tuple[Breach, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A borrower whose sales fall with a price: by which share, and what it owes."""

    borrower: str
    fall: Decimal
    outstanding: Decimal


@dataclass(frozen=True, slots=True)
class Shock:
    """A fall of one product's price: whom it hits, hardest first, what they owe, and its share of the book."""

    hits: tuple[Hit, ...]
    outstanding: Decimal
    share: Decimal


def total(loans: Iterable[Loan]) -> Decimal:
    """What all of the book owe, in rupees."""
    return sum((loan.outstanding for loan in loans), NOTHING)


def exposure(loans: Sequence[Loan], side: Side, most: int | None = None) -> tuple[Slice, ...]:
    """What each name of a side owes, the largest first, equal ones by name. ``most`` cuts the list, never the shares."""
    whole, owed = total(loans), defaultdict(lambda: NOTHING)
    for loan in loans:
        owed[getattr(loan, side)] += loan.outstanding
    ordered = sorted(owed.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Slice(name, sum_, sum_ / whole if whole else NOTHING) for name, sum_ in ordered[:most])


def concentration(loans: Sequence[Loan], side: Side) -> Concentration | None:
    """How concentrated the book is by one side; None when nothing is owed."""
    squares = sum((one.share**2 for one in exposure(loans, side)), NOTHING)
    return Concentration(squares * 10_000, 1 / squares) if squares else None


def breaches(loans: Sequence[Loan], caps: Caps) -> tuple[Breach, ...]:
    """Who is over a cap, by how much, the largest excess first."""
    found = [*_over(loans, Side.BORROWER, _allowed_of_one(caps)), *_over(loans, Side.SECTOR, _allowed_of(loans, caps))]
    return tuple(sorted(found, key=lambda one: (-one.over_by, one.side, one.name)))


def standing(loans: Sequence[Loan], caps: Caps) -> Standing:
    """All figures that a decision looks at."""
    return Standing(
        total(loans), concentration(loans, Side.BORROWER), concentration(loans, Side.SECTOR), breaches(loans, caps)
    )


def with_loan(loans: Sequence[Loan], loan: Loan, caps: Caps) -> tuple[Standing, Standing]:
    """The book as it is, and as it would be with one loan more."""
    return standing(loans, caps), standing([*loans, loan], caps)


def shock(loans: Sequence[Loan], product: str, fall_percent: Decimal, least: Decimal = NOTHING) -> Shock:
    """Whose sales fall by more than ``least`` (a share) when the price of a product falls by so many per cent.

    Sales are taken to fall as the price does, quantities unchanged: what a borrower sells of the product, times the fall.

    Raises:
        ValueError: the fall is not between 0 and 100.
    """
    if not 0 <= fall_percent <= 100:
        raise ValueError(f"a price cannot fall by {fall_percent} per cent")
    owed, falls = defaultdict(lambda: NOTHING), {}
    for loan in loans:
        owed[loan.borrower] += loan.outstanding
        falls[loan.borrower] = loan.sales.get(product, NOTHING) * fall_percent / 100
    hits = [Hit(name, fall, owed[name]) for name, fall in falls.items() if fall > least]
    hits.sort(key=lambda one: (-one.fall, -one.outstanding, one.borrower))
    struck, whole = sum((one.outstanding for one in hits), NOTHING), total(loans)
    return Shock(tuple(hits), struck, struck / whole if whole else NOTHING)


def _over(loans: Sequence[Loan], side: Side, allowed: Decimal | None) -> list[Breach]:
    if allowed is None:
        return []
    return [
        Breach(side, one.name, one.outstanding, allowed) for one in exposure(loans, side) if one.outstanding > allowed
    ]


def _allowed_of_one(caps: Caps) -> Decimal | None:
    if caps.capital is None or caps.single_name_percent is None:
        return None
    return (caps.capital * caps.single_name_percent / 100).quantize(PAISE)


def _allowed_of(loans: Sequence[Loan], caps: Caps) -> Decimal | None:
    return None if caps.sector_percent is None else (total(loans) * caps.sector_percent / 100).quantize(PAISE)
