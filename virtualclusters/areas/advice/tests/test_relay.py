"""The relay: one adviser at a time, in order; silence and no lead on; three of them widen; the last is a facilitator."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories import make_organisation, make_owner, make_unit
from virtualclusters.areas.advice.asking import operations
from virtualclusters.areas.advice.asking.from_need import draft_of, send_need
from virtualclusters.areas.advice.asking.overdue import pick_up
from virtualclusters.areas.advice.asking.relay import ask_next
from virtualclusters.areas.advice.checks import holidays_are_days
from virtualclusters.areas.advice.models import Turn
from virtualclusters.areas.advice.models.choices import Reach
from virtualclusters.areas.advice.rules import answer_due
from virtualclusters.areas.advice.tests.people import (
    FAR,
    NOW,
    ask_round,
    live_turn,
    make_adviser,
    make_asker,
    make_request,
    yes_of,
)
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.exchange.engagements.jobs import ring
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.kinds.from_need import Fit, NeedView, Trouble
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.needs.operations import state_need
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import to_ist
from virtualclusters.network.actors import actor_for

pytestmark = pytest.mark.django_db
LATER = timedelta(days=8)


def phases(request):
    """Phases of those who were asked, in their order."""
    return [turn.engagement.phase for turn in request.turns.filter(engagement__isnull=False).order_by("place")]


def test_sending_a_request_asks_the_first_of_the_order_and_nobody_else():
    advisers = [make_adviser()[0] for _ in range(3)]
    asker = make_asker()
    request = make_request(asker)

    operations.send_request(request_id=request.pk, order=[advisers[2].pk, advisers[0].pk], actor=asker[1], at=NOW)

    asked = list(request.turns.order_by("place").values_list("opportunity", "passed_over"))
    assert asked == [(advisers[2].pk, ""), (advisers[0].pk, ""), (advisers[1].pk, "left_out")]
    assert Engagement.objects.get().opportunity == advisers[2]


def test_sending_twice_asks_nobody_twice():
    make_adviser(), make_adviser()
    asker = make_asker()
    request = ask_round(asker)

    operations.send_request(request_id=request.pk, actor=asker[1], at=NOW)

    assert Engagement.objects.count() == 1


def test_the_asked_has_three_working_days():
    make_adviser()

    turn = live_turn(ask_round(make_asker()))

    assert turn.engagement.due_at == answer_due(NOW)


@pytest.mark.parametrize(
    ("asked", "due"),
    [("2026-01-22", "2026-01-28"), ("2026-01-27", "2026-01-30"), ("2026-11-06", "2026-11-12")],
)
def test_weekends_and_public_holidays_are_no_working_days(asked, due, settings):
    settings.PUBLIC_HOLIDAYS = ["01-26", "2026-11-09"]

    assert f"{to_ist(answer_due(datetime.fromisoformat(asked + 'T12:00+05:30'))):%Y-%m-%d}" == due


@pytest.mark.parametrize(
    ("entry", "errors"), [("08-15", 0), ("2026-11-09", 0), ("15-08", 1), ("26 January", 1), ("", 1)]
)
def test_a_holiday_that_is_no_day_is_found_when_the_portal_starts(entry, errors, settings):
    settings.PUBLIC_HOLIDAYS = [entry]

    assert len(holidays_are_days(None)) == errors


def test_when_the_asked_is_silent_the_next_is_asked_and_the_request_shows_both():
    make_adviser(), make_adviser()
    request = ask_round(make_asker())

    ring(engagement_id=live_turn(request).engagement_id, at=NOW + LATER)
    run_jobs()

    assert phases(request) == [Phase.LAPSED, Phase.ASKED]


def test_when_the_asked_says_no_the_next_is_asked():
    advisers = dict([make_adviser(), make_adviser()])
    request = ask_round(make_asker())
    first = live_turn(request)

    act(engagement_id=first.engagement_id, verb="decline", reason="no_time", actor=advisers[first.opportunity], at=NOW)
    run_jobs()

    assert phases(request) == [Phase.DECLINED, Phase.ASKED]


def test_the_job_that_goes_on_may_run_twice_and_asks_one():
    make_adviser(), make_adviser(), make_adviser()
    request = ask_round(make_asker())
    ring(engagement_id=live_turn(request).engagement_id, at=NOW + LATER)
    run_jobs()

    assert ask_next(request_id=request.pk, at=timezone.now()) is None
    assert phases(request) == [Phase.LAPSED, Phase.ASKED]


def test_when_the_job_that_goes_on_died_the_sweep_asks_the_next_once():
    make_adviser(), make_adviser(), make_adviser()
    request = ask_round(make_asker())
    ring(engagement_id=live_turn(request).engagement_id, at=NOW + LATER)

    pick_up(at=NOW + LATER + timedelta(minutes=10))
    early = phases(request)
    for _run in range(2):
        pick_up(at=NOW + LATER + timedelta(hours=1))

    assert (early, phases(request)) == ([Phase.LAPSED], [Phase.LAPSED, Phase.ASKED])


def test_when_the_clock_did_not_ring_the_sweep_rings_it_and_asks_the_next():
    make_adviser(), make_adviser()
    request = ask_round(make_asker())

    pick_up(at=NOW + LATER)
    pick_up(at=NOW + LATER + timedelta(hours=1))

    assert phases(request) == [Phase.LAPSED, Phase.ASKED]


def test_the_sweep_asks_nobody_for_a_unit_that_took_its_question_back():
    make_adviser(), make_adviser()
    asker = make_asker()
    request = ask_round(asker)
    act(engagement_id=live_turn(request).engagement_id, verb="withdraw", reason="no_time", actor=asker[1], at=NOW)

    pick_up(at=NOW + LATER)

    assert phases(request) == [Phase.WITHDRAWN]


def test_the_sweep_asks_nobody_for_a_unit_that_chose_no_time_after_a_yes():
    _profile, adviser = make_adviser()
    make_adviser()
    request = ask_round(make_asker(), order=[_profile.pk])
    yes_of(live_turn(request).engagement, adviser)
    ring(engagement_id=live_turn(request).engagement_id, at=NOW + timedelta(days=40))

    pick_up(at=NOW + timedelta(days=41))

    assert phases(request) == [Phase.LAPSED]


def test_three_silences_widen_the_search_to_who_helps_by_phone():
    for _ in range(4):
        make_adviser()
    far, _owner = make_adviser(place=FAR, remote=True)
    request = ask_round(make_asker())

    for _ in range(3):
        ring(engagement_id=live_turn(request).engagement_id, at=NOW + LATER)
        run_jobs()

    request.refresh_from_db()
    assert (phases(request), request.reach) == ([Phase.LAPSED] * 3 + [Phase.ASKED], Reach.WIDER)
    assert live_turn(request).opportunity != far


def test_an_adviser_far_away_is_on_the_list_at_once_when_nobody_is_near():
    far, _owner = make_adviser(place=FAR, remote=True)

    request = make_request(make_asker())

    assert (request.reach, [turn.opportunity for turn in request.turns.all()]) == (Reach.REMOTE, [far])


def test_when_nobody_is_left_a_facilitator_gets_it():
    make_adviser()
    request = ask_round(make_asker())

    ring(engagement_id=live_turn(request).engagement_id, at=NOW + LATER)
    run_jobs()

    request.refresh_from_db()
    assert (request.reach, request.passed_on_at is not None, live_turn(request)) == (Reach.FACILITATOR, True, None)


def test_an_adviser_who_hears_as_many_as_she_can_is_passed_over():
    make_adviser(hours_a_month=4), make_adviser(hours_a_month=4)
    request = make_request(make_asker())
    first, second = [turn.opportunity for turn in request.turns.all()]
    type(first).objects.filter(pk=first.pk).update(answers_taken=1)

    operations.send_request(request_id=request.pk, actor=request_owner(request), at=NOW)

    assert live_turn(request).opportunity == second
    assert request.turns.get(opportunity=first).passed_over == Turn.PassedOver.BUSY


def request_owner(request):

    return actor_for(request.asked_by)


def test_the_unit_need_not_wait_and_asks_the_next():
    make_adviser(), make_adviser()
    asker = make_asker()
    request = ask_round(asker)

    operations.ask_next_now(request_id=request.pk, actor=asker[1], at=NOW)
    run_jobs()

    assert phases(request) == [Phase.WITHDRAWN, Phase.ASKED]


def test_stopping_a_request_ends_what_is_asked_and_asks_nobody_else():
    make_adviser(), make_adviser()
    asker = make_asker()
    request = ask_round(asker)

    operations.stop(request_id=request.pk, actor=asker[1], at=NOW)
    run_jobs()

    request.refresh_from_db()
    assert (phases(request), request.end_reason) == ([Phase.WITHDRAWN], "stopped")


def test_an_adviser_who_takes_money_is_not_asked_when_it_must_be_free():
    make_adviser(fee_band="to_5000")
    free, _owner = make_adviser()

    request = make_request(make_asker(), pays="free")

    assert [turn.opportunity for turn in request.turns.all()] == [free]


def test_who_speaks_the_language_stands_before_who_does_not():
    other, _owner = make_adviser(languages=["ta"])
    hindi, _owner = make_adviser(languages=["hi"])

    request = make_request(make_asker(), spoken="hi")

    assert [turn.opportunity for turn in request.turns.all()] == [hindi, other]


def test_a_fourth_request_that_goes_round_is_refused_with_the_way_out():
    make_adviser()
    asker = make_asker()
    for words in ("Biscuits break", "Biscuits burn", "Biscuits are soft"):
        ask_round(asker, words=words)

    with pytest.raises(Refused) as refused:
        make_request(asker, words="Biscuits stick")

    assert (refused.value.code, bool(refused.value.change)) == ("enough_open", True)


def test_a_bank_cannot_ask_for_advice():

    unit = make_unit(organisation=make_organisation(kind="financial_institution"), at=NOW)

    with pytest.raises(Refused) as refused:
        make_request((unit, make_owner(unit)))

    assert refused.value.code == "wrong_asker"


def test_another_firms_request_is_not_there():
    make_adviser()
    request = make_request(make_asker())

    with pytest.raises(NotFound):
        operations.send_request(request_id=request.pk, actor=make_asker()[1], at=NOW)


def view_of(unit, words, *troubles):
    """A need as the page of needs tells it to a kind."""
    need = state_need(unit_id=unit[0].pk, words=words, language="en", actor=unit[1], at=NOW)
    return NeedView(
        need_id=need.pk,
        unit=unit[0],
        words=words,
        language="en",
        wanted=(),
        touched=(),
        names={},
        troubles=frozenset(troubles),
        number=None,
        number_unit="",
        at=NOW,
    )


def test_a_need_goes_round_with_one_tap_and_its_engagement_keeps_the_need():
    make_adviser(remote=True)
    asker = make_asker()
    need = view_of(asker, "Our biscuits break in the packet", Trouble.QUALITY)

    request = send_need(need=need, values=draft_of(need).values, actor=asker[1], at=NOW)

    assert (live_turn(request).engagement.need_id, request.need_id) == (need.need_id, need.need_id)


@pytest.mark.parametrize(
    ("troubles", "fits"), [((Trouble.QUALITY,), Fit.HELPS), ((Trouble.SELL,), Fit.MAY_HELP), ((Trouble.BUY,), None)]
)
def test_advice_fits_a_trouble_of_quality_best_and_a_wish_to_buy_not_at_all(troubles, fits):
    draft = draft_of(view_of(make_asker(), "Words", *troubles))

    assert (draft.fits if draft else None) == fits


def test_an_adviser_asked_with_one_tap_has_her_working_days_and_hears_of_it():
    profile, adviser = make_adviser()
    unit, owner = make_asker()
    answer(opportunity_id=profile.pk, unit_id=unit.pk, actor=owner, at=NOW)

    run_jobs()

    told = Notification.objects.get(person=adviser.person, key="advice.asked")
    assert (Engagement.objects.get().due_at, told.about.startswith("/advice/asked/")) == (answer_due(NOW), True)


def test_each_side_of_the_relay_is_told_once():
    make_adviser(), make_adviser()
    asker = make_asker()
    request = ask_round(asker)
    run_jobs()
    silent = live_turn(request)

    ring(engagement_id=silent.engagement_id, at=NOW + LATER)
    run_jobs()

    keys = Notification.objects.order_by("pk").values_list("person", "key")
    of_asker = [key for person, key in keys if person == asker[1].person_id]
    assert of_asker == ["exchange.ended", "advice.asked_next"]
    assert sorted(key for person, key in keys if person != asker[1].person_id) == [
        "advice.asked",
        "advice.asked",
        "exchange.ended",
    ]
