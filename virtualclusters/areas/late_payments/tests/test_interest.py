"""Worked examples of sections 15 and 16 of the MSMED Act (domain notes §4.3), each figure worked out by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from virtualclusters.areas.late_payments.interest import (
    Payment,
    Rate,
    RateUnknown,
    accepted_on,
    due_on,
    interest_on,
    more_than_owed,
)

LAKH = Decimal(100_000)
SIX_75 = [Rate(date(2023, 2, 8), Decimal("6.75"))]
"""Three times 6.75 is 20.25 percent a year, 1.6875 percent a month."""
DUE = date(2024, 1, 1)


def worked_out(until, *, amount=LAKH, rates=SIX_75, payments=()):
    return interest_on(amount, due=DUE, until=until, rates=rates, payments=payments)


@pytest.mark.parametrize(
    ("agreed", "due"),
    [
        (None, date(2024, 3, 16)),
        (30, date(2024, 3, 31)),
        (45, date(2024, 4, 15)),
        (90, date(2024, 4, 15)),
        (0, date(2024, 3, 1)),
    ],
)
def test_the_last_day_to_pay_is_the_agreed_one_never_after_45_days_and_15_where_nothing_is_written(agreed, due):
    assert due_on(date(2024, 3, 1), agreed) == due


def test_goods_are_accepted_on_delivery_or_when_an_objection_was_removed():
    delivered = date(2024, 3, 1)

    assert (accepted_on(delivered), accepted_on(delivered, date(2024, 3, 20))) == (delivered, date(2024, 3, 20))


def test_the_first_month_costs_a_twelfth_of_three_times_the_bank_rate():
    found = worked_out(date(2024, 2, 1))

    assert (found.interest, found.owed, found.days_late) == (Decimal("1687.50"), Decimal("101687.50"), 31)


def test_interest_is_added_at_each_months_end_and_bears_interest_itself():
    lines = worked_out(date(2024, 4, 1)).lines

    assert [(line.base, line.interest, line.owed) for line in lines] == [
        (Decimal("100000"), Decimal("1687.50"), Decimal("101687.50")),
        (Decimal("101687.50"), Decimal("1715.98"), Decimal("103403.48")),
        (Decimal("103403.48"), Decimal("1744.93"), Decimal("105148.41")),
    ]


def test_a_year_comes_to_the_rupee_to_what_the_formula_says():
    found = worked_out(date(2025, 1, 1))

    assert len(found.lines) == 12
    assert round(found.owed) == round(LAKH * (1 + Decimal("20.25") / 1200) ** 12) == 122_239


def test_some_days_of_a_month_cost_their_share_of_that_month():
    found = worked_out(date(2024, 1, 11))

    assert (found.days_late, found.interest) == (10, Decimal("544.35"))  # 1,687.50 x 10 / 31


def test_a_new_bank_rate_counts_from_its_day_on():
    rates = [*SIX_75, Rate(date(2024, 1, 17), Decimal("6.00"))]

    lines = worked_out(date(2024, 2, 1), rates=rates).lines

    assert [(line.first, line.last, line.yearly_rate, line.interest) for line in lines] == [
        (date(2024, 1, 2), date(2024, 1, 16), Decimal("20.25"), Decimal("816.53")),  # 1,687.50 x 15 / 31
        (date(2024, 1, 17), date(2024, 2, 1), Decimal("18.00"), Decimal("774.19")),  # 1,500.00 x 16 / 31
    ]


def test_a_part_payment_pays_interest_first_and_then_the_amount():
    found = worked_out(date(2024, 3, 1), payments=[Payment(date(2024, 2, 1), Decimal("51687.50"))])

    first, second = found.lines
    assert (first.paid, first.owed) == (Decimal("51687.50"), Decimal("50000.00"))
    assert (second.base, second.interest, found.owed) == (Decimal("50000.00"), Decimal("843.75"), Decimal("50843.75"))


def test_a_payment_inside_a_month_leaves_no_interest_to_be_added_when_it_covers_it():
    found = worked_out(date(2024, 2, 1), payments=[Payment(date(2024, 1, 11), Decimal("20000"))])

    first, second = found.lines
    assert (first.interest, second.base) == (Decimal("544.35"), Decimal("80544.35"))
    assert second.interest == Decimal("920.74")  # 80,544.35 x 1.6875 % x 21 / 31


def test_what_was_paid_in_time_bears_no_interest():
    found = worked_out(date(2024, 2, 1), payments=[Payment(DUE, Decimal(60_000))])

    assert (found.paid_in_time, found.interest) == (Decimal(60_000), Decimal("675.00"))


def test_nothing_more_is_counted_once_all_is_paid():
    found = worked_out(date(2024, 12, 1), payments=[Payment(date(2024, 2, 1), Decimal(200_000))])

    assert (len(found.lines), found.paid_late, found.owed) == (1, Decimal("101687.50"), 0)


def test_nothing_is_late_before_the_due_day():
    found = worked_out(DUE - timedelta(days=3))

    assert (found.lines, found.interest, found.owed, found.days_late) == ((), 0, LAKH, 0)


def test_months_counted_from_the_last_day_of_a_month_end_on_the_last_day_of_shorter_ones():
    found = interest_on(LAKH, due=date(2024, 1, 31), until=date(2024, 4, 30), rates=SIX_75)

    assert [line.last for line in found.lines] == [date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]


def test_a_day_before_the_first_known_rate_is_refused():
    with pytest.raises(RateUnknown) as unknown:
        interest_on(LAKH, due=date(2023, 1, 1), until=date(2024, 1, 1), rates=SIX_75)

    assert unknown.value.day == date(2023, 1, 2)


@pytest.mark.parametrize("paid", [Decimal(1), Decimal(5_000), Decimal(99_999), Decimal("101687.49")])
def test_amount_and_interest_less_payments_is_always_what_is_owed(paid):
    found = worked_out(date(2024, 7, 9), payments=[Payment(date(2024, 1, 20), paid), Payment(date(2024, 3, 3), paid)])

    assert found.owed == found.amount + found.interest - found.paid_in_time - found.paid_late


def test_days_late_end_on_the_day_on_which_all_was_paid():
    all_of_it = Payment(date(2024, 2, 1), Decimal("101687.50"))

    found = worked_out(date(2024, 6, 1), payments=[all_of_it])

    assert (found.late_until, found.days_late, found.is_paid) == (date(2024, 2, 1), 31, True)


def test_what_was_paid_in_time_and_whole_is_never_late():
    found = worked_out(date(2024, 6, 1), payments=[Payment(DUE, LAKH)])

    assert (found.days_late, found.is_paid) == (0, True)


@pytest.mark.parametrize(
    ("day", "too_much", "left"),
    [
        (date(2023, 12, 20), "100000.01", "100000"),
        (DUE, "500000", "100000"),
        (date(2024, 2, 1), "101687.51", "101687.50"),
    ],
)
def test_a_payment_of_a_paisa_more_than_was_left_on_its_day_is_told_with_what_was_left(day, too_much, left):
    payment = Payment(day, Decimal(too_much))

    assert more_than_owed(LAKH, due=DUE, rates=SIX_75, payments=[payment]) == (payment, Decimal(left))


def test_the_payment_after_all_was_paid_is_the_one_too_many_whatever_their_order():
    whole, again = Payment(date(2024, 2, 1), Decimal("101687.50")), Payment(date(2024, 3, 1), Decimal("1"))

    assert more_than_owed(LAKH, due=DUE, rates=SIX_75, payments=[again, whole]) == (again, Decimal("0.00"))
    assert more_than_owed(LAKH, due=DUE, rates=SIX_75, payments=[whole]) is None
