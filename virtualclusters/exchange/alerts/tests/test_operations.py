"""Putting away and taking back; keeping a search."""

from datetime import timedelta

import pytest

from tests.factories import NOON, give_concept, make_member, make_owner, make_unit
from virtualclusters.capabilities.events.models import Event
from virtualclusters.exchange.alerts import operations
from virtualclusters.exchange.alerts.finding import find_for
from virtualclusters.exchange.alerts.models import Alert, SavedSearch
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Role

SAVED = {"source": "opportunities", "text": "honey", "filters": {"state": ["MH"], "kind": []}}


@pytest.fixture
def unit(concept):
    unit = make_unit()
    give_concept(unit, concept("honey"))
    return unit


def found(unit):
    return [one.match.opportunity_id for one in find_for(unit.pk, at=NOON).ranked]


def test_what_is_put_away_is_not_shown_until_it_is_taken_back(unit, wanted):
    owner, opportunity = make_owner(unit), wanted("honey")
    operations.dismiss(unit_id=unit.pk, opportunity_id=opportunity.pk, actor=owner, at=NOON)
    assert found(unit) == []

    operations.take_back(unit_id=unit.pk, opportunity_id=opportunity.pk, actor=owner, at=NOON)

    assert found(unit) == [opportunity.pk]
    assert list(Event.objects.order_by("pk").values_list("code", flat=True)) == ["alert.dismissed", "alert.taken_back"]


def test_a_reason_said_later_is_kept_with_the_first_tap(unit, wanted):
    owner, opportunity = make_owner(unit), wanted("honey")
    operations.dismiss(unit_id=unit.pk, opportunity_id=opportunity.pk, actor=owner, at=NOON)
    operations.dismiss(unit_id=unit.pk, opportunity_id=opportunity.pk, actor=owner, at=NOON, reason="wrong_place")

    assert list(Alert.objects.values_list("unit_id", "dismissed")) == [(unit.pk, "wrong_place")]


def test_what_resembles_something_put_away_for_its_place_is_shown_lower_down(unit, wanted):
    owner = make_owner(unit)
    far = {"state": "AS", "district": "Kamrup", "latitude": 26.1, "longitude": 91.7}
    far_away, as_far, near = wanted("honey", **far), wanted("honey", **far), wanted("honey")
    operations.dismiss(unit_id=unit.pk, opportunity_id=far_away.pk, actor=owner, at=NOON, reason="wrong_place")

    ranked = find_for(unit.pk, at=NOON).ranked

    damped = {one.match.opportunity_id: set(one.damped) & {"like_dismissed"} for one in ranked}
    assert damped == {near.pk: set(), as_far.pk: {"like_dismissed"}}


def test_putting_away_for_another_unit_or_by_staff_is_not_found(unit, wanted):
    opportunity = wanted("honey")
    for actor in (make_owner(make_unit()), make_member(unit.organisation, role=Role.STAFF)):
        with pytest.raises(NotFound):
            operations.dismiss(unit_id=unit.pk, opportunity_id=opportunity.pk, actor=actor, at=NOON)
    assert Alert.objects.count() == 0


def test_a_reason_nobody_knows_is_refused(unit, wanted):
    with pytest.raises(Refused):
        operations.dismiss(
            unit_id=unit.pk, opportunity_id=wanted("honey").pk, actor=make_owner(unit), at=NOON, reason="ugly"
        )


def test_a_search_saved_twice_is_one_with_the_later_frequency(unit):
    owner = make_owner(unit)
    operations.save_search(**SAVED, actor=owner, at=NOON)
    operations.save_search(**SAVED, actor=owner, at=NOON + timedelta(days=1), frequency="weekly")

    kept = SavedSearch.objects.get()
    assert (kept.frequency, kept.filters, kept.saved_at) == ("weekly", {"state": ["MH"]}, NOON)


def test_a_search_for_nothing_and_one_too_many_are_refused(unit):
    owner = make_owner(unit)
    with pytest.raises(Refused):
        operations.save_search(source="opportunities", text=" ", filters={"kind": []}, actor=owner, at=NOON)
    for number in range(operations.MOST_SAVED):
        operations.save_search(source="opportunities", text=f"honey {number}", filters={}, actor=owner, at=NOON)
    with pytest.raises(Refused):
        operations.save_search(**SAVED, actor=owner, at=NOON)
    assert SavedSearch.objects.count() == operations.MOST_SAVED


def test_another_persons_search_can_neither_be_changed_nor_deleted(unit):
    kept = operations.save_search(**SAVED, actor=make_owner(unit), at=NOON)
    stranger = make_owner(make_unit())
    with pytest.raises(NotFound):
        operations.forget_search(saved_search_id=kept.pk, actor=stranger)
    with pytest.raises(NotFound):
        operations.change_frequency(saved_search_id=kept.pk, frequency="weekly", actor=stranger)
    assert SavedSearch.objects.get().frequency == "daily"
