"""Who is told what, once each, with a link; and what the texts cost."""

from datetime import timedelta

import pytest
from django.utils import translation

from tests.factories import NOON, make_member, make_opportunity, make_owner, make_unit
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.capabilities.messaging.parts import size_of
from virtualclusters.capabilities.messaging.registry import all_registered
from virtualclusters.capabilities.messaging.rendering import render_line, render_sms
from virtualclusters.exchange.engagements.jobs import ring, tell_of
from virtualclusters.exchange.engagements.operations.acting import act, say
from virtualclusters.exchange.engagements.operations.opening import answer, invite
from virtualclusters.exchange.engagements.telling import tell_last_days
from virtualclusters.exchange.opportunities.operations import end
from virtualclusters.network.organisations.models import Role

OWN = {key: text for key, text in all_registered().items() if key.startswith(("exchange.", "outcomes."))}
MOST_PARTS = {"en": 2, "hi": 3}


@pytest.fixture
def talk(db):
    """A requirement for one, answered; who is told stands in ``told``."""

    class Talk:
        opportunity = make_opportunity(
            kind="requirement", places=1, most_answers=1, closes_at=NOON + timedelta(days=400)
        )
        publisher = make_owner(opportunity.unit)
        unit = make_unit()
        answerer = make_owner(unit)

        def answered(self):
            self.engagement = answer(
                opportunity_id=self.opportunity.pk, unit_id=self.unit.pk, actor=self.answerer, at=NOON
            )
            run_jobs()
            return self.engagement

        def does(self, verb, actor, **options):
            act(engagement_id=self.engagement.pk, verb=verb, actor=actor, at=NOON, **options)
            run_jobs()

    return Talk()


def _told(actor):
    return list(Notification.objects.filter(person=actor.person).order_by("pk").values_list("key", flat=True))


def test_an_answer_is_told_to_those_who_may_reply_with_a_link_and_a_day(talk):
    reader = make_member(talk.opportunity.unit.organisation, role=Role.STAFF)

    engagement = talk.answered()

    told = Notification.objects.get(person=talk.publisher.person)
    assert (told.key, told.about) == ("exchange.answered", f"/talks/{engagement.pk}/")
    assert (_told(talk.answerer), _told(reader)) == ([], [])
    with translation.override("en"):
        line = render_line(OWN["exchange.answered"], variables=told.variables)
    assert line == f"{talk.unit.organisation.name} answered: Turmeric powder, 500 kg a month"


def test_the_same_event_told_twice_tells_once(talk):
    talk.answered()

    tell_of(event_id=Event.objects.get(code="engagement.apply").pk)

    assert _told(talk.publisher) == ["exchange.answered"]


def test_an_invitation_is_told_to_the_invited(talk):
    invite(opportunity_id=talk.opportunity.pk, unit_id=talk.unit.pk, actor=talk.publisher, at=NOON)
    run_jobs()

    assert (_told(talk.answerer), _told(talk.publisher)) == (["exchange.invited"], [])


def test_who_waits_is_no_news_until_she_moves_up_and_then_both_are_told(talk):
    talk.answered()
    unit = make_unit()
    late = make_owner(unit)
    answer(opportunity_id=talk.opportunity.pk, unit_id=unit.pk, actor=late, at=NOON)
    run_jobs()
    before = _told(talk.publisher)

    talk.does("withdraw", talk.answerer)

    assert (before, _told(late)) == (["exchange.answered"], ["exchange.moved_up"])
    assert _told(talk.publisher) == ["exchange.answered", "exchange.ended", "exchange.answered"]


def test_agreeing_tells_the_other_side_and_asks_for_the_baseline(talk):
    talk.answered()

    talk.does("choose", talk.publisher)

    assert sorted(_told(talk.answerer)) == ["exchange.agreed", "outcomes.figure_asked"]


def test_a_refusal_is_told_with_its_reason_in_words(talk):
    talk.answered()

    talk.does("decline", talk.publisher, reason="price")

    told = Notification.objects.get(person=talk.answerer.person)
    with translation.override("en"):
        assert render_line(OWN["exchange.ended"], variables=told.variables).endswith(
            "it ended. The price does not fit."
        )


def test_ending_the_opportunity_is_told_to_those_who_waited(talk):
    talk.answered()

    end(opportunity_id=talk.opportunity.pk, reason="met", actor=talk.publisher, at=NOON)
    run_jobs()

    assert _told(talk.answerer) == ["exchange.ended"]


def test_silence_is_told_to_both_when_the_clock_ends_it(talk):
    engagement = talk.answered()

    ring(engagement_id=engagement.pk, at=engagement.due_at)
    run_jobs()

    assert (_told(talk.answerer), _told(talk.publisher)) == (
        ["exchange.ended"],
        ["exchange.answered", "exchange.ended"],
    )


def test_a_turn_that_the_clock_only_reminds_of_is_told_to_the_one_whose_turn_it_is(talk):
    talk.answered()
    talk.does("choose", talk.publisher)
    talk.engagement.refresh_from_db()

    ring(engagement_id=talk.engagement.pk, at=talk.engagement.due_at)
    run_jobs()

    assert _told(talk.publisher) == ["exchange.answered", "exchange.reminded"]


def test_the_last_three_days_of_a_turn_are_told_once(talk):
    engagement = talk.answered()
    early, late = engagement.due_at - timedelta(days=4), engagement.due_at - timedelta(days=2)

    told = []
    for at in (early, late, late + timedelta(hours=1)):
        tell_last_days(at=at)
        told.append(_told(talk.publisher).count("exchange.last_days"))

    assert told == [0, 1, 1]


def test_words_in_the_thread_are_told_to_the_other_side(talk):
    engagement = talk.answered()

    say(engagement_id=engagement.pk, words="Which mesh?", actor=talk.publisher, at=NOON)
    run_jobs()

    assert _told(talk.answerer) == ["exchange.said"]


def test_finished_work_asks_both_for_their_last_word(talk):
    talk.answered()
    talk.does("choose", talk.publisher)
    for verb in ("start", "finish"):
        talk.does(verb, talk.publisher)

    assert (_told(talk.publisher).count("outcomes.word_asked"), _told(talk.answerer).count("outcomes.word_asked")) == (
        1,
        1,
    )


@pytest.mark.parametrize("language", MOST_PARTS)
@pytest.mark.parametrize("key", OWN)
def test_no_sms_costs_more_than_two_parts_in_english_and_three_in_hindi(key, language):
    values = {
        "firm": "Shri Annapurna Gruh Udyog Mahi",
        "title": "Turmeric powder, fine, 500 kg a month",
        "day": "2026-11-28",
        "why": "requirement:price",
        "link": "https://vc.example/s/abcdefgh",
        "stop": "https://vc.example/s/ijklmnop",
    }

    sms = render_sms(OWN[key], language=language, variables=values)

    assert size_of(sms.body).parts <= MOST_PARTS[language], sms.body
