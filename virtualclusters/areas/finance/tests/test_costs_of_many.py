"""Costs of many loans at once agree with the exact ones, whatever the terms."""

from decimal import Decimal
from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virtualclusters.areas.finance.costs import Fee, Terms, all_in_cost
from virtualclusters.areas.finance.costs_of_many import near_costs

AMOUNT = Decimal(500_000)


def percents(most):
    return st.integers(0, most * 100).map(lambda hundredths: Decimal(hundredths) / 100)


fees = st.builds(
    Fee,
    what=st.just("processing"),
    above=st.sampled_from([Decimal(0), AMOUNT]),
    percent=percents(3),
    cap=st.sampled_from([None, Decimal(2_000)]),
    yearly=st.booleans(),
)
terms = st.builds(
    Terms,
    rate_percent=percents(24),
    repayment=st.sampled_from(["monthly", "quarterly", "seasonal"]),
    season_months=st.just((1, 2, 11)),
    moratorium_months=st.integers(0, 11),
    moratorium_interest=st.sampled_from(["served", "added"]),
    fees=st.lists(fees, max_size=2).map(tuple),
    guarantee_percent=percents(2),
    gst_percent=st.sampled_from([Decimal(0), Decimal(18)]),
    first_month=st.integers(1, 12),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(terms, min_size=1, max_size=4), st.integers(12, 84))
def test_each_near_cost_is_the_exact_one_to_a_hundredth_of_a_per_cent(many, months):
    exact = [all_in_cost(AMOUNT, months, one).yearly_percent for one in many]

    near = near_costs(AMOUNT, months, many)

    assert near == pytest.approx([float(one) for one in exact], abs=0.015)


def test_a_loan_that_its_fees_eat_up_has_no_cost():
    eaten = Terms(Decimal(10), fees=(Fee("processing", percent=Decimal(100)),))

    assert [isnan(cost) for cost in near_costs(AMOUNT, 12, [eaten, Terms(Decimal(10))])] == [True, False]
