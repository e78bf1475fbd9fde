"""A package's row as terms that cost something."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from virtualclusters.areas.finance.costs import Cost, Fee, Terms, all_in_cost
from virtualclusters.areas.finance.models import Facility, FeePayer, MoratoriumInterest, PackageDetail, Repayment
from virtualclusters.foundation.time import to_ist


@dataclass(frozen=True)
class Wish:
    """What an owner looks for: rupees, months in all, months of them before the first instalment."""

    amount: Decimal
    months: int
    wait: int = 0


LENDS = {Facility.TERM_LOAN, Facility.CASH_CREDIT, Facility.OVERDRAFT}


def rates_of(package: PackageDetail) -> tuple[Decimal, Decimal]:
    """The lowest and the highest yearly rate in per cent: benchmark and spread."""
    return package.benchmark_percent + package.spread_min, package.benchmark_percent + package.spread_max


def lends(package, wish: Wish) -> bool:
    """Whether the package lends so much for so long, as money that interest is paid on."""
    gives = LENDS.intersection(package.facilities) and wish.wait < wish.months
    return bool(gives) and fits_amount(package, wish) and fits_time(package, wish)


def fits_amount(package, wish: Wish) -> bool:
    """Whether the amount lies between the package's two."""
    return package.amount_min <= wish.amount <= package.amount_max


def fits_time(package, wish: Wish) -> bool:
    """Whether neither the whole time nor the wait before the first instalment is too long."""
    return wish.months <= package.months_max and wish.wait <= package.moratorium_months_max


def terms_of(package: PackageDetail, fees, *, rate_percent, months, wait, at) -> Terms:
    """The terms of a loan of so many months, of which ``wait`` without instalment.

    Credit that one draws and gives back is reckoned as if all of it were in use until the last month, interest paid every month.
    """
    line = Facility.TERM_LOAN not in package.facilities
    borrower_pays = package.guarantee_fee_paid_by == FeePayer.BORROWER
    return Terms(
        rate_percent=rate_percent,
        repayment=Repayment.MONTHLY if line else package.repayment,
        season_months=() if line else tuple(package.season_months),
        moratorium_months=months - 1 if line else wait,
        moratorium_interest=MoratoriumInterest.SERVED if line else package.moratorium_interest,
        fees=tuple(fees),
        guarantee_percent=package.guarantee_fee_percent if borrower_pays else Decimal(0),
        gst_percent=package.gst_percent,
        first_month=_month_of(at),
    )


@lru_cache(maxsize=64)
def _month_of(at):
    """The calendar month of a moment; asked of one moment for hundreds of packages."""
    return to_ist(at).month


def fee_of(row) -> Fee:
    """A slab as costs take it."""
    return Fee(row.what, row.above, row.up_to, row.percent, row.rupees, row.cap, row.yearly)


def cost_at(package: PackageDetail, fees, rate_percent, *, amount, months, wait, at) -> Cost | None:
    """The cost at a yearly rate; None when the package does not lend so much or for so long.

    Args:
        fees: ``costs.Fee`` values.
        wait: months before the first instalment, of ``months`` in all.
        at: when the money would be paid out: seasons are counted from it.
    """
    if not lends(package, Wish(amount, months, wait)):
        return None
    terms = terms_of(package, fees, rate_percent=rate_percent, months=months, wait=wait, at=at)
    return all_in_cost(amount, months, terms)
