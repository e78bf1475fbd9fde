"""What somebody tries who reads the addresses and not the buttons: nothing of it gets further than it may."""

from datetime import timedelta

import pytest

from tests.factories import make_unit
from virtualclusters.areas.advice.asking import operations
from virtualclusters.areas.advice.cases import meeting
from virtualclusters.areas.advice.cases.working import log_session, write_scope
from virtualclusters.areas.advice.jobs import remind_of_tomorrow
from virtualclusters.areas.advice.models import Session, Slot
from virtualclusters.areas.advice.profiles.record import records_of
from virtualclusters.areas.advice.profiles.times import free_slots, offer_time
from virtualclusters.areas.advice.tests.people import (
    NOW,
    SCOPE,
    ask_round,
    live_turn,
    make_adviser,
    make_agreed,
    make_asker,
    make_request,
    make_under_way,
    yes_of,
)
from virtualclusters.areas.advice.tests.test_pages import browser, reads
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.exchange.engagements.jobs import ring
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.exchange.outcomes.operations import ask, confirm, state
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india

pytestmark = pytest.mark.django_db
NUMBER = "98765 43210"


def test_a_number_in_the_words_of_a_request_is_hidden_from_the_adviser_until_both_agreed():
    _profile, adviser = make_adviser()
    asker = make_asker()
    request = make_request(asker, words=f"Our biscuits break, call {NUMBER}")
    operations.send_request(request_id=request.pk, actor=asker[1], at=NOW)
    engagement = live_turn(request).engagement
    pages = [("advice_case", engagement.pk), ("advice_mine",)]

    before = [NUMBER in reads(browser(adviser), *page) for page in pages]
    own = NUMBER in reads(browser(asker[1]), *pages[0])
    yes_of(engagement, adviser)
    slot = Slot.objects.get()
    meeting.take_time(engagement_id=engagement.pk, slot_id=slot.pk, actor=asker[1], at=NOW)

    after = [NUMBER in reads(browser(adviser), *page) for page in pages]
    assert (before, own, after) == ([False, False], True, [True, True])


def test_a_case_that_is_agreed_already_is_not_taken_for_the_answer_to_a_new_request():
    (known, adviser), (other, _owner) = make_adviser(), make_adviser()
    asker = make_asker()
    case = answer(opportunity_id=known.pk, unit_id=asker[0].pk, actor=asker[1], at=NOW)
    act(engagement_id=case.pk, verb="offer", actor=adviser, at=NOW)
    act(engagement_id=case.pk, verb="agree", actor=asker[1], at=NOW)
    case.refresh_from_db()
    due_at = case.due_at

    request = make_request(asker, first=known.pk)
    operations.send_request(request_id=request.pk, actor=asker[1], at=NOW)

    case.refresh_from_db()
    assert (live_turn(request).opportunity, case.due_at) == (other, due_at)
    assert operations.stop(request_id=request.pk, actor=asker[1], at=NOW).end_reason == "stopped"


def test_four_requests_begun_beforehand_do_not_go_round_at_a_time():
    make_adviser(hours_a_month=100)
    asker = make_asker()
    begun = [make_request(asker, words=f"Our biscuits break, {number} percent") for number in range(4)]
    for request in begun[:3]:
        operations.send_request(request_id=request.pk, actor=asker[1], at=NOW)

    with pytest.raises(Refused) as refused:
        operations.send_request(request_id=begun[3].pk, actor=asker[1], at=NOW)

    assert refused.value.code == "enough_open"


def test_an_adviser_alone_does_not_open_what_both_kept_closed():
    engagement, asker, adviser = make_under_way(confidential="closed")
    write_scope(engagement_id=engagement.pk, actor=adviser, at=NOW, conflict="none", **SCOPE | {"confidential": "open"})
    act(engagement_id=engagement.pk, verb="finish", actor=adviser, at=NOW)
    for moment, value in (("baseline", 100_000), ("end", 120_000)):
        ask(engagement_id=engagement.pk, moment=moment, at=NOW)
        measure = Measure.objects.get(engagement=engagement, moment=moment, indicator="monthly_sales")
        state(measure_id=measure.pk, value=value, actor=asker[1], at=NOW)
        confirm(measure_id=measure.pk, actor=adviser, at=NOW)

    record = records_of([engagement.opportunity.unit_id])[engagement.opportunity.unit_id]

    assert (record.confirmed, record.changes) == (1, [])


@pytest.mark.parametrize("side", ["unit", "adviser"])
def test_who_steps_back_frees_the_time_and_nobody_is_reminded_of_it(side):
    engagement, asker, adviser = make_agreed()
    slot = Slot.objects.get(taken_by=engagement)
    actor = asker[1] if side == "unit" else adviser

    act(engagement_id=engagement.pk, verb="withdraw", reason="plans_changed", actor=actor, at=NOW)
    remind_of_tomorrow(at=slot.starts_at - timedelta(days=1))
    run_jobs()

    assert list(free_slots(slot.unit_id, at=NOW)) == [slot]
    assert Notification.objects.filter(key="advice.tomorrow").count() == 0


def test_a_form_sent_again_for_another_place_is_another_request():
    make_adviser()
    unit, owner = make_asker()
    second = make_unit(organisation=unit.organisation, at=NOW)
    token = "a" * 32

    requests = [make_request((place, owner), once=token) for place in (unit, second, unit)]

    assert [one.unit for one in requests] == [unit, second, unit]
    assert requests[0] == requests[2]


def test_a_session_sent_with_the_token_of_another_case_is_written_there_too():
    engagement, _asker, adviser = make_under_way()
    elsewhere = live_turn(ask_round(make_asker())).engagement
    told = {"held_on": day_in_india(NOW), "hours": 1, "way": "phone", "notes": "Oven", "once": "b" * 32}
    Session.objects.create(engagement=elsewhere, adviser=adviser.person, written_at=NOW, **told)

    log_session(engagement_id=engagement.pk, actor=adviser, at=NOW, **told)

    assert engagement.advice_sessions.count() == 1


def test_a_time_that_somebody_took_is_not_offered_to_another():
    engagement, _asker, adviser = make_agreed()
    slot = Slot.objects.get(taken_by=engagement)

    with pytest.raises(Refused) as refused:
        offer_time(unit_id=slot.unit_id, starts_at=slot.starts_at, ends_at=slot.ends_at, actor=adviser, at=NOW)

    assert refused.value.code == "overlap"


def test_a_unit_that_is_silent_after_a_yes_has_nobody_else_asked_until_she_presses():
    (first, adviser), (second, _owner) = make_adviser(), make_adviser()
    asker = make_asker()
    request = ask_round(asker, order=[first.pk, second.pk])
    engagement = live_turn(request).engagement
    yes_of(engagement, adviser)

    ring(engagement_id=engagement.pk, at=NOW + timedelta(days=8))
    run_jobs()
    rests = live_turn(request)
    page = reads(browser(adviser), "advice_case", engagement.pk)
    operations.ask_next_now(request_id=request.pk, actor=asker[1], at=NOW)

    assert (rests, live_turn(request).opportunity) == (None, second)
    assert ("Nobody answered in time." in page, "You did not answer" in page) == (True, False)
