"""From yes to the end: times, the plan, sessions, what came of it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from virtualclusters.areas.advice.cases import hours, meeting, working
from virtualclusters.areas.advice.cases.calendar import calendar_of
from virtualclusters.areas.advice.cases.queries import case_page
from virtualclusters.areas.advice.models import Attribution, Cancellation, ScopeNote, Session, Slot
from virtualclusters.areas.advice.profiles import times
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
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india

pytestmark = pytest.mark.django_db
TODAY = day_in_india(NOW)


def log(engagement, adviser, **told):
    """A session of two hours today."""
    columns = {"held_on": TODAY, "hours": Decimal(2), "way": "phone", "notes": "Measured the oven."} | told
    return working.log_session(engagement_id=engagement.pk, actor=adviser, at=NOW, **columns)


def test_yes_with_three_times_offers_them_and_it_is_the_units_turn():
    _profile, adviser = make_adviser()
    engagement = live_turn(ask_round(make_asker())).engagement

    answered = yes_of(engagement, adviser, hours=(48, 50, 52))

    assert (answered.phase, answered.turn, Slot.objects.count()) == (Phase.SHORTLISTED, "answerer", 3)


def test_yes_without_any_time_is_refused_beside_the_day():
    _profile, adviser = make_adviser()
    engagement = live_turn(ask_round(make_asker())).engagement

    with pytest.raises(Refused) as refused:
        yes_of(engagement, adviser, hours=())

    assert refused.value.code == "no_times"


def test_a_question_gives_the_adviser_her_days_anew_once():
    _profile, adviser = make_adviser()
    engagement = live_turn(ask_round(make_asker())).engagement
    later = NOW + timedelta(days=1)

    meeting.ask_question(engagement_id=engagement.pk, words="Which oven is it?", actor=adviser, at=later)
    meeting.ask_question(engagement_id=engagement.pk, words="And how old?", actor=adviser, at=later + timedelta(days=5))

    assert Engagement.objects.get().due_at == meeting.answer_due(later)


def test_taking_a_time_agrees_and_shows_each_side_where_the_other_is_reached():
    engagement, asker, adviser = make_agreed()

    unit, expert = (case_page(actor, engagement.pk, at=NOW) for actor in (asker[1], adviser))

    assert (unit.engagement.phase, unit.meeting is not None) == (Phase.AGREED, True)
    assert (unit.their_contact, expert.their_contact) == ("+91 60000 00054", "+91 60000 00001")


def test_before_agreement_nobody_reads_where_the_other_is_reached():
    _profile, adviser = make_adviser()
    asker = make_asker()
    engagement = live_turn(ask_round(asker)).engagement
    yes_of(engagement, adviser)

    assert case_page(asker[1], engagement.pk, at=NOW).their_contact == ""


def test_the_second_to_take_a_time_reads_that_it_is_gone_and_which_are_free():
    _profile, adviser = make_adviser()
    first, second = make_asker(), make_asker()
    cases = [live_turn(ask_round(asker)).engagement for asker in (first, second)]
    for case in cases:
        yes_of(case, adviser, hours=(48, 72))
    slot = Slot.objects.order_by("starts_at").first()
    meeting.take_time(engagement_id=cases[0].pk, slot_id=slot.pk, actor=first[1], at=NOW)

    with pytest.raises(Refused) as refused:
        meeting.take_time(engagement_id=cases[1].pk, slot_id=slot.pk, actor=second[1], at=NOW)

    assert (refused.value.code, refused.value.change.startswith("Free are:")) == ("slot_taken", True)


def test_a_time_of_another_adviser_cannot_be_taken():
    _other, owner = make_adviser()
    elsewhere = times.offer_time(
        unit_id=_other.unit_id,
        starts_at=NOW + timedelta(days=2),
        ends_at=NOW + timedelta(days=2, hours=1),
        actor=owner,
        at=NOW,
    )
    asker = make_asker()
    request = ask_round(asker)
    turn = live_turn(request)
    foreign = Slot.objects.create(unit=asker[0], starts_at=elsewhere.starts_at, ends_at=elsewhere.ends_at)
    act(engagement_id=turn.engagement_id, verb="offer", actor=owner, at=NOW, words="Yes")

    with pytest.raises(Refused) as refused:
        meeting.take_time(engagement_id=turn.engagement_id, slot_id=foreign.pk, actor=asker[1], at=NOW)

    assert refused.value.code == "slot_taken"


def test_choosing_another_time_frees_the_first_and_keeps_the_reason():
    engagement, asker, adviser = make_agreed()
    starts_at = NOW + timedelta(days=4)
    unit_id = engagement.opportunity.unit_id
    other = times.offer_time(
        unit_id=unit_id, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), actor=adviser, at=NOW
    )

    meeting.take_time(engagement_id=engagement.pk, slot_id=other.pk, actor=asker[1], at=NOW)

    assert list(Slot.objects.filter(taken_by=engagement)) == [other]
    assert Cancellation.objects.get().reason == "other_time"


@pytest.mark.parametrize(("side", "stands"), [("unit", True), ("adviser", False)])
def test_a_meeting_called_off_by_the_unit_is_free_for_others_and_by_the_adviser_is_gone(side, stands):
    engagement, asker, adviser = make_agreed()
    actor = asker[1] if side == "unit" else adviser

    slot = meeting.call_off(engagement_id=engagement.pk, reason="ill", actor=actor, at=NOW)

    assert list(times.free_slots(engagement.opportunity.unit_id, at=NOW)) == ([slot] if stands else [])


def test_the_calendar_file_holds_the_meeting_and_the_number():
    engagement, asker, _adviser = make_agreed()

    content = calendar_of(case_page(asker[1], engagement.pk, at=NOW), at=NOW).decode()

    assert [word for word in ("BEGIN:VEVENT", "+91 60000 00054") if word not in content] == []


def test_work_cannot_begin_before_both_said_yes_to_the_plan():
    engagement, asker, _adviser = make_agreed()

    with pytest.raises(Refused) as refused:
        act(engagement_id=engagement.pk, verb="start", actor=asker[1], at=NOW)

    assert refused.value.code == "no_scope"


def test_when_both_said_yes_to_the_plan_work_begins():
    engagement, _asker, _adviser = make_under_way()

    assert (engagement.phase, ScopeNote.objects.get().is_agreed) == (Phase.UNDER_WAY, True)


def test_changing_the_plan_asks_the_other_side_again():
    engagement, asker, _adviser = make_under_way()

    changed = working.write_scope(engagement_id=engagement.pk, actor=asker[1], at=NOW, **SCOPE | {"visits": 3})

    assert (changed.is_agreed, changed.conflict) == (False, "none")


def test_an_adviser_who_declares_nothing_cannot_write_the_plan():
    engagement, _asker, adviser = make_agreed()

    with pytest.raises(Refused) as refused:
        working.write_scope(engagement_id=engagement.pk, actor=adviser, at=NOW, **SCOPE)

    assert refused.value.code == "conflict_not_said"


def test_sessions_count_for_the_adviser_by_month_and_stand_in_her_table():
    engagement, _asker, adviser = make_under_way()

    log(engagement, adviser)
    log(engagement, adviser, hours=Decimal("1.5"), notes="=SUM(A1)")

    months = hours.months_of(adviser.person, "en")
    assert [(month.hours, month.sessions) for month in months] == [(Decimal("3.5"), 2)]
    assert "'=SUM(A1)" in hours.table_of(adviser.person)


def test_no_session_is_written_down_while_a_change_of_the_plan_waits_for_a_yes():
    engagement, asker, adviser = make_under_way()
    working.write_scope(engagement_id=engagement.pk, actor=asker[1], at=NOW, **SCOPE | {"fee": 0, "visits": 3})

    with pytest.raises(Refused) as refused:
        log(engagement, adviser)
    working.agree_scope(engagement_id=engagement.pk, actor=adviser, at=NOW)
    log(engagement, adviser)

    assert (refused.value.code, bool(refused.value.change), Session.objects.count()) == ("plan_changed", True, 1)


def test_the_same_session_sent_twice_is_one():
    engagement, _asker, adviser = make_under_way()

    log(engagement, adviser, once="a" * 32)
    log(engagement, adviser, once="a" * 32)

    assert Session.objects.count() == 1


@pytest.mark.parametrize(("days", "code"), [(1, "odd_day"), (-30, "odd_day")])
def test_a_session_ahead_or_before_the_agreement_is_refused(days, code):
    engagement, _asker, adviser = make_under_way()

    with pytest.raises(Refused) as refused:
        log(engagement, adviser, held_on=TODAY + timedelta(days=days))

    assert refused.value.code == code


def test_the_unit_cannot_write_sessions_and_the_adviser_cannot_say_the_share():
    engagement, asker, adviser = make_under_way()
    act(engagement_id=engagement.pk, verb="finish", actor=adviser, at=NOW)

    with pytest.raises(Refused) as unit:
        log(engagement, asker[1])
    with pytest.raises(Refused) as expert:
        working.say_share(engagement_id=engagement.pk, share="all", actor=adviser, at=NOW)

    assert (unit.value.code, expert.value.code) == ("adviser_writes", "unit_says")


def test_the_share_is_asked_at_the_end_and_after_three_and_twelve_months_once_each():
    engagement, asker, adviser = make_under_way()
    act(engagement_id=engagement.pk, verb="finish", actor=adviser, at=NOW)

    for days in (0, 100, 400):
        at = NOW + timedelta(days=days)
        working.say_share(engagement_id=engagement.pk, share="part", actor=asker[1], at=at)
    with pytest.raises(Refused) as refused:
        working.say_share(engagement_id=engagement.pk, share="part", actor=asker[1], at=NOW + timedelta(days=401))

    moments = list(Attribution.objects.order_by("pk").values_list("moment", flat=True))
    assert (moments, refused.value.code) == (["end", "3_months", "12_months"], "not_asked_now")


def test_a_weekly_time_stands_four_weeks_ahead_and_laying_out_again_adds_none():
    profile, adviser = make_adviser()
    weekly = times.offer_weekly(
        unit_id=profile.unit_id,
        weekday=(TODAY.weekday() + 1) % 7,
        starts=timezone.now().time(),
        minutes=60,
        actor=adviser,
        at=NOW,
    )

    times.fill(weekly, at=NOW)

    assert Slot.objects.filter(weekly=weekly).count() == 4


def test_a_time_that_overlaps_another_is_refused():
    profile, adviser = make_adviser()
    starts_at = NOW + timedelta(days=2)
    who = {"unit_id": profile.unit_id, "actor": adviser, "at": NOW}
    times.offer_time(starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), **who)

    with pytest.raises(Refused) as refused:
        times.offer_time(starts_at=starts_at + timedelta(minutes=30), ends_at=starts_at + timedelta(hours=2), **who)

    assert refused.value.code == "overlap"


def test_a_case_is_not_there_for_a_third():
    engagement, _asker, _adviser = make_agreed()

    with pytest.raises(NotFound):
        case_page(make_asker()[1], engagement.pk, at=NOW)


def test_when_the_adviser_steps_back_after_agreeing_the_next_is_asked():
    engagement, _asker, adviser = make_agreed()
    other, _owner = make_adviser()
    request = engagement.advice_turn.request
    request.turns.create(opportunity=other, place=9, reach=request.reach)

    act(engagement_id=engagement.pk, verb="withdraw", reason="no_time", actor=adviser, at=NOW)
    run_jobs()

    assert live_turn(request).opportunity == other


def test_an_adviser_whose_hours_of_the_month_are_used_up_is_not_asked():
    engagement, _asker, adviser = make_under_way()
    free, _owner = make_adviser()
    log(engagement, adviser, hours=Decimal(8))

    request = make_request(make_asker())

    assert [turn.opportunity for turn in request.turns.all()] == [free]
