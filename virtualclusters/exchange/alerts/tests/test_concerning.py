"""Which open opportunities are compared for a unit when there are more than can be."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import NOON, give_concept, make_opportunity, make_organisation, make_unit
from virtualclusters.exchange.alerts import concerning
from virtualclusters.exchange.alerts.values import read_units, vocabulary
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.foundation.built_once import BuiltOnce
from virtualclusters.network.organisations.models import ConceptRole

pytestmark = pytest.mark.django_db
SOON, LATER = NOON + timedelta(days=2), NOON + timedelta(days=30)


@pytest.fixture
def unit(concept):
    """A maker of chilli powder."""
    made = make_unit()
    give_concept(made, concept("chilli-powder"), ConceptRole.MAKES)
    return made


@pytest.fixture(autouse=True, params=[0, concerning.FEW], ids=["joined", "each-looked-up"])
def either_way(request, monkeypatch):
    """What names a thing is joined with what is open, or looked up one by one: the same is found."""
    monkeypatch.setattr(concerning, "FEW", request.param)
    monkeypatch.setattr(concerning, "_MANY", BuiltOnce(concerning._beyond_few))


@pytest.fixture
def compared(monkeypatch, unit):
    """Titles of what is compared for the unit when at most so many may be."""

    def read(most, **asked):
        monkeypatch.setattr(concerning, "CANDIDATES", most)
        monkeypatch.setattr(concerning, "_CONCERNING", BuiltOnce(concerning._concerning))
        view = read_units([unit.pk]).views()[unit.pk]
        found = concerning.concerning(view, vocabulary(), at=NOON, **asked)
        return sorted(found)

    return read


def test_what_names_the_very_thing_is_compared_before_what_names_its_trade_and_closes_sooner(compared, concept, wanted):
    other_trade = wanted("papad", closes_at=SOON)
    whole_trade = wanted("spices", closes_at=SOON)
    itself = wanted("chilli-powder", closes_at=LATER)

    assert compared(1) == [itself.pk]
    assert compared(2) == [whole_trade.pk, itself.pk]
    assert other_trade.pk not in compared(10)


def test_of_equals_what_closes_sooner_is_compared_first(compared, wanted):
    wanted("chilli-powder", closes_at=LATER)
    sooner = wanted("chilli-powder", closes_at=SOON)

    assert compared(1) == [sooner.pk]


def test_further_ids_are_read_beside_them_and_only_the_kinds_that_were_asked(compared, concept, wanted):
    asked = wanted("chilli-powder")
    offered = make_opportunity(kind="offer", concepts=[("offers", concept("chilli-powder"))], closes_at=LATER)

    assert compared(10, only_kinds=["requirement"]) == [asked.pk]
    assert compared(10, only_kinds=["requirement"], also=[offered.pk]) == [asked.pk, offered.pk]
    assert compared(10, only_kinds=[]) == []


def test_what_does_not_close_comes_after_its_equals_that_do(compared, wanted):
    never, later = wanted("chilli-powder", closes_at=None), wanted("chilli-powder", closes_at=LATER)

    assert (compared(1), compared(2)) == ([later.pk], sorted([never.pk, later.pk]))


def test_what_is_over_a_draft_ones_own_or_of_somebody_closed_is_not_compared(compared, unit, wanted):
    wanted("chilli-powder", closes_at=NOON)
    wanted("chilli-powder", ended_at=NOON, end_reason="met")
    wanted("chilli-powder", unit=unit)
    wanted("chilli-powder", published_at=None)
    wanted("chilli-powder", unit=make_unit(closed_at=NOON))
    wanted("chilli-powder", unit=make_unit(organisation=make_organisation(closed_at=NOON)))

    assert compared(10) == []


def test_words_of_the_units_own_find_what_names_no_concept(compared, unit, concept):
    unknown = make_opportunity(kind="requirement", unread_words=["zarvok"], closes_at=LATER)
    view = read_units([unit.pk]).views()[unit.pk]

    assert compared(10) == []
    assert concerning.concerning(_saying(view, "zarvok"), vocabulary(), at=NOON).keys() == {unknown.pk}


def test_it_is_two_queries_whatever_was_put_away(compared, unit, wanted, django_assert_num_queries):
    view, words = read_units([unit.pk]).views()[unit.pk], vocabulary()
    away = wanted("chilli-powder")

    with django_assert_num_queries(4):
        concerning.concerning(view, words, at=NOON)
        concerning.concerning(view, words, at=NOON, also=[away.pk], only_kinds=[kind.slug for kind in kinds()])


def _saying(view, *words):
    return replace(view, words=frozenset(words))
