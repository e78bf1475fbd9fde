from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from virtualclusters.foundation.time import IST
from virtualclusters.ui import formatters
from virtualclusters.ui.languages import OWN_NAMES

NOON = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)


@given(st.integers(min_value=0, max_value=10**15))
def test_grouping_any_whole_number_keeps_its_digits_and_cuts_three_then_twos(value):
    grouped = formatters.number(value)

    head, *tail = grouped.split(",")
    assert grouped.replace(",", "") == str(value)
    assert [len(part) for part in tail] == [2] * (len(tail) - 1) + [3] * bool(tail)
    assert 1 <= len(head) <= (2 if tail else 3)


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.sampled_from(sorted(OWN_NAMES)))
def test_rupees_read_the_same_in_every_language(amount, language):
    with translation.override(language):
        local = formatters.inr(amount)
    with translation.override("en"):
        assert local == formatters.inr(amount)


@pytest.mark.parametrize(
    ("rupees", "shown"),
    [
        (0, "₹0"),
        (999, "₹999"),
        (1000, "₹1,000"),
        (250000, "₹2,50,000"),
        (Decimal("12345678.5"), "₹1,23,45,678.50"),
        (-1500, "-₹1,500"),
    ],
)
def test_rupees_are_grouped_and_show_paise_only_when_there_are_any(rupees, shown):
    assert formatters.inr(rupees) == shown


@pytest.mark.parametrize(
    ("rupees", "language", "words"),
    [
        (99_999, "en", ""),
        (100_000, "en", "1 lakh"),
        (2_500_000, "hi", "25 लाख"),
        (25_000_000, "mr", "2.5 कोटी"),
        (10_000_000, "te", "1 కోటి"),
        (20_000_000, "te", "2 కోట్లు"),
        (2_500_000, "ur", "25 لاکھ"),
        (9_999_999, "en", "99.99 lakh"),
        (12_34_56_78_900, "en", "1,234.56 crore"),
    ],
)
def test_words_of_an_amount_name_lakh_and_crore_and_never_round_up(rupees, language, words):
    assert formatters.in_words(rupees, language) == words


def test_months_are_words_in_the_language_and_the_day_is_indian():
    late_evening_in_london = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)

    assert formatters.long_date(late_evening_in_london, "hi") == "22 नवंबर 2026"
    assert formatters.long_date(date(2026, 11, 21), "en") == "21 November 2026"


def test_every_language_has_twelve_different_months():
    assert {language: len(set(formatters.month_names(language))) for language in OWN_NAMES} == dict.fromkeys(
        OWN_NAMES, 12
    )


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2026, 11, 20), "Closed on 20 November 2026"),
        (date(2026, 11, 21), "Closes today, 21 November 2026"),
        (date(2026, 11, 22), "Closes in 1 day, 22 November 2026"),
        (date(2026, 11, 24), "Closes in 3 days, 24 November 2026"),
        (date(2026, 12, 22), "Closes on 22 December 2026"),
    ],
)
def test_an_end_is_told_in_days_and_as_a_date(day, sentence):
    with translation.override("en"):
        assert formatters.closes(day, NOON) == sentence


def test_times_are_indian_times():
    with translation.override("en"):
        assert formatters.moment(NOON) == "21 November 2026, 12:00 pm"


def test_distances_under_one_kilometre_are_said_in_words():
    with translation.override("en"):
        assert [formatters.km(value) for value in (0.4, 1, 39.6, 1250)] == [
            "less than 1 km",
            "1 km",
            "40 km",
            "1,250 km",
        ]


def test_phone_numbers_are_read_in_two_groups_and_foreign_ones_stay():
    assert [formatters.phone(n) for n in ("+919876543210", "+4420", "112")] == ["+91 98765 43210", "+4420", "112"]


def test_digits_follow_the_script_only_when_asked():
    assert (formatters.local_digits("₹2,50,000", "hi"), formatters.local_digits("25", "en")) == ("₹२,५०,०००", "25")


@pytest.mark.parametrize(
    ("amount", "unit", "english", "hindi"),
    [
        (Decimal("2.00"), "piece", "2 pieces", "2 नग"),
        (Decimal(1), "tonne", "1 tonne", "1 टन"),
        (Decimal("2.50"), "kg", "2.5 kg", "2.5 किलो"),
        (12000, "pack", "12,000 packs", "12,000 पैकेट"),
        (3, "bundle", "3 bundle", "3 bundle"),
    ],
)
def test_a_quantity_counts_as_people_do_and_keeps_its_half(amount, unit, english, hindi):
    with translation.override("en"):
        told = formatters.quantity(amount, unit)
    with translation.override("hi"):
        assert (told, formatters.quantity(amount, unit)) == (english, hindi)


@pytest.mark.parametrize(
    ("hour", "hindi"), [(1, "रात 1:00"), (9, "सुबह 9:00"), (12, "दोपहर 12:00"), (17, "शाम 5:00"), (23, "रात 11:00")]
)
def test_a_time_in_hindi_names_the_part_of_the_day(hour, hindi):
    with translation.override("hi"):
        assert formatters.clock(datetime(2026, 11, 21, hour, tzinfo=IST)) == hindi


def test_a_sentence_ends_as_the_language_does():
    with translation.override("en"):
        assert formatters.sentence("Asked") == "Asked."
    with translation.override("hi"):
        assert formatters.sentence("पूछा") == "पूछा।"
