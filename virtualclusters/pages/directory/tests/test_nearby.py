"""A PIN code in a question."""

import pytest

from virtualclusters.pages.directory.nearby import middle_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("honey near 411001", "honey"),
        ("411001", ""),
        ("शहद ४११००१ के पास", "शहद"),
        ("411 001 ke paas packing", "packing"),
        ("pin code 411001 grinder", "grinder"),
    ],
)
def test_a_pin_code_in_a_question_says_where_and_is_no_word_of_it(text, words):
    middle, rest = middle_in(text)

    assert (round(middle.latitude, 1), round(middle.longitude, 1), rest) == (18.5, 73.9, words)
    assert middle.said.startswith("411001 (")


@pytest.mark.parametrize("text", ["HSN 841780", "040900", "999999 honey", "28 250 ml", "honey", "12345678"])
def test_other_digits_stay_words(text):
    assert middle_in(text) == (None, text)
