"""Which of a document's words a typed one stands for."""

import pytest

from virtualclusters.capabilities.search.own_words import own_words, standing_for

HELD = ["chakki", "grinder", "spices", "शहद", "k_chaki", "c_8438", "c_84"]


@pytest.mark.parametrize(
    ("typed", "own"),
    [
        ("grinder", "grinder"),
        ("grind", "grinder"),
        ("grindr", "grinder"),
        ("spise", "spices"),
        ("shahad", "शहद"),
        ("chakli", "chakki"),
        ("84382000", "8438"),
        ("zebra", ""),
    ],
)
def test_a_typed_word_stands_for_the_nearest_word_that_is_held(typed, own):
    assert standing_for(typed, HELD) == own


def test_own_words_are_those_of_each_document_and_what_stands_for_none_is_left_out(shelf, find):
    shelf.put(1, "Spices of Pune")
    shelf.put(2, "Grinder works")
    find()

    assert own_words("things", {1: ["spise", "grindr"], 2: ["grindr"], 3: ["pune"]}) == {
        1: {"spise": "spices"},
        2: {"grindr": "grinder"},
    }
