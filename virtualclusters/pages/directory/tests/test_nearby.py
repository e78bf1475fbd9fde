"""A PIN code in a question."""

import pytest

from virtualclusters.pages.directory.nearby import Where, where_in


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
    where = where_in(text)

    assert (round(where.middle.latitude, 1), round(where.middle.longitude, 1), where.words) == (18.5, 73.9, words)
    assert where.middle.said.startswith("411001 (")


@pytest.mark.parametrize("text", ["HSN 841780", "040900", "28 250 ml", "honey", "12345678"])
def test_other_digits_stay_words(text):
    assert where_in(text) == Where(text)


@pytest.mark.parametrize(
    ("text", "words", "is_beside"),
    [("near 999999", "", True), ("honey pin 999999", "honey", True), ("999999 honey", "999999 honey", False)],
)
def test_six_digits_that_are_no_pin_code_are_told_and_stay_a_word_only_when_they_may_be_a_code(text, words, is_beside):
    assert where_in(text) == Where(words, unknown_pin="999999", is_beside=is_beside)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("near me", ""),
        ("honey near me", "honey"),
        ("mere paas honey", "honey"),
        ("मेरे पास शहद", "शहद"),
        ("papad nearby", "papad"),
    ],
)
def test_near_me_is_a_place_and_no_word(text, words):
    assert where_in(text) == Where(words, is_here=True)


@pytest.mark.parametrize("text", ["honey near pune", "nearby pune", "पुणे के आसपास"])
def test_near_a_town_is_not_near_me(text):
    assert where_in(text) == Where(text)
