"""A district's name in any script and spelling, read as the directory's."""

import pytest
from django.utils import translation

from virtualclusters.network.vocabulary.districts import districts, in_words, like, meant_by
from virtualclusters.network.vocabulary.places import place_of_pin

TWO = [("CG", "Bilaspur"), ("HP", "Bilaspur")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Pune", [("MH", "Pune")]),
        (" pune ", [("MH", "Pune")]),
        ("पुणे", [("MH", "Pune")]),
        ("Arwal", [("BR", "Arwal")]),
        ("Bilaspur", TWO),
        ("Bilaspur (Chhattisgarh)", TWO[:1]),
        ("बिलासपुर (हिमाचल प्रदेश)", TWO[1:]),
        ("Pune (Bihar)", []),
        ("Nowhere", []),
        ("", []),
    ],
)
def test_a_name_means_the_districts_that_are_called_so(typed, meant):
    assert meant_by(typed) == meant


def test_a_state_decides_between_two_and_changes_nothing_where_it_has_none():
    assert [meant_by("Bilaspur", state=state) for state in ("HP", "MH")] == [TWO[1:], TWO]


def test_what_sounds_nearly_so_is_suggested():
    assert (like("Nasik"), like("Qqqq")) == ([("MH", "Nashik")], [])


@pytest.mark.parametrize(("language", "words"), [("en", "Bilaspur (Chhattisgarh)"), ("hi", "Bilaspur (छत्तीसगढ़)")])
def test_the_state_stands_beside_a_name_that_two_states_have_and_is_read_again(language, words):
    with translation.override(language):
        assert (in_words(TWO[0]), meant_by(in_words(TWO[0])), in_words(("MH", "Pune"))) == (words, TWO[:1], "Pune")


@pytest.mark.parametrize("pin", ["411001", "781001", "110001", "400001", "396230"])
def test_the_district_of_a_pin_code_is_one_of_them(pin):
    place = place_of_pin(pin)

    assert (place.state, place.district) in districts()
