"""What tenders do by themselves: the last days are told once for each closing day, and who won is asked for her figure."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.areas.tenders.jobs import NEAR, tell_of_last_days
from virtualclusters.areas.tenders.models import TenderDetail
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.foundation.time import day_in_india


@pytest.fixture
def now(db):
    return timezone.now()


@pytest.fixture
def tender(now):
    """Makes an open tender that closes in so much time."""

    def make(closes_in, title="Honey for a canteen"):
        buyer = make_unit(organisation=make_organisation(kind="government_body", at=now), at=now)
        opportunity = make_opportunity(kind="tender", unit=buyer, title=title, closes_at=now + closes_in, at=now)
        TenderDetail.objects.create(opportunity=opportunity, twin_key=title)
        return opportunity

    return make


@pytest.fixture
def follow(now):
    """Lets a new firm follow a tender; gives the engagement and her who follows."""

    def begin(opportunity):
        unit = make_unit(at=now)
        follower = make_owner(unit)
        return answer(opportunity_id=opportunity.pk, unit_id=unit.pk, actor=follower, at=now), follower

    return begin


def told():
    """Who was told which tender's last day."""
    notes = Notification.objects.filter(key="tenders.last_days").order_by("pk")
    return [(note.person_id, note.variables["title"], note.variables["day"]) for note in notes]


def test_followers_of_a_tender_that_closes_within_three_days_are_told_the_day(tender, follow, now):
    near = tender(NEAR - timedelta(minutes=1))
    far, unfollowed = tender(NEAR + timedelta(hours=1), "Far"), tender(timedelta(days=1), "Nobody follows this")
    (_talk, follower), _far = follow(near), follow(far)

    tell_of_last_days(at=now)

    assert unfollowed.engagements.count() == 0
    assert told() == [(follower.person_id, "Honey for a canteen", day_in_india(near.closes_at).isoformat())]


def test_a_closing_day_is_told_once_and_again_when_it_moves(tender, follow, now):
    near = tender(timedelta(days=2))
    follow(near)
    for morning in (now, now + timedelta(days=1)):
        tell_of_last_days(at=morning)
    once = len(told())

    near.closes_at += timedelta(days=1)
    near.save(update_fields=["closes_at"])
    tell_of_last_days(at=now + timedelta(days=1))

    assert (once, len(told())) == (1, 2)


def test_who_stopped_following_and_who_follows_a_closed_tender_are_told_nothing(tender, follow, now):
    left, closed = tender(timedelta(days=2)), tender(timedelta(days=1), "Closed by then")
    talk, follower = follow(left)
    follow(closed)
    act(engagement_id=talk.pk, verb="withdraw", actor=follower, at=now)

    tell_of_last_days(at=now + timedelta(days=1, minutes=1))

    assert told() == []


@pytest.mark.parametrize(("reason", "asked"), [("won", [("value_won", "end", None)]), ("lost", []), ("cancelled", [])])
def test_who_won_and_nobody_else_is_asked_what_the_order_is_worth(tender, follow, now, reason, asked):
    talk, follower = follow(tender(timedelta(days=2)))
    act(engagement_id=talk.pk, verb="finish", actor=follower, at=now, reason=reason)
    run_jobs()

    waiting = Measure.objects.filter(engagement=talk)

    assert list(waiting.values_list("indicator", "moment", "taken_at")) == asked
    assert [row.said_by.unit for row in waiting] == [talk.lead] * len(asked)
