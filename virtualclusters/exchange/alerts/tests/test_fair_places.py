"""Where more units fit than may be told: equals take turns, and places are kept for who was told of little."""

import pytest

from tests.factories import NOON, give_concept, make_unit
from virtualclusters.exchange.alerts import telling
from virtualclusters.exchange.alerts.finding import find_for
from virtualclusters.exchange.alerts.matcher import holding
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.matching.fairness import Moved

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few_places(node, settings):
    """Two units may be told of one opportunity."""
    settings.ALERTS_AN_OPPORTUNITY = 2
    settings.ALERTS_KEPT_PER_CENT = 0


@pytest.fixture
def equals(concept):
    """Four makers of honey who have all the same."""
    units = [make_unit() for _ in range(4)]
    for unit in units:
        give_concept(unit, concept("honey"))
    holding.rebuild(at=NOON)
    holding.load()
    return [unit.pk for unit in units]


@pytest.fixture(params=["postings", "database"])
def told_of(request):
    """Tells of an opportunity, from the postings or from the database; ids of the units told of it so far."""
    return _from_postings if request.param == "postings" else _from_database


def _from_postings(opportunity):
    telling.write_best(opportunity, at=NOON)
    return _told(opportunity)


def _from_database(opportunity):
    telling.write_alerts(opportunity, after=0, at=NOON)
    return _told(opportunity)


def _told(opportunity):
    return set(Alert.objects.filter(opportunity_id=opportunity.pk).values_list("unit_id", flat=True))


def told_lately(unit_id, opportunity_id=0):
    Alert.objects.create(unit_id=unit_id, opportunity_id=opportunity_id, score=0.5, written_at=NOON)


def test_of_equals_not_always_the_same_are_told(told_of, equals, wanted):
    each = [told_of(wanted("honey")) for _ in range(12)]

    assert {len(told) for told in each} == {2}
    assert set().union(*each) == set(equals)


def test_who_was_told_of_nothing_lately_has_a_place_kept_and_reads_why(told_of, equals, wanted, settings):
    settings.ALERTS_KEPT_PER_CENT = 50
    seldom, *others = equals
    for unit in others:
        told_lately(unit)
    kept = []
    for _ in range(8):
        opportunity = wanted("honey")
        assert seldom in told_of(opportunity)
        alert = Alert.objects.get(unit_id=seldom, opportunity_id=opportunity.pk)
        kept += [opportunity.pk] if {"moved": "raised"} in alert.reasons else []
        alert.delete()

    assert kept
    told_lately(seldom, kept[0])
    Alert.objects.filter(opportunity_id=kept[0], unit_id=seldom).update(reasons=[{"moved": "raised"}])
    assert find_for(seldom, at=NOON).moved == {kept[0]: Moved.RAISED}


def test_telling_again_gives_no_further_place(told_of, equals, wanted):
    opportunity = wanted("honey")

    first, again = told_of(opportunity), told_of(opportunity)

    assert first == again


def test_where_all_may_be_told_nobody_is_said_to_have_been_moved(told_of, equals, wanted, settings):
    settings.ALERTS_AN_OPPORTUNITY = 4

    assert told_of(wanted("honey")) == set(equals)
    assert not [reason for alert in Alert.objects.all() for reason in alert.reasons if "moved" in reason]


def test_from_the_database_the_best_of_a_look_come_first_whatever_their_ids(concept, wanted, settings):
    settings.ALERTS_AN_OPPORTUNITY = 1
    far = make_unit(latitude=26.14, longitude=91.74, state="AS", district="Kamrup")
    near = make_unit()
    for unit in (far, near):
        give_concept(unit, concept("honey"))

    assert [_from_database(wanted("honey")) for _ in range(3)] == [{near.pk}] * 3
