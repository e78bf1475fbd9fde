"""Questions that very many documents fit: a part of them is counted and ranked, another each day."""

from datetime import timedelta

import pytest

from virtualclusters.capabilities.search import counting
from virtualclusters.capabilities.search.counting import Effort
from virtualclusters.capabilities.search.searching import search
from virtualclusters.capabilities.search.tests.conftest import NOON

MANY = 400


@pytest.fixture
def many(shelf, find, monkeypatch):
    """Four hundred ovens in two states, and limits that a quarter of them reaches."""
    monkeypatch.setattr(counting, "STRETCHES", 0)
    monkeypatch.setattr(counting, "RANKED", counting.FOUND + counting.COUNTED)
    monkeypatch.setattr(counting, "MOST_AT_ONCE", 5)
    monkeypatch.setattr(counting, "EXACT_UP_TO", 5)
    monkeypatch.setattr(counting, "FEWEST_RANKED", 1)
    monkeypatch.setattr(counting, "FEWEST_COUNTED", 1)
    for number in range(MANY):
        shelf.put(number, f"Unit {number}", "oven", facets={"state": "27" if number % 2 else "23"})
    shelf.put(MANY, "Oven house", facets={"state": "27"})
    return lambda **more: search(source="things", **{"text": "oven", "at": NOON} | more)


def test_counts_are_about_right_and_said_to_be_estimates(many, find):
    find()
    found = many()

    assert found.rough
    assert MANY * 0.7 < found.total < MANY * 1.3
    assert MANY * 0.3 < found.facets["state"]["23"] < MANY * 0.7


def test_who_says_it_in_the_title_is_always_there_and_the_others_take_turns(many, find):
    find()
    today, tomorrow = many(), many(at=NOON + timedelta(days=1))

    assert [found.ids[0] for found in (today, tomorrow)] == [MANY, MANY]
    assert set(today.ids[1:]) & set(tomorrow.ids[1:]) == set()


def test_every_unit_has_its_turn(many, find):
    find()
    shown = {key for day in range(64) for key in many(at=NOON + timedelta(days=day), per_page=100).ids}

    assert len(shown) == MANY + 1


@pytest.mark.parametrize(
    ("effort", "parts"),
    [
        (Effort(lightest=900, expected=900), 1),
        (Effort(lightest=300_000, expected=2_000), 1),
        (Effort(lightest=27_000, expected=27_000), 16),
        (Effort(lightest=1_200_000, expected=1_200_000), 1024),
    ],
)
def test_as_much_is_ranked_as_can_be_read_in_the_time(effort, parts):
    assert effort.parts_to_rank() == parts


@pytest.mark.parametrize(
    ("effort", "parts"),
    [
        (Effort(lightest=5_000, expected=5_000), 1),
        (Effort(lightest=80_000, expected=40_000), 64),
        (Effort(lightest=80_000, expected=40_000, surely=4_000), 16),
        (Effort(lightest=80_000, expected=40_000, surely=500), 1),
    ],
)
def test_a_part_that_is_counted_holds_enough_even_when_more_was_reckoned_than_there_is(effort, parts):
    assert effort.parts_to_count(6) == parts


def test_a_filter_finds_nothing_in_an_index_without_documents(find):
    found = find("oven", filters={"state": ["27"]}, counted=["state"])

    assert (found.used, found.total, found.facets) == ("index", 0, {})
