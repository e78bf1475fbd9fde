"""A lender's own book of loans in figures: exposure, concentration, caps, one loan more, a fall of a price. Pure.

Rupees are ``Decimal`` in and out; shares lie between 0 and 1 and are not rounded here, the page rounds them. What a figure means
and where its yardstick comes from stands beside it; the worked example is ``tests/test_book.py``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
class Cut:
    """A book by one side: what all its names owe in rupees, the sum of the squares of that, and what single names owe.

    ``names`` may be the few that a page shows, that are over a cap or that a loan is for: the two sums always count everybody.
    """

    whole: Decimal
    squares: Decimal
    names: Mapping[str, Decimal]

    @classmethod
    def of(cls, names: Mapping[str, Decimal]) -> "Cut":
        """The cut of which every name is known."""
        return cls(sum(names.values(), NOTHING), sum((owed**2 for owed in names.values()), NOTHING), names)

    def plus(self, name: str, rupees: Decimal) -> "Cut":
        """With so much more owed by a name; what it owes so far must be among the names."""
        before = self.names.get(name, NOTHING)
        squares = self.squares - before**2 + (before + rupees) ** 2
        return Cut(self.whole + rupees, squares, {**self.names, name: before + rupees})


Owed = Mapping[Side, Cut]
"""A book as its figures need it. The database gives the same sums (``reading``)."""


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
class Rest:
    """A borrower whose sales rest on a product by a share, and what it owes in all."""

    borrower: str
    share: Decimal
    outstanding: Decimal


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


def owed_by(loans: Iterable[Loan]) -> Owed:
    """What each name of each side owes."""
    found: dict[Side, dict[str, Decimal]] = {side: defaultdict(lambda: NOTHING) for side in Side}
    for loan in loans:
        for side, owed in found.items():
            owed[getattr(loan, side)] += loan.outstanding
    return {side: Cut.of(owed) for side, owed in found.items()}


def total(owed: Owed) -> Decimal:
    """What all of the book owe, in rupees."""
    return owed[Side.SECTOR].whole


def exposure(owed: Owed, side: Side, most: int | None = None) -> tuple[Slice, ...]:
    """What each name of a side owes, the largest first, equal ones by name. ``most`` cuts the list, never the shares."""
    whole = total(owed)
    ordered = sorted(owed[side].names.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Slice(name, sum_, sum_ / whole if whole else NOTHING) for name, sum_ in ordered[:most])


def concentration(owed: Owed, side: Side) -> Concentration | None:
    """How concentrated the book is by one side; None when nothing is owed."""
    whole = total(owed)
    if not whole:
        return None
    squares = owed[side].squares / whole**2
    return Concentration(squares * 10_000, 1 / squares)


def breaches(owed: Owed, caps: Caps) -> tuple[Breach, ...]:
    """Who is over a cap, by how much, the largest excess first."""
    found = [*_over(owed, Side.BORROWER, allowed_of_one(caps)), *_over(owed, Side.SECTOR, _allowed_of(owed, caps))]
    return tuple(sorted(found, key=lambda one: (-one.over_by, one.side, one.name)))


def standing(owed: Owed, caps: Caps) -> Standing:
    """All figures that a decision looks at."""
    by_borrower, by_sector = concentration(owed, Side.BORROWER), concentration(owed, Side.SECTOR)
    return Standing(total(owed), by_borrower, by_sector, breaches(owed, caps))


def with_loan(owed: Owed, loan: Loan, caps: Caps) -> tuple[Standing, Standing]:
    """The book as it is, and as it would be with one loan more."""
    more = {side: cut.plus(getattr(loan, side), loan.outstanding) for side, cut in owed.items()}
    return standing(owed, caps), standing(more, caps)


def resting_on(loans: Iterable[Loan], product: str) -> list[Rest]:
    """Whose sales rest on a product: by the largest share told with any of their loans."""
    shares: dict[str, Decimal] = defaultdict(lambda: NOTHING)
    owed: dict[str, Decimal] = defaultdict(lambda: NOTHING)
    for loan in loans:
        owed[loan.borrower] += loan.outstanding
        shares[loan.borrower] = max(shares[loan.borrower], loan.sales.get(product, NOTHING))
    return [Rest(name, share, owed[name]) for name, share in shares.items() if share]


def shock(
    rests: Iterable[Rest],
    whole: Decimal,
    fall_percent: Decimal,
    least: Decimal = NOTHING,
    struck: Decimal | None = None,
) -> Shock:
    """Whose sales fall by more than ``least`` (a share) when the price of a product falls by so many per cent.

    Sales are taken to fall as the price does, quantities unchanged: what a borrower sells of the product, times the fall.

    Args:
        rests: whose sales rest on the product. whole: what all of the book owe, in rupees.
        struck: what all whom it hits owe, when ``rests`` are only the first of them.

    Raises:
        ValueError: the fall is not between 0 and 100.
    """
    if not 0 <= fall_percent <= 100:
        raise ValueError(f"a price cannot fall by {fall_percent} per cent")
    falls = [Hit(one.borrower, one.share * fall_percent / 100, one.outstanding) for one in rests]
    hits = sorted(
        (hit for hit in falls if hit.fall > least), key=lambda one: (-one.fall, -one.outstanding, one.borrower)
    )
    if struck is None:
        struck = sum((one.outstanding for one in hits), NOTHING)
    return Shock(tuple(hits), struck, struck / whole if whole else NOTHING)


def _over(owed: Owed, side: Side, allowed: Decimal | None) -> list[Breach]:
    if allowed is None:
        return []
    return [Breach(side, name, sum_, allowed) for name, sum_ in owed[side].names.items() if sum_ > allowed]


def allowed_of_one(caps: Caps) -> Decimal | None:
    """What one borrower may owe, in rupees; None: as much as it may."""
    if caps.capital is None or caps.single_name_percent is None:
        return None
    return (caps.capital * caps.single_name_percent / 100).quantize(PAISE)


def _allowed_of(owed: Owed, caps: Caps) -> Decimal | None:
    return None if caps.sector_percent is None else (total(owed) * caps.sector_percent / 100).quantize(PAISE)
