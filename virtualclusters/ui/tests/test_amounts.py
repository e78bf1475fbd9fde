from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtualclusters.ui.amounts import parse_amount
from virtualclusters.ui.formatters import SCALE_WORDS, in_words, inr, local_digits


@pytest.mark.parametrize(
    ("typed", "rupees"),
    [
        ("250000", 250000),
        ("2,50,000", 250000),
        ("25 lakh", 2500000),
        ("25lakhs", 2500000),
        ("₹ 1.5 crore", 15000000),
        ("Rs. 2.5 Cr.", 25000000),
        ("Rs 500/-", 500),
        ("१२,५००", 12500),
        ("२५ लाख", 2500000),
        ("۲۵ لاکھ", 2500000),
        ("5 हज़ार", 5000),
        ("10k", 10000),
        ("1234.567", Decimal("1234.57")),
    ],
)
def test_amounts_as_people_type_them_become_rupees(typed, rupees):
    assert parse_amount(typed) == rupees


@pytest.mark.parametrize(
    "typed", ["", "lakh", "-5", "25 lakh 3", "1.2.3", "abc", "25 bags", "9" * 17, "9" * 40, "१२ ३४ब"]
)
def test_what_is_no_amount_is_none(typed):
    assert parse_amount(typed) is None


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.sampled_from(["en", "hi", "bn", "ta", "ur"]))
def test_what_the_portal_writes_it_reads_back(amount, language):
    assert parse_amount(local_digits(inr(amount), language)) == amount


@given(st.integers(min_value=1, max_value=99), st.sampled_from(sorted(SCALE_WORDS)))
def test_the_words_of_every_language_are_read_back(count, language):
    assert [parse_amount(in_words(count * scale, language)) for scale in (100_000, 10_000_000)] == [
        count * 100_000,
        count * 10_000_000,
    ]
