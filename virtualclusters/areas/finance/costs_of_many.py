"""The all-in yearly cost of many loans of one amount and one length at once, near enough to put thousands in order within a page.

The same reckoning as `costs`, in floating point and without rounding to the paisa: a test holds the two within a hundredth of a per
cent. What people read is always `costs.all_in_cost`.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

import numpy as np

from virtualclusters.areas.finance.costs import HUNDRED, YEAR, Terms, instalment_months
from virtualclusters.areas.finance.models.choices import MoratoriumInterest

MOST_STEPS, CLOSE_ENOUGH = 50, 1e-10


def near_costs(amount: Decimal, months: int, many: Sequence[Terms]) -> list[float]:
    """Per loan the yearly cost in per cent, in the order given; not a number where the fees eat up the loan."""
    costs = np.full(len(many), np.nan)
    shapes: dict[tuple, list[int]] = {}
    for place, terms in enumerate(many):
        shapes.setdefault(_shape(months, terms), []).append(place)
    for (due, wait, is_served), places in shapes.items():
        costs[places] = _of_one_shape(float(amount), due, wait, is_served, [many[place] for place in places], amount)
    return costs.tolist()


def _shape(months, terms):
    """What decides when money is paid: loans of one shape are reckoned together."""
    due = _due(months, terms.repayment, terms.season_months, terms.moratorium_months, terms.first_month)
    return due, terms.moratorium_months, terms.moratorium_interest == MoratoriumInterest.SERVED


@lru_cache(maxsize=512)
def _due(months, repayment, season_months, moratorium_months, first_month):
    terms = Terms(Decimal(0), repayment, season_months, moratorium_months, first_month=first_month)
    return tuple(instalment_months(months, terms))


def _of_one_shape(rupees, due, wait, is_served, many, amount):
    rate = np.array([float(terms.rate_percent) for terms in many]) / 1200
    taxed = np.array([float(1 + terms.gst_percent / HUNDRED) for terms in many])
    guarantee = np.array([float(terms.guarantee_percent) for terms in many]) / 100 * taxed
    once, yearly = (np.array([_fees(terms, amount, each) for terms in many]) * taxed for each in (False, True))
    received = rupees - once - yearly - guarantee * rupees
    paid = _paid(rupees, due, wait, is_served, rate, lambda owed: (owed > 0) * (yearly + guarantee * owed))
    return _yearly(received, paid)


def _fees(terms, amount, each_year):
    return float(sum(fee.before_tax(amount) for fee in terms.fees if fee.yearly is each_year and fee.holds_for(amount)))


def _paid(rupees, due, wait, is_served, rate, charged):
    """What is paid at the end of each month, a row a month: instalments, interest before them, and what each year costs."""
    owed, instalment, rows = np.full(len(rate), rupees), 0.0, []
    for number in range(1, due[-1] + 1):
        if number == wait + 1:
            instalment = owed / sum((1 + rate) ** (wait - month) for month in due)
        interest = owed * rate
        owed = owed + interest
        paid = _due_now(number, due, wait, is_served, owed, interest, instalment)
        owed = owed - paid
        rows.append(paid + charged(owed) if number % YEAR == 0 else paid)
    return rows


def _due_now(number, due, wait, is_served, owed, interest, instalment):
    if number <= wait:
        return interest if is_served else owed * 0
    if number == due[-1]:
        return owed
    return np.minimum(instalment, owed) if number in due else owed * 0


def _yearly(received, paid):
    """The yearly rate in per cent at which the payments are worth what came in, by Newton's steps as in `costs.internal_rate`."""
    discount = np.ones(len(received))
    for _step in range(MOST_STEPS):
        worth = slope = np.zeros(len(received))
        for row in reversed(paid):
            slope, worth = slope * discount + worth, worth * discount + row
        step = (worth * discount - received) / (slope * discount + worth)
        discount = discount - step
        if np.all(np.abs(step) < CLOSE_ENOUGH):
            break
    known = (received > 0) & (sum(paid) >= received)
    return np.where(known, (discount**-YEAR - 1) * 100, np.nan)
