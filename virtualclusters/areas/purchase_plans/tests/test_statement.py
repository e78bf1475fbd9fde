"""The 25/4/3 statement by worked examples (domain notes §4.1)."""

from decimal import Decimal

from virtualclusters.areas.purchase_plans.statement import Bought, statement_of

LAKH = Decimal(100_000)


def shares(*purchases):
    return [(one.amount / LAKH, one.percent, one.lacking / LAKH, one.is_met) for one in statement_of(purchases).shares]


def test_a_year_that_meets_all_three():
    assert shares(
        Bought(70 * LAKH, "goods", "large"),
        Bought(20 * LAKH, "goods", "micro", women_owned=True),
        Bought(10 * LAKH, "services", "small", sc_st_owned=True),
    ) == [
        (30, Decimal("30.00"), 0, True),
        (10, Decimal("10.00"), 0, True),
        (20, Decimal("20.00"), 0, True),
    ]


def test_what_lacks_is_told_in_rupees():
    assert shares(
        Bought(80 * LAKH, "goods", "large"),
        Bought(18 * LAKH, "goods", "small"),
        Bought(2 * LAKH, "goods", "micro", women_owned=True, sc_st_owned=True),
    ) == [
        (20, Decimal("20.00"), 5, False),
        (2, Decimal("2.00"), 2, False),
        (2, Decimal("2.00"), 1, False),
    ]


def test_works_are_outside_and_medium_enterprises_and_traders_count_in_the_total_only():
    found = statement_of(
        [
            Bought(500 * LAKH, "works", "small", women_owned=True),
            Bought(60 * LAKH, "goods", "medium", women_owned=True),
            Bought(15 * LAKH, "goods", "micro", trades_only=True, sc_st_owned=True),
            Bought(25 * LAKH, "goods", "micro"),
        ]
    )

    assert (found.total, found.works, found.from_traders) == (100 * LAKH, 500 * LAKH, 15 * LAKH)
    assert [one.amount for one in found.shares] == [25 * LAKH, 0, 0]


def test_a_vendor_whose_size_nobody_told_is_not_counted_and_said():
    found = statement_of([Bought(10 * LAKH, "goods", "", women_owned=True), Bought(30 * LAKH, "goods", "small")])

    assert (found.size_unknown, found.shares[0].percent) == (10 * LAKH, Decimal("75.00"))


def test_a_share_just_below_the_target_is_never_rounded_up_to_it():
    found = statement_of([Bought(Decimal("24999.99"), "goods", "small"), Bought(Decimal("75000.01"), "goods", "large")])

    assert (found.shares[0].percent, found.shares[0].is_met) == (Decimal("24.99"), False)


def test_a_year_without_purchases_has_no_share():
    found = statement_of([])

    assert [(one.percent, one.is_met) for one in found.shares] == [(None, False)] * 3
