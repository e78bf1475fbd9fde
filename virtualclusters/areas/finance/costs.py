"""What a loan costs, from its first rupee to its last: pure functions, `Decimal` rupees in and out.

How it is reckoned (docs/decisions/the-all-in-yearly-cost-counts-every-payment.md):

- Interest is charged at the end of every month: a twelfth of the yearly rate, on what is still owed.
- Instalments are level: the same rupees each time; the last takes what is left. They fall every month, every third month, or in
  named months of the year; between two of them interest is added to what is owed.
- Before the first instalment (the moratorium) interest is paid every month, or added to what is owed.
- A fee in a slab is taken on the whole loan, with tax; a yearly fee and the guarantee fee fall due on the day of paying out and
  each twelfth month while something is owed, the guarantee fee on what is then owed.
- The yearly cost is the yearly rate at which all that is paid is worth what came in: the monthly internal rate, compounded twelve
  times. Every amount is rounded to the paisa, half up; rates to a hundredth of a per cent, half up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from virtualclusters.areas.finance.models.choices import MoratoriumInterest, Repayment

PAISA: Final = Decimal("0.01")
HUNDRED: Final = Decimal(100)
YEAR: Final = 12
NOTHING: Final = Decimal(0)
CLOSE_ENOUGH: Final = Decimal("1e-12")
MOST_STEPS: Final = 100


@dataclass(frozen=True, slots=True)
class Fee:
    """One slab of a fee, as `models.PackageFee`: for loans above ``above`` up to ``up_to`` rupees (None: without limit)."""

    what: str
    above: Decimal = NOTHING
    up_to: Decimal | None = None
    percent: Decimal | None = None
    rupees: Decimal | None = None
    cap: Decimal | None = None
    yearly: bool = False

    def holds_for(self, amount: Decimal) -> bool:
        return self.above < amount and (self.up_to is None or amount <= self.up_to)

    def before_tax(self, amount: Decimal) -> Decimal:
        """Rupees for a loan of that amount."""
        if self.percent is None:
            return self.rupees or NOTHING
        fee = _paisa(amount * self.percent / HUNDRED)
        return fee if self.cap is None else min(fee, self.cap)


@dataclass(frozen=True, slots=True)
class Terms:
    """What decides the cost of one loan. Rates in per cent; ``guarantee_percent`` is 0 when the lender pays that fee.

    ``first_month`` is the calendar month (1 to 12) in which the money is paid out: the seasons are counted from it.
    """

    rate_percent: Decimal
    repayment: str = Repayment.MONTHLY
    season_months: tuple[int, ...] = ()
    moratorium_months: int = 0
    moratorium_interest: str = MoratoriumInterest.SERVED
    fees: tuple[Fee, ...] = ()
    guarantee_percent: Decimal = NOTHING
    gst_percent: Decimal = NOTHING
    first_month: int = 4


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a loan: interest charged at its end, what is paid then, and what is still owed after it."""

    number: int
    interest: Decimal
    paid: Decimal
    owed: Decimal


@dataclass(frozen=True, slots=True)
class Charge:
    """A fee as it was paid: ``what`` is a fee kind or "guarantee", ``number`` the month after paying out (0: on that day)."""

    what: str
    number: int
    before_tax: Decimal
    tax: Decimal
    percent: Decimal | None = None

    @property
    def rupees(self) -> Decimal:
        return self.before_tax + self.tax


@dataclass(frozen=True, slots=True)
class Cost:
    """What a loan costs in all, and the parts it is made of.

    Attributes:
        instalment: rupees of a level instalment.
        interest: rupees over the whole term.
        charges: fees and guarantee fee, each time they are paid.
        received: what comes in on the first day: the amount without what is taken off it.
        total: interest and charges.
        rupees_a_year: the total spread evenly over the term.
        yearly_percent: the all-in yearly cost; None when the fees eat up the loan.
        nominal_percent: twelve times the monthly internal rate, as a key facts statement of a bank tells it.
    """

    amount: Decimal
    months: tuple[Month, ...]
    instalment: Decimal
    interest: Decimal
    charges: tuple[Charge, ...]
    received: Decimal
    total: Decimal
    rupees_a_year: Decimal
    yearly_percent: Decimal | None
    nominal_percent: Decimal | None

    def charged(self, what: str) -> Decimal:
        """Rupees of all charges of one sort, with tax."""
        return sum((charge.rupees for charge in self.charges if charge.what == what), NOTHING)


