"""Costs by worked examples: each figure below was reckoned apart from the code, by the closed formula or on paper."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from virtualclusters.areas.finance.costs import (
    Fee,
    Terms,
    all_in_cost,
    instalment_months,
    internal_rate,
    schedule,
)

D = Decimal
NIL_TO_3_LAKH = (
    Fee("processing", up_to=D(300_000), rupees=D(0)),
    Fee("processing", above=D(300_000), percent=D("0.625")),
)


def test_the_key_facts_statement_of_the_reserve_bank_is_met():
    """RBI/2024-25/18 of 15 April 2024, Annex B: ₹20,000 at 15 % over 24 months, charges of ₹400; instalment 970, rate 17.07 %.

    There instalments are rounded to rupees and charges stand without tax; the rate is twelve times the monthly one.
    """
    cost = all_in_cost(D(20_000), 24, Terms(D(15), fees=(Fee("processing", rupees=D(400)),)))

    assert (round(cost.instalment), cost.received, cost.nominal_percent) == (970, D(19_600), D("17.07"))


def test_a_public_key_facts_statement_of_a_bank_is_met_to_a_hundredth():
    """₹47,000 at 21 % over 24 months, fee ₹1,175 and 18 % tax: the bank prints 2,415.14 and 24.16 %, for it rounds its instalment up."""
    cost = all_in_cost(D(47_000), 24, Terms(D(21), fees=(Fee("processing", rupees=D(1175)),), gst_percent=D(18)))

    assert (cost.instalment, cost.nominal_percent) == (D("2415.13"), D("24.15"))


def test_a_loan_of_three_lakh_for_small_food_makers_pays_no_fee():
    """Repo-linked rate 8.25 and 2 added: 10.25 % a year, nil fee up to three lakh, no wait, 72 months.

    i = 0.1025 / 12 = 0.00854167; 3,00,000 × i / (1 − (1 + i)^−72) = 5,595.65; nothing else is paid, so the yearly rate is
    (1 + i)^12 − 1 = 10.75 %.
    """
    cost = all_in_cost(D(300_000), 72, Terms(D("10.25"), fees=NIL_TO_3_LAKH, gst_percent=D(18)))

    assert (cost.instalment, cost.received, cost.charges) == (D("5595.65"), D(300_000), ())
    assert (cost.yearly_percent, cost.nominal_percent) == (D("10.75"), D("10.25"))


def test_above_three_lakh_half_of_one_and_a_quarter_per_cent_is_taken_with_tax():
    """Five lakh over 72 months, six of them without instalment, interest paid then.

    Fee: half of 1.25 % of 5,00,000 = 3,125; tax 18 % = 562.50; together 3,687.50, so 4,96,312.50 comes in. Interest of the first
    six months: 5,00,000 × i = 4,270.83 each. Then 66 instalments of 5,00,000 × i / (1 − (1 + i)^−66) = 9,942.23. Bisection over
    these 73 amounts gives 0.87565 % a month: 11.03 % a year, 10.51 % as twelve times the month.
    """
    terms = Terms(D("10.25"), moratorium_months=6, fees=NIL_TO_3_LAKH, gst_percent=D(18))

    cost = all_in_cost(D(500_000), 72, terms)

    assert (cost.charged("processing"), cost.received) == (D("3687.50"), D("496312.50"))
    assert ([month.paid for month in cost.months[:6]], cost.instalment) == ([D("4270.83")] * 6, D("9942.23"))
    assert (cost.yearly_percent, cost.nominal_percent) == (D("11.03"), D("10.51"))
    assert cost.rupees_a_year == (cost.total / 6).quantize(D("0.01"))


def test_interest_that_is_added_makes_the_loan_grow_until_the_first_instalment():
    """One lakh at 12 %, three months added: 1,00,000 × 1.01³ = 1,03,030.10."""
    terms = Terms(D(12), moratorium_months=3, moratorium_interest="added")

    _instalment, months = schedule(D(100_000), 12, terms)

    assert [(month.paid, month.owed) for month in months[:3]] == [
        (D(0), D("101000.00")),
        (D(0), D("102010.00")),
        (D(0), D("103030.10")),
    ]


def test_the_guarantee_fee_is_taken_on_what_is_still_owed_each_year():
    """₹2,40,000 without interest over 24 months is 10,000 a month: 2,40,000 is owed on the first day, 1,20,000 after a year.

    1 % of each is 2,400 and 1,200; 18 % tax is 432 and 216.
    """
    cost = all_in_cost(D(240_000), 24, Terms(D(0), guarantee_percent=D(1), gst_percent=D(18)))

    assert [(charge.number, charge.before_tax, charge.tax) for charge in cost.charges] == [
        (0, D("2400.00"), D("432.00")),
        (12, D("1200.00"), D("216.00")),
    ]
    assert (cost.instalment, cost.total, cost.rupees_a_year) == (D("10000.00"), D(4248), D(2124))


def test_a_fee_in_per_cent_stops_at_its_cap_and_a_yearly_one_comes_back():
    fee = Fee("inspection", percent=D(1), cap=D(500), yearly=True)

    cost = all_in_cost(D(100_000), 24, Terms(D(10), fees=(fee,)))

    assert [(charge.number, charge.rupees) for charge in cost.charges] == [(0, D(500)), (12, D(500))]


@pytest.mark.parametrize(
    ("repayment", "season", "wait", "due"),
    [
        ("monthly", (), 2, [3, 4, 5, 6, 7, 8, 9, 10]),
        ("quarterly", (), 2, [5, 8, 10]),
        ("quarterly", (), 1, [4, 7, 10]),
        ("seasonal", (11, 12, 1), 0, [7, 8, 9]),
        ("seasonal", (3,), 0, [10]),
    ],
)
def test_instalments_fall_where_they_are_said_to(repayment, season, wait, due):
    """Paid out in April: month 7 is November, month 9 January. A season that never comes leaves one payment at the end."""
    terms = Terms(D(10), repayment=repayment, season_months=season, moratorium_months=wait, first_month=4)

    assert instalment_months(10, terms) == due


def test_a_season_pays_level_instalments_and_the_last_clears_the_loan():
    """One lakh at 12 % paid in November, December and January: 1,00,000 / (1.01^−7 + 1.01^−8 + 1.01^−9) = 36,094.03."""
    terms = Terms(D(12), repayment="seasonal", season_months=(11, 12, 1), first_month=4)

    instalment, months = schedule(D(100_000), 12, terms)

    assert (instalment, [month.number for month in months if month.paid], months[-1].owed) == (
        D("36094.03"),
        [7, 8, 9],
        0,
    )


def test_fees_that_eat_the_loan_leave_no_rate():
    cost = all_in_cost(D(1000), 2, Terms(D(10), fees=(Fee("processing", rupees=D(1000)),)))

    assert (cost.yearly_percent, cost.nominal_percent) == (None, None)


@pytest.mark.parametrize(("amount", "months", "wait"), [(0, 12, 0), (1000, 0, 0), (1000, 12, 12)])
def test_a_loan_without_amount_or_time_is_refused(amount, months, wait):
    with pytest.raises(ValueError, match="a loan has an amount"):
        all_in_cost(D(amount), months, Terms(D(10), moratorium_months=wait))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    amount=st.integers(1_000, 100_000_000),
    months=st.integers(1, 120),
    rate=st.decimals(0, 40, places=2),
    fee=st.integers(0, 5),
    repayment=st.sampled_from(["monthly", "quarterly", "seasonal"]),
)
def test_whatever_the_terms_the_loan_is_paid_back_to_the_paisa_and_costs_never_lower_the_rate(
    amount, months, rate, fee, repayment
):
    plain = Terms(rate, repayment=repayment, season_months=(4, 10) if repayment == "seasonal" else ())
    with_fee = Terms(
        rate, repayment=repayment, season_months=plain.season_months, fees=(Fee("processing", percent=D(fee)),)
    )

    free, charged = all_in_cost(D(amount), months, plain), all_in_cost(D(amount), months, with_fee)

    assert free.months[-1].owed == 0
    assert sum(month.paid for month in free.months) == D(amount) + free.interest
    assert charged.yearly_percent >= free.yearly_percent


def test_payments_below_what_came_in_have_no_rate():
    assert internal_rate(D(100), [D(50), D(49)]) is None
