from datetime import date
from decimal import Decimal

import pytest

from virtualclusters.network.organisations.bands import InvestmentBand, SalesBand
from virtualclusters.network.organisations.facts import edges_in_lakh
from virtualclusters.network.organisations.size_class import CRORE, most_rupees, size_class

BEFORE, AFTER = date(2025, 3, 31), date(2025, 4, 1)


@pytest.mark.parametrize(
    ("investment", "turnover", "on", "expected"),
    [
        ("1", "5", BEFORE, "micro"),
        ("1.01", "5", BEFORE, "small"),
        ("2.5", "10", BEFORE, "small"),
        ("2.5", "10", AFTER, "micro"),
        ("2.5", "10.01", AFTER, "small"),
        ("25", "100", AFTER, "small"),
        ("125", "500", AFTER, "medium"),
        ("125", "500.01", AFTER, "large"),
        ("0.1", "600", AFTER, "large"),
    ],
)
def test_both_limits_of_the_table_in_force_on_the_day_must_hold(investment, turnover, on, expected):
    assert size_class(investment=Decimal(investment) * CRORE, turnover=Decimal(turnover) * CRORE, on=on) == expected


def test_without_one_of_the_two_amounts_the_class_is_not_known():
    assert size_class(investment=None, turnover=CRORE, on=AFTER) is None


def test_every_band_has_an_upper_edge_and_the_edges_rise():
    for bands in (SalesBand, InvestmentBand):
        edges = [most_rupees(band) for band in bands.values]
        assert edges == sorted(set(edges))


def test_a_band_begins_where_the_one_below_it_ends():
    assert edges_in_lakh(SalesBand, "to_5cr") == (Decimal(100), Decimal(500))
    assert edges_in_lakh(SalesBand, "over_500cr") == (Decimal(50_000), None)