def all_in_cost(amount: Decimal, months: int, terms: Terms) -> Cost:
    """The cost of a loan of ``amount`` rupees over ``months`` months, the moratorium included.

    Raises:
        ValueError: no amount, no month, or a moratorium that leaves no month to pay back in.
    """
    if amount <= 0 or months < 1 or not 0 <= terms.moratorium_months < months:
        raise ValueError("a loan has an amount, months, and a month left after the moratorium")
    instalment, lived = schedule(amount, months, terms)
    charges = tuple(_charges(amount, lived, terms))
    interest = sum((month.interest for month in lived), NOTHING)
    received = amount - sum((charge.rupees for charge in charges if charge.number == 0), NOTHING)
    total = interest + sum((charge.rupees for charge in charges), NOTHING)
    monthly = internal_rate(received, _paid_by_month(lived, charges))
    return Cost(
        amount=amount,
        months=lived,
        instalment=instalment,
        interest=interest,
        charges=charges,
        received=received,
        total=total,
        rupees_a_year=_paisa(total * YEAR / len(lived)),
        yearly_percent=None if monthly is None else _paisa(((1 + monthly) ** YEAR - 1) * HUNDRED),
        nominal_percent=None if monthly is None else _paisa(monthly * YEAR * HUNDRED),
    )


def schedule(amount: Decimal, months: int, terms: Terms) -> tuple[Decimal, tuple[Month, ...]]:
    """The level instalment, and the loan month by month until nothing is owed."""
    due = instalment_months(months, terms)
    rate = terms.rate_percent / HUNDRED / YEAR
    owed, lived, instalment = amount, [], NOTHING
    for number in range(1, due[-1] + 1):
        if number == terms.moratorium_months + 1:
            instalment = level_instalment(owed, rate, [month - terms.moratorium_months for month in due])
        interest = _paisa(owed * rate)
        owed += interest
        paid = _paid(number, due, owed, interest, instalment, terms)
        owed -= paid
        lived.append(Month(number, interest, paid, owed))
    return instalment, tuple(lived)


def _paid(number, due, owed, interest, instalment, terms):
    if number <= terms.moratorium_months:
        return interest if terms.moratorium_interest == MoratoriumInterest.SERVED else NOTHING
    if number == due[-1]:
        return owed
    return min(instalment, owed) if number in due else NOTHING


def instalment_months(months: int, terms: Terms) -> list[int]:
    """The months, counted from paying out, in which an instalment falls. The last month of a season ends the loan."""
    after = range(terms.moratorium_months + 1, months + 1)
    if terms.repayment == Repayment.MONTHLY:
        return list(after)
    if terms.repayment == Repayment.QUARTERLY:
        thirds = [number for number in after if (number - terms.moratorium_months) % 3 == 0]
        return thirds if thirds and thirds[-1] == months else [*thirds, months]
    in_season = [number for number in after if (terms.first_month + number - 1) % YEAR + 1 in terms.season_months]
    return in_season or [months]


def level_instalment(owed: Decimal, rate: Decimal, due: Iterable[int]) -> Decimal:
    """The rupees that, paid in each of the due months, clear what is owed at this monthly rate."""
    discount = 1 / (1 + rate)
    return _paisa(owed / sum(discount**number for number in due))


def _charges(amount, lived, terms):
    anniversaries = [(0, amount), *((month.number, month.owed) for month in lived if month.number % YEAR == 0)]
    for fee in terms.fees:
        if fee.holds_for(amount) and fee.before_tax(amount):
            for number, owed in anniversaries if fee.yearly else anniversaries[:1]:
                if owed:
                    yield _taxed(fee.what, number, fee.before_tax(amount), terms, fee.percent)
    for number, owed in anniversaries:
        if owed and terms.guarantee_percent:
            before_tax = _paisa(owed * terms.guarantee_percent / HUNDRED)
            yield _taxed("guarantee", number, before_tax, terms, terms.guarantee_percent)


def _taxed(what, number, before_tax, terms, percent):
    return Charge(what, number, before_tax, _paisa(before_tax * terms.gst_percent / HUNDRED), percent)


def _paid_by_month(lived, charges):
    paid = {month.number: month.paid for month in lived}
    for charge in charges:
        if charge.number:
            paid[charge.number] += charge.rupees
    return [paid[number] for number in range(1, len(lived) + 1)]


def internal_rate(received: Decimal, paid: Sequence[Decimal]) -> Decimal | None:
    """The monthly rate at which the payments at the ends of months 1, 2, … are worth what was received; None when there is none.

    Newton's steps on the discount of a month, from 1 downwards: the worth of the payments grows with it ever more steeply, so no
    step passes the answer. Payments below what was received have no rate of 0 or more.
    """
    if received <= 0 or sum(paid) < received:
        return None
    discount = Decimal(1)
    for _ in range(MOST_STEPS):
        worth, slope = _worth_and_slope(paid, discount)
        step = (worth - received) / slope
        discount -= step
        if abs(step) < CLOSE_ENOUGH:
            break
    return 1 / discount - 1


def _worth_and_slope(paid, discount):
    worth = slope = NOTHING
    for payment in reversed(paid):
        slope = slope * discount + worth
        worth = worth * discount + payment
    return worth * discount, slope * discount + worth


def _paisa(amount: Decimal) -> Decimal:
    return amount.quantize(PAISA, ROUND_HALF_UP)
