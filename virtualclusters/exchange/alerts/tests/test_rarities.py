"""How rare concepts are: counted anew every few minutes, over relations that stay as they are."""

from datetime import timedelta

import pytest

from tests.factories import give_concept, make_unit
from virtualclusters.exchange.alerts import values
from virtualclusters.exchange.alerts.values import vocabulary


@pytest.fixture
def read_relations(monkeypatch):
    """How often the relations were read."""
    reads = []
    all_relations = values.all_relations
    monkeypatch.setattr(values, "all_relations", lambda: reads.append(1) or all_relations())
    return reads


@pytest.fixture
def fresh(monkeypatch):
    """A process that holds nothing yet."""
    monkeypatch.setattr(values, "_kept", values._Kept())


def _make(concept, count):
    for _ in range(count):
        give_concept(make_unit(), concept)


def test_when_they_are_old_rarities_are_counted_anew_and_the_relations_are_not_read_again(
    concept, fresh, read_relations, monkeypatch
):
    honey, papad = concept("honey"), concept("papad")
    _make(papad, 1)
    _make(honey, 1)
    before = vocabulary()
    _make(honey, 6)
    held = vocabulary()
    monkeypatch.setattr(values, "RARITY_KEPT", timedelta(0))
    after = vocabulary()

    assert held is before
    assert before.rarity[honey.pk] == before.rarity[papad.pk]
    assert after.rarity[honey.pk] < after.rarity[papad.pk]
    assert after.above(honey.pk) == before.above(honey.pk) != {}
    assert (after.names[honey.pk], len(read_relations)) == (before.names[honey.pk], 1)
