"""What gathers many rows leaks nothing: search, its index, and what a person takes away of herself (trust notes, row 2)."""

import pytest

from tests.attacks.leaks import body_of, secrets_in
from tests.attacks.world import MARKER, PEOPLE, WISH, client_of
from virtualclusters.capabilities.search.sources import all_sources

ASKED = ["directory/?q=sample", "opportunities/?q=draft", "opportunities/?closed=1", "trainings/?q=training"]
ASKED += ["directory/?page=2", "clusters/food-processing/members/", "purchase-plans/", "outbox/"]


def test_what_goes_into_the_index_is_public(both_worlds):
    documents = [made for source in all_sources().values() for made in source.documents(list(source.all_ids()))]

    told = [f"{made.title} {made.words}" for made in documents]
    owners_words = [words.replace(MARKER, "", 1) for words in told if MARKER in words]

    assert len(documents) > 10
    assert len(owners_words) == 1, "an organisation is found by what it says it makes, and by nothing else of its own"
    assert [words for words in [*told, *owners_words] if set(secrets_in(words)) - {"marker"} or WISH in words] == []
    assert [secrets_in(words) for words in owners_words] == [[]]


def test_a_draft_is_not_indexed_even_when_its_id_is_asked_for(both_worlds):
    _sides, other = both_worlds

    assert list(all_sources()["opportunities"].documents([other.rows["draft"].pk])) == []


@pytest.mark.parametrize("person", PEOPLE)
def test_no_list_shows_what_another_organisation_keeps(both_worlds, person):
    sides, _other = both_worlds
    client = client_of(sides[person].actor if sides[person] else None)

    seen = {path: secrets_in(body_of(client.get(f"/en/{path}"))) for path in ASKED}

    assert seen == {path: [] for path in ASKED}


def test_the_owner_herself_takes_all_of_it_away(both_worlds):
    _sides, other = both_worlds

    taken = body_of(client_of(other.actor).get("/en/me/everything.json"))

    assert MARKER in taken
    assert secrets_in(taken)[:2] == ["marker", "phone"]
