"""What advisers' answers say beside others to a need: cost, time, evidence."""

from datetime import timedelta
from decimal import Decimal

import pytest

from virtualclusters.areas.advice.cases.answers import answer_facts
from virtualclusters.areas.advice.cases.working import log_session, write_scope
from virtualclusters.areas.advice.tests.people import (
    NOW,
    SCOPE,
    ask_round,
    live_turn,
    make_adviser,
    make_agreed,
    make_asker,
    make_trade,
    make_under_way,
    yes_of,
)
from virtualclusters.areas.advice.tests.test_outreach import make_offer, send
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui.formatters import moment

pytestmark = pytest.mark.django_db


def said(engagement):
    return answer_facts([engagement.pk])[engagement.pk]


def test_before_her_yes_the_adviser_stands_with_her_usual_fee_and_no_time():
    make_adviser(fee_band="to_2000")

    engagement = live_turn(ask_round(make_asker(), pays="unit")).engagement

    assert said(engagement) == {"cost": "Up to ₹2,000 a day", "time": "", "evidence": ""}


def test_her_yes_says_what_she_takes_and_from_when_she_can():
    _profile, adviser = make_adviser()
    engagement = live_turn(ask_round(make_asker())).engagement
    yes_of(engagement, adviser, hours=(72, 48))

    told = said(engagement)

    when = moment(NOW + timedelta(hours=48))
    assert (told["cost"], told["time"]) == ("The first talk is free", f"From {when} on")


def test_a_meeting_and_the_plans_fee_stand_when_both_agreed():
    engagement, _asker, adviser = make_agreed()
    columns = SCOPE | {"fee": Decimal(5000), "paid_by": "unit"}
    write_scope(engagement_id=engagement.pk, actor=adviser, at=NOW, conflict="none", **columns)

    told = said(engagement)

    assert (told["cost"], told["time"]) == ("₹5,000", moment(NOW + timedelta(hours=48)))


def test_finished_cases_with_a_session_are_evidence():
    engagement, asker, adviser = make_under_way()
    where = {"engagement_id": engagement.pk, "actor": adviser, "at": NOW}
    log_session(held_on=day_in_india(NOW), hours=Decimal(2), way="phone", notes="Measured.", **where)
    act(verb="finish", **where)

    again = live_turn(ask_round(asker)).engagement

    assert said(again)["evidence"] == "Helped in 1 case here"


def test_an_offer_of_help_stands_with_its_fee():
    trade = make_trade()
    make_asker(trade=trade)
    send(*make_offer(trade))

    assert said(Engagement.objects.get()) == {"cost": "Free of charge", "time": "", "evidence": ""}


@pytest.mark.parametrize("number", [1, 4])
def test_answers_are_read_in_two_queries_however_many(number, django_assert_num_queries):
    for _ in range(number):
        make_adviser()
    asked = [live_turn(ask_round(make_asker())).engagement.pk for _ in range(number)]

    with django_assert_num_queries(2):
        assert len(answer_facts(asked)) == number
