"""What waits for the two of a case stands on their desks once, in words of advice, and leads to the case."""

import pytest

from virtualclusters.areas.advice.cases.working import agree_scope, log_session, write_scope
from virtualclusters.areas.advice.tests.people import (
    NOW,
    SCOPE,
    ask_round,
    live_turn,
    make_adviser,
    make_agreed,
    make_asker,
    make_under_way,
    yes_of,
)
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.waiting import what_waits_for

pytestmark = pytest.mark.django_db


def told(actor, firm, kind="cases"):
    """What waits for somebody at the pages of advice or of the exchange, with the other side left out of the words."""
    items = [item for item in what_waits_for(actor, at=NOW) if f"/{kind}/" in item.href]
    return [(item.label.replace(firm, "…"), item.href) for item in items]


def name_of(actor):
    return actor.organisation.name


def test_a_request_waits_for_the_adviser_and_then_the_choice_of_a_time_for_the_unit():
    _profile, adviser = make_adviser()
    unit, asker = make_asker()
    engagement = live_turn(ask_round((unit, asker))).engagement
    case = f"/en/advice/cases/{engagement.pk}/"

    asked = told(adviser, name_of(asker))
    yes_of(engagement, adviser)

    assert asked == [("… asks you for advice", case)]
    assert (told(adviser, name_of(asker)), told(asker, name_of(adviser))) == ([], [("Choose a time with …", case)])


def test_after_the_time_the_adviser_plans_and_then_helps():
    engagement, (_unit, asker), adviser = make_agreed()
    case = f"/en/advice/cases/{engagement.pk}/"
    agreed = told(adviser, name_of(asker))

    write_scope(engagement_id=engagement.pk, actor=adviser, at=NOW, conflict="none", **SCOPE)
    agree_scope(engagement_id=engagement.pk, actor=asker, at=NOW)

    assert agreed == [("Plan the help for …", case)]
    assert told(adviser, name_of(asker)) == [("How is the help for … going?", case)]


def test_at_the_end_each_side_is_asked_once_for_its_last_word():
    engagement, (_unit, asker), adviser = make_under_way()
    told_of = {"held_on": day_in_india(NOW), "hours": 2, "way": "phone", "notes": "Measured the oven."}
    log_session(engagement_id=engagement.pk, actor=adviser, at=NOW, **told_of)
    act(engagement_id=engagement.pk, verb="finish", actor=asker, at=NOW)

    page = f"/en/talks/{engagement.pk}/last-word/"
    asked = [told(actor, name_of(actor), kind="last-word") for actor in (asker, adviser)]
    assert asked == [[("How was it to work together?", page)]] * 2
