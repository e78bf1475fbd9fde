"""The last time of an adviser under twenty at once; two clocks or facilitators with one request; two senders to one unit."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections

from tests.factories import make_organisation, make_owner, make_unit
from virtualclusters.areas.advice.asking.operations import suggest
from virtualclusters.areas.advice.asking.relay import ask_next
from virtualclusters.areas.advice.cases import meeting
from virtualclusters.areas.advice.models import AdviceRequest, Approach, Slot
from virtualclusters.areas.advice.outreach.operations import approach, send
from virtualclusters.areas.advice.tests.people import (
    NOW,
    ask_round,
    live_turn,
    make_adviser,
    make_asker,
    make_trade,
    yes_of,
)
from virtualclusters.areas.advice.tests.test_outreach import make_offer
from virtualclusters.exchange.engagements.jobs import ring
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.foundation.errors import NotFound, Refused

pytestmark = pytest.mark.races
TAKERS = 20


def _all_at_once(acts):
    """Run each in a thread of its own, released together; what one refuses or does not find is its answer."""
    start = threading.Barrier(len(acts))

    def run(work):
        start.wait()
        try:
            return work()
        except (NotFound, Refused) as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_twenty_at_once_for_the_last_time_one_has_it_and_the_others_read_why(committing_database):
    _profile, adviser = make_adviser(hours_a_month=200)
    askers = [make_asker() for _ in range(TAKERS)]
    cases = [live_turn(ask_round(asker)).engagement for asker in askers]
    for case in cases:
        yes_of(case, adviser, hours=(48,))
    slot = Slot.objects.get()

    told = _all_at_once(
        [
            lambda c=case, a=asker: meeting.take_time(engagement_id=c.pk, slot_id=slot.pk, actor=a[1], at=NOW)
            for case, asker in zip(cases, askers, strict=True)
        ]
    )

    refused = [one for one in told if isinstance(one, Refused)]
    agreed = list(Engagement.objects.filter(agreed_at__isnull=False).values_list("pk", flat=True))
    assert (len(refused), {one.code for one in refused}) == (TAKERS - 1, {"slot_taken"})
    assert agreed == [Slot.objects.get().taken_by_id]


def test_two_clocks_at_once_ask_one_next(committing_database):
    for _ in range(5):
        make_adviser()
    request = ask_round(make_asker())
    ring(engagement_id=live_turn(request).engagement_id, at=NOW + timedelta(days=9))

    turns = _all_at_once([lambda: ask_next(request_id=request.pk, at=NOW + timedelta(days=9)) for _ in range(8)])

    asked = Engagement.objects.filter(phase__in=LIVE)
    assert (sum(turn is not None for turn in turns), asked.count()) == (1, 1)


def test_eight_facilitators_at_once_ask_one_adviser(committing_database):
    advisers = [make_adviser()[0] for _ in range(8)]
    officer = make_owner(make_unit(organisation=make_organisation(kind="administrator", at=NOW), at=NOW))
    request = ask_round(make_asker(), order=[advisers[0].pk])
    Engagement.objects.update(phase="declined", turn="", due_at=None, ended_at=NOW, end_reason="no_time")
    AdviceRequest.objects.update(passed_on_at=NOW, reach="facilitator")
    others = [one.pk for one in advisers[1:]]
    request.turns.exclude(opportunity=advisers[0]).delete()

    _all_at_once(
        [lambda pk=pk: suggest(request_id=request.pk, opportunity_id=pk, actor=officer, at=NOW) for pk in others]
    )

    assert Engagement.objects.filter(phase__in=LIVE).count() == 1


def test_five_senders_at_once_reach_a_unit_twice(committing_database, settings):
    trade = make_trade()
    unit, _owner = make_asker(trade=trade)
    offers = [make_offer(trade) for _ in range(5)]
    for offer, helper in offers:
        send(opportunity_id=offer.pk, words="We can help you.", actor=helper, at=NOW)

    outcomes = _all_at_once(
        [lambda o=offer: approach(opportunity_id=o.pk, unit_id=unit.pk, at=NOW) for offer, _helper in offers]
    )

    assert sorted(outcomes) == ["asked_enough"] * 3 + ["sent"] * 2
    assert Approach.objects.filter(outcome="sent").count() == settings.OUTREACH_A_WEEK
