"""Interest on a late payment to a micro or small enterprise, line by line. Pure; money in rupees.

Source: Micro, Small and Medium Enterprises Development Act 2006, sections 2(b), 15 and 16 (domain notes §4.3). A buyer pays by the
day agreed in writing, never later than 45 days after acceptance; 15 days after it where nothing is agreed in writing. From the next
day on it owes compound interest with monthly rests at three times the bank rate. How the law's silences are filled stands in
``docs/decisions/interest-on-late-payments-is-shown-line-by-line.md``.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

MOST_AGREED_DAYS = 45
DAYS_WITHOUT_AGREEMENT = 15
TIMES_THE_BANK_RATE = 3
MONTHS = 12
PAISA = Decimal("0.01")
DAY = timedelta(days=1)


class RateUnknown(Exception):
    """No bank rate is known for a day; ``day`` says which."""

    def __init__(self, day: date):
        super().__init__(f"No bank rate is known for {day}.")
        self.day = day


@dataclass(frozen=True)
class Rate:
    """The bank rate from a day on, in percent a year."""

    day: date
    percent: Decimal


@dataclass(frozen=True)
class Payment:
    """What the buyer paid on a day."""

    day: date
    amount: Decimal


@dataclass(frozen=True)
class Line:
    """Some days of one month with one rate.

    Attributes:
        first, last: the days it counts, both of them included.
        base: what interest is counted on: the amount and all interest that was added at earlier rests.
        bank_rate: percent a year; interest runs at three times that.
        interest: of these days.
        paid: what the buyer paid on the last of them.
        added: interest that joins the base at the end of this line, because a month is over.
        owed: amount and interest at its end, after the payment.
    """

    first: date
    last: date
    base: Decimal
    bank_rate: Decimal
    interest: Decimal
    paid: Decimal
    added: Decimal
    owed: Decimal

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def yearly_rate(self) -> Decimal:
        """Percent a year: three times the bank rate."""
        return self.bank_rate * TIMES_THE_BANK_RATE


@dataclass(frozen=True)
class Interest:
    """What is owed on a day, with all that leads there."""

    due_on: date
    until: date
    amount: Decimal
    paid_in_time: Decimal
    lines: tuple[Line, ...]

    @property
    def interest(self) -> Decimal:
        """All interest, paid or not."""
        return sum((line.interest for line in self.lines), Decimal(0))

    @property
    def paid_late(self) -> Decimal:
        return sum((line.paid for line in self.lines), Decimal(0))

    @property
    def owed(self) -> Decimal:
        """Amount and interest that are not paid."""
        return self.lines[-1].owed if self.lines else self.amount - self.paid_in_time

    @property
    def late_until(self) -> date:
        """The day of the last payment where nothing is left to pay, else the day it is counted to."""
        if self.owed > 0:
            return self.until
        return self.lines[-1].last if self.lines else self.due_on

    @property
    def days_late(self) -> int:
        return max((self.late_until - self.due_on).days, 0)

    @property
    def is_paid(self) -> bool:
        return self.owed <= 0


def accepted_on(delivered_on: date, objection_removed_on: date | None = None) -> date:
    """The day of acceptance: of delivery, or, where the buyer objected in writing within 15 days, the day the objection was removed."""
    return objection_removed_on or delivered_on


def due_on(accepted: date, agreed_days: int | None) -> date:
    """The last day to pay in time. ``agreed_days``: as agreed in writing, counted from acceptance; None: nothing in writing."""
    days = DAYS_WITHOUT_AGREEMENT if agreed_days is None else min(agreed_days, MOST_AGREED_DAYS)
    return accepted + timedelta(days=days)


def interest_on(
    amount: Decimal, *, due: date, until: date, rates: Sequence[Rate], payments: Sequence[Payment] = ()
) -> Interest:
    """What is owed at the end of a day.

    Args:
        due: the last day to pay in time; the first day of interest is the next one.
        until: the last day that counts, the day of the last payment or today.
        rates: each from its day on, in any order.
        payments: part payments; one on or before the due day lowers the amount, a later one pays interest first.

    Raises:
        RateUnknown: a day before the first known rate counts.
    """
    in_time = min(sum((one.amount for one in payments if one.day <= due), Decimal(0)), amount)
    late = sorted((one for one in payments if due < one.day <= until), key=lambda one: one.day)
    lines = tuple(_lines(amount - in_time, due, until, sorted(rates, key=lambda rate: rate.day), late))
    return Interest(due_on=due, until=until, amount=amount, paid_in_time=in_time, lines=lines)


def more_than_owed(
    amount: Decimal, *, due: date, rates: Sequence[Rate], payments: Sequence[Payment]
) -> tuple[Payment, Decimal] | None:
    """The first payment that is more than was left to pay on its day, with what was left; None where no one is.

    Raises:
        RateUnknown: a day before the first known rate counts.
    """
    earlier: list[Payment] = []
    for payment in sorted(payments, key=lambda one: one.day):
        left = interest_on(amount, due=due, until=payment.day, rates=rates, payments=earlier).owed
        if payment.amount > left:
            return payment, left
        earlier.append(payment)
    return None


def _lines(base, due, until, rates, payments):
    rests = _rests(due, until)
    running = Decimal(0)
    for before, last in pairwise(_cuts(due, until, rests, rates, payments)):
        if base + running <= 0:
            return
        rate = _rate_on(before + DAY, rates)
        interest = _interest_of(base, rate, last - before, _month_of(last, rests))
        paid = min(sum(one.amount for one in payments if one.day == last), base + running + interest)
        counted_on, from_running = base, min(paid, running + interest)
        running, base = running + interest - from_running, base - (paid - from_running)
        added = running if last in rests else Decimal(0)
        base, running = base + added, running - added
        yield Line(before + DAY, last, counted_on, rate, interest, Decimal(paid), added, base + running)


def _rests(due, until):
    """The ends of the months that are counted from the due day, the first that is not before ``until`` included."""
    rests = [due]
    while rests[-1] < until:
        rests.append(_months_after(due, len(rests)))
    return rests


def _cuts(due, until, rests, rates, payments):
    """The ends of all lines, the due day first: rests, days before a new rate, days of a payment, the last day."""
    ends = {*rests, until, *(rate.day - DAY for rate in rates), *(one.day for one in payments)}
    return sorted(day for day in ends if due <= day <= until)


def _interest_of(base, rate, days, month):
    """A whole month is a twelfth of the year's rate; some days of it are their share of that month."""
    share = Decimal(days.days) / Decimal(month)
    yearly = base * rate * TIMES_THE_BANK_RATE / 100
    return (yearly / MONTHS * share).quantize(PAISA, ROUND_HALF_UP)


def _month_of(last, rests):
    """How many days the month has in which a line ends."""
    return next((end - start).days for start, end in pairwise(rests) if last <= end)


def _rate_on(day, rates):
    known = [rate.percent for rate in rates if rate.day <= day]
    if not known:
        raise RateUnknown(day)
    return known[-1]


def _months_after(day, months):
    """The same day some months later, or the last day of that month."""
    year, month = divmod(day.month - 1 + months, MONTHS)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
