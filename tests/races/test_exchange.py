"""What is scarce, under real commits in parallel."""

import threading
from datetime import timedelta

import pytest
from django.db import connections

from tests.factories import NOON, make_opportunity, make_owner, make_unit
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.scarce import take_places
from virtualclusters.foundation.errors import Refused

pytestmark = pytest.mark.races

ASKERS = 20


def _all_at_once(*acts):
    """Run each in a thread of its own, all released together; the results, refusals as their codes."""
    results, start = [], threading.Barrier(len(acts))

    def run(work):
        start.wait()
        try:
            results.append(work())
        except Refused as refusal:
            results.append(refusal.code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_twenty_askers_for_one_place_sell_it_once(committing_database):
    opportunity = make_opportunity(places=1)

    taken = _all_at_once(*[lambda: take_places(opportunity.pk, 1)] * ASKERS)

    opportunity.refresh_from_db()
    assert (taken.count(True), opportunity.places_taken) == (1, 1)


def test_ten_answers_to_five_free_slots_leave_five_heard_and_five_waiting(committing_database):
    opportunity = make_opportunity(most_answers=5, closes_at=NOON + timedelta(days=9))
    units = [make_unit() for _ in range(10)]
    actors = [make_owner(unit) for unit in units]

    _all_at_once(
        *[
            lambda u=u, a=a: answer(opportunity_id=opportunity.pk, unit_id=u.pk, actor=a, at=NOON)
            for u, a in zip(units, actors, strict=True)
        ]
    )

    opportunity.refresh_from_db()
    waiting = Engagement.objects.filter(opportunity=opportunity, waiting_since__isnull=False).count()
    assert (opportunity.answers_taken, waiting) == (5, 5)


def test_a_double_click_in_parallel_gives_one_engagement(committing_database):
    opportunity, unit = make_opportunity(), make_unit()
    actor = make_owner(unit)

    _all_at_once(*[lambda: answer(opportunity_id=opportunity.pk, unit_id=unit.pk, actor=actor, at=NOON)] * 4)

    opportunity.refresh_from_db()
    assert (Engagement.objects.count(), opportunity.answers_taken) == (1, 1)


def test_choosing_and_withdrawing_at_once_end_in_one_of_the_two_and_the_counter_agrees(committing_database):
    opportunity, unit = make_opportunity(places=1), make_unit()
    publisher, answerer = make_owner(opportunity.unit), make_owner(unit)
    engagement = answer(opportunity_id=opportunity.pk, unit_id=unit.pk, actor=answerer, at=NOON)

    _all_at_once(
        lambda: act(engagement_id=engagement.pk, verb="choose", actor=publisher, at=NOON),
        lambda: act(engagement_id=engagement.pk, verb="withdraw", actor=answerer, at=NOON, reason="time"),
    )

    engagement.refresh_from_db()
    places = Opportunity.objects.get(pk=opportunity.pk).places_taken
    assert (engagement.phase, places) in [(Phase.AGREED, 1), (Phase.WITHDRAWN, 0)]
