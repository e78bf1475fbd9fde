"""Who is seen: equals take turns, and a share of the places is kept for those who are seldom seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtualclusters.matching.fairness import EQUAL_WITHIN, Moved, Place, rotated, spread, with_floor, with_room

LISTS = st.lists(st.floats(0, 1), max_size=30).map(
    lambda scores: [Place(number, score) for number, score in enumerate(sorted(scores, reverse=True))]
)


def ids(places):
    return [one.id for one in places]


def test_equals_take_turns_and_who_is_clearly_better_stays_first():
    ranked = [Place("best", 0.9), *(Place(number, 0.5) for number in range(6))]

    first = {ids(rotated(ranked, str(day)))[1] for day in range(60)}

    assert {ids(rotated(ranked, str(day)))[0] for day in range(60)} == {"best"}
    assert first == set(range(6))


def test_the_same_turn_gives_the_same_order_and_says_who_was_moved():
    ranked = [Place(number, 0.5) for number in range(6)]

    once, again = rotated(ranked, "7"), rotated(ranked, "7")

    assert once == again
    assert [one.moved is Moved.ROTATED for one in once] == [one.id != at for at, one in enumerate(once)]


def test_a_third_of_the_places_goes_to_who_is_seldom_seen():
    ranked = [Place(number, 1 - number / 10) for number in range(8)]

    found = with_floor(ranked, {6, 7}, places=6, share=1 / 3)

    assert ids(found) == [0, 1, 2, 3, 6, 7, 4, 5]
    assert [one.moved for one in found[4:6]] == [Moved.RAISED, Moved.RAISED]


def test_where_enough_are_seen_already_nothing_moves():
    ranked = [Place(number, 1 - number / 10) for number in range(8)]

    assert with_floor(ranked, {0, 1}, places=6, share=1 / 3) == ranked


@given(LISTS, st.sets(st.integers(0, 30)), st.integers(1, 20), st.floats(0, 1))
def test_nobody_is_lost_or_doubled_and_no_score_changes(ranked, seldom, places, share):
    found = with_floor(rotated(ranked, "1"), seldom, places=places, share=share)

    assert sorted((one.id, one.score) for one in found) == sorted((one.id, one.score) for one in ranked)


def test_where_everybody_has_a_place_nothing_moves():
    ranked = [Place(number, 0.5) for number in range(6)]

    assert spread(ranked, turn="7", seldom_seen={5}, places=6, share=1) == ranked


def test_with_fewer_places_equals_take_turns_and_who_is_clearly_better_is_not_said_to_have_had_a_turn():
    ranked = [Place("best", 0.9), Place("next", 0.9 - EQUAL_WITHIN / 2), *(Place(number, 0.5) for number in range(6))]

    turns = [spread(ranked, turn=str(turn), seldom_seen=(), places=4, share=0) for turn in range(40)]

    assert {frozenset(ids(turn)[:2]) for turn in turns} == {frozenset({"best", "next"})}
    assert {one for turn in turns for one in ids(turn)[2:4]} == set(range(6))
    assert {place.moved for turn in turns for place in turn[:2]} == {None}
    assert Moved.ROTATED in {place.moved for turn in turns for place in turn[2:4]}


def roomed(ranked):
    """Own things are small letters, general ones capitals, what is neither is a figure."""
    return "".join(with_room(ranked, str.isupper, str.islower))


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        ("ABCDEFabcdefgh", "aAbBcCdefghDEF"),
        ("ABabcdefgh", "aAbBcdefgh"),
        ("aAbBcdefgh", "aAbBcdefgh"),
        ("ABCDEFa", "aABCDEF"),
        ("ABCDEF", "ABCDEF"),
        ("12ABa3", "12aAB3"),
        ("", ""),
    ],
)
def test_what_is_general_takes_its_places_after_what_is_ones_own(ranked, expected):
    assert roomed(ranked) == expected
