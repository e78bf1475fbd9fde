from datetime import date, datetime
from decimal import Decimal

import pytest

from virtualclusters.capabilities.imports.values import NotAValue, Type, is_blank, read_value, words_of
from virtualclusters.foundation.time import IST


def moment(*parts):
    return datetime(*parts, tzinfo=IST)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("02-Jun-2020 05:00 PM", moment(2020, 6, 2, 17)),
        ("02-Jun-2020 12:05 AM", moment(2020, 6, 2, 0, 5)),
        ("2015-10-15", moment(2015, 10, 15)),
        ("05/04/2026", moment(2026, 4, 5)),
        ("5.4.26", moment(2026, 4, 5)),
        ("2 नवंबर 2026", moment(2026, 11, 2)),
        ("०१-११-२०२६ १७:३०", moment(2026, 11, 1, 17, 30)),
        ("November 21, 2026", moment(2026, 11, 21)),
        ("21st Nov 2026 17.30 hrs", moment(2026, 11, 21, 17, 30)),
        ("2026-11-21T11:30:00Z", moment(2026, 11, 21, 17)),
        (date(2026, 11, 21), moment(2026, 11, 21)),
        (datetime(2026, 11, 21, 9), moment(2026, 11, 21, 9)),
    ],
)
def test_a_date_is_read_day_first_in_indian_time(words, value):
    assert read_value(Type.MOMENT, words) == value


def test_a_closing_day_without_a_time_closes_with_its_last_second():
    assert read_value(Type.MOMENT, "21-11-2026", end_of_day=True) == moment(2026, 11, 21, 23, 59, 59)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("75,00,000", "7500000.00"),
        ("₹ 12,34,567.50", "1234567.50"),
        ("Rs. 2,50,000/-", "250000.00"),
        ("INR 5 Lakhs", "500000.00"),
        ("2.5 Cr.", "25000000.00"),
        ("५ लाख", "500000.00"),
        ("२ करोड़", "20000000.00"),
        ("450000.5", "450000.50"),
        ("7e+05", "700000.00"),
    ],
)
def test_money_is_read_as_india_writes_it(words, value):
    assert read_value(Type.MONEY, words) == Decimal(value)


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        (Type.INTEGER, "1,200", 1200),
        (Type.INTEGER, "१८०", 180),
        (Type.INTEGER, 180.0, 180),
        (Type.PIN, "781037.0", "781037"),
        (Type.PIN, "781 037", "781037"),
        (Type.PIN, 781037, "781037"),
        (Type.YES_NO, "हाँ", True),
        (Type.YES_NO, "No", False),
        (Type.YES_NO, True, True),
        (Type.LIST, "A||B | C||A", ["A", "B | C"]),
        (Type.LIST, "jam; pickle;", ["jam", "pickle"]),
        (Type.TEXT, "  two\n words\x00 ", "two words"),
        (Type.TEXT, "\u202eSupply of honey\u202c", "Supply of honey"),
    ],
)
def test_the_other_types_are_read_as_they_are_written(kind, words, value):
    assert read_value(kind, words) == value


@pytest.mark.parametrize(
    ("kind", "words", "code"),
    [
        (Type.MOMENT, "31-02-2026", "not_a_date"),
        (Type.MOMENT, "soon", "not_a_date"),
        (Type.MOMENT, "21-11-2026 25:00", "not_a_date"),
        (Type.MONEY, "-5", "not_an_amount"),
        (Type.MONEY, "as per tender", "not_an_amount"),
        (Type.MONEY, "1e99", "not_an_amount"),
        (Type.INTEGER, "2.5", "not_a_whole_number"),
        (Type.PIN, "012345", "not_a_pin"),
        (Type.PIN, "78103", "not_a_pin"),
        (Type.YES_NO, "perhaps", "not_yes_or_no"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(kind, words, code):
    with pytest.raises(NotAValue) as refused:
        read_value(kind, words)

    assert refused.value.code == code


def test_not_applicable_in_its_many_forms_is_blank():
    assert [word for word in ("", "NA ", "n/a", "-", "Nil", "—", "0", "no") if not is_blank(word)] == ["0", "no"]


def test_words_of_a_date_are_its_iso_form():
    assert words_of(datetime(2026, 11, 21, 9)) == "2026-11-21 09:00"
