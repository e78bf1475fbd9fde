"""The page of an opportunity and the one tap."""

from datetime import timedelta

import brotli
import pytest
from django.test import Client

from tests.factories import make_member, make_opportunity, make_owner, make_unit
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer, invite
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.models import Source
from virtualclusters.exchange.rules.models import Rule
from virtualclusters.network.organisations.models import Role
from virtualclusters.ui.formatters import long_date


def _page(stage, client):
    return client.get(f"/en/opportunities/{stage.opportunity.pk}/").content.decode()


def _answer(stage, client, **data):
    return client.post(f"/en/opportunities/{stage.opportunity.pk}/answer/", data)


def test_a_visitor_reads_what_is_wanted_by_whom_and_until_when(stage):
    scene = stage("requirement")

    page = _page(scene, Client())

    for words in ("Raw honey, 200 kg a month", "Sample Sweets", "Closes in 30 days", "I can supply this", "wa.me"):
        assert words in page


def test_one_tap_answers_and_the_page_says_until_when_they_reply(stage):
    scene = stage("offer")

    sent = _answer(scene, scene.answering)
    engagement = Engagement.objects.get()

    assert (sent.status_code, engagement.lead, engagement.phase) == (302, scene.unit, Phase.ASKED)
    assert f"Sent. They will reply by {long_date(engagement.due_at)}." in _page(scene, scene.answering)


@pytest.mark.django_db
@pytest.mark.parametrize(("headers", "way"), [({}, "Location"), ({"HX-Request": "true"}, "HX-Redirect")])
def test_a_kind_that_asks_more_is_never_answered_by_a_tap_but_on_its_own_page(headers, way):
    advice = make_opportunity(kind="advice")
    client = Client()
    client.force_login(make_owner(make_unit()).person)

    sent = client.post(f"/en/opportunities/{advice.pk}/answer/", headers=headers)

    assert (sent[way], Engagement.objects.count()) == (f"/en/advice/ask/{advice.pk}/", 0)


def test_the_tap_by_htmx_gives_the_card_back_with_the_way_to_undo(stage):
    scene = stage("offer")

    card = scene.answering.post(
        f"/en/opportunities/{scene.opportunity.pk}/answer/", headers={"HX-Request": "true"}
    ).content.decode()

    assert f'id="opportunity-{scene.opportunity.pk}"' in card
    assert ("<html" in card, "Sent. They will reply by" in card, "Undo" in card) == (False, True, True)


def test_undo_takes_the_answer_back_and_a_new_one_can_be_given(stage):
    scene = stage("requirement")
    _answer(scene, scene.answering)

    scene.answering.post(f"/en/opportunities/{scene.opportunity.pk}/undo/")
    scene.opportunity.refresh_from_db()

    assert (Engagement.objects.get().phase, scene.opportunity.answers_taken) == (Phase.WITHDRAWN, 0)
    assert "I can supply this" in _page(scene, scene.answering)


def test_a_person_with_two_places_is_asked_for_which_one(stage):
    scene = stage("offer")
    second = make_unit(organisation=scene.unit.organisation, at=scene.now, name="Plant 2")

    asked = _answer(scene, scene.answering)
    _answer(scene, scene.answering, unit=second.pk)

    assert "For which place?" in asked.content.decode()
    assert Engagement.objects.get().lead == second


def test_a_unit_of_somebody_else_is_not_among_the_choices(stage):
    scene = stage("offer")
    make_unit(organisation=scene.unit.organisation, at=scene.now, name="Plant 2")

    page = _answer(scene, scene.answering, unit=scene.opportunity.unit.pk)

    assert (page.status_code, Engagement.objects.count()) == (200, 0)
    assert "Error:" in page.content.decode()


def test_the_sixth_is_told_its_place_in_the_queue(stage):
    scene = stage("requirement", most_answers=1)
    _unit, _actor, other = scene.another("Sample Bees")
    _answer(scene, scene.answering)

    _answer(scene, other)

    assert "You are number 1 in the queue." in _page(scene, other)


def test_a_visitor_who_taps_signs_in_first_and_comes_back(stage):
    scene = stage("offer")

    sent = _answer(scene, Client())

    assert sent.status_code == 302
    assert f"next=/en/opportunities/{scene.opportunity.pk}/answer/" in sent.url.replace("%2F", "/")
    assert scene.answering.get(f"/en/opportunities/{scene.opportunity.pk}/answer/").url == (
        f"/en/opportunities/{scene.opportunity.pk}/"
    )


def test_staff_may_look_but_is_told_that_she_may_not_answer(stage):
    scene = stage("offer")
    staff = make_member(scene.unit.organisation, role=Role.STAFF)

    refused = _answer(scene, scene.browser(staff))

    assert (refused.status_code, "You may look, but not answer." in refused.content.decode()) == (422, True)


def test_a_closed_one_says_so_plainly_and_offers_no_act(stage):
    scene = stage("offer")
    scene.opportunity.published_at = scene.now - timedelta(days=9)
    scene.opportunity.closes_at = scene.now - timedelta(days=1)
    scene.opportunity.save()

    page = _page(scene, scene.answering)

    assert ("The last day is over." in page, "Ask for a price" in page) == (True, False)


def test_an_ended_one_says_when_and_why(stage):
    scene = stage("offer", ended_at=None)
    scene.opportunity.ended_at, scene.opportunity.end_reason = scene.now, "met"
    scene.opportunity.save()

    assert f"It ended on {long_date(scene.now)}: The need was met." in _page(scene, scene.answering)


@pytest.mark.parametrize(("states", "words"), [(["MH"], "Yours fits"), (["GJ"], "Yours does not fit")])
def test_a_condition_shows_its_verdict_for_my_unit_and_its_source(stage, states, words):
    scene = stage("offer")
    Rule.objects.create(
        opportunity=scene.opportunity,
        fact="state",
        operator="one_of",
        value=states,
        hard=True,
        source="https://example.org/order.pdf",
        version="2026",
        effective_from=scene.now.date(),
    )

    page = _page(scene, scene.answering)

    assert (words in page, 'href="https://example.org/order.pdf"' in page) == (True, True)


def test_a_visitor_sees_the_condition_without_a_verdict(stage):
    scene = stage("offer")
    Rule.objects.create(
        opportunity=scene.opportunity, fact="state", operator="one_of", value=["GJ"], hard=True, source="Clause 4",
        version="1", effective_from=scene.now.date(),
    )  # fmt: skip

    page = _page(scene, Client())

    assert ("Clause 4" in page, "Yours does not fit" in page) == (True, False)


def test_sources_of_a_notice_can_be_opened(stage):
    scene = stage("offer")
    Source.objects.create(
        opportunity=scene.opportunity, portal="State portal", reference="T-1", address="https://example.org/t1",
        fetched_at=scene.now,
    )  # fmt: skip

    page = _page(scene, Client())

    assert ('href="https://example.org/t1"' in page, "T-1" in page) == (True, True)


def test_words_in_another_language_are_marked(stage):
    scene = stage("offer", summary="शुद्ध शहद")
    scene.opportunity.language = "hi"
    scene.opportunity.save()

    page = _page(scene, Client())

    assert (page.count('lang="hi"') >= 2, "Written in हिन्दी." in page) == (True, True)


def test_a_foreign_draft_is_not_found(stage):
    scene = stage("offer", published_at=None)

    assert scene.answering.get(f"/en/opportunities/{scene.opportunity.pk}/").status_code == 404
    assert scene.publishing.get(f"/en/opportunities/{scene.opportunity.pk}/").status_code == 200


def test_an_answer_to_what_one_was_invited_to_is_the_yes(stage):
    scene = stage("requirement")
    invite(opportunity_id=scene.opportunity.pk, unit_id=scene.unit.pk, actor=scene.publisher, at=scene.now)

    _answer(scene, scene.answering)

    assert [(one.opened_by, one.turn) for one in Engagement.objects.all()] == [("publisher", "publisher")]


@pytest.mark.parametrize("answers", [1, 50])
def test_the_page_asks_the_database_at_most_fifteen_times(stage, answers, django_assert_max_num_queries):
    scene = stage("requirement", most_answers=None)
    for number in range(answers):
        unit, actor, _browser = scene.another(f"Sample {number}")
        answer(opportunity_id=scene.opportunity.pk, unit_id=unit.pk, actor=actor, at=scene.now)
    _page(scene, scene.answering)

    with django_assert_max_num_queries(15):
        _page(scene, scene.answering)


def test_the_talk_that_ended_says_why_and_lets_me_ask_again(stage):
    scene = stage("requirement")
    engagement = answer(opportunity_id=scene.opportunity.pk, unit_id=scene.unit.pk, actor=scene.answerer, at=scene.now)
    act(engagement_id=engagement.pk, verb="decline", reason="price", actor=scene.publisher, at=scene.now)
    run_jobs()

    page = _page(scene, scene.answering)

    assert ("The price does not fit" in page, "I can supply this" in page) == (True, True)


def test_undo_by_htmx_puts_the_tap_back_into_the_card(stage):
    scene = stage("offer")
    _answer(scene, scene.answering)

    card = scene.answering.post(
        f"/en/opportunities/{scene.opportunity.pk}/undo/", headers={"HX-Request": "true"}
    ).content.decode()

    assert ("<html" in card, "Ask for a price" in card, "Undo" in card) == (False, True, False)


def test_a_visitor_who_taps_by_htmx_is_led_to_the_sign_in_page_as_a_whole(stage):
    scene = stage("offer")

    sent = Client().post(f"/en/opportunities/{scene.opportunity.pk}/answer/", headers={"HX-Request": "true"})

    assert (sent.status_code, "/sign-in/" in sent["HX-Redirect"]) == (200, True)


def test_a_refusal_by_htmx_takes_the_place_of_the_page_not_of_the_card(stage):
    scene = stage("offer")

    refused = scene.publishing.post(f"/en/opportunities/{scene.opportunity.pk}/answer/", headers={"HX-Request": "true"})

    assert (refused.status_code, refused["HX-Retarget"], refused["HX-Reselect"]) == (422, "main", "main")


@pytest.mark.parametrize("page", ["opportunities/{}/", "talks/", "my-opportunities/", "publish/"])
def test_pages_of_owners_weigh_at_most_five_kilobytes(stage, page):
    scene = stage("requirement", most_answers=None, summary="For our sweets. " * 20)
    for number in range(10):
        unit, actor, _browser = scene.another(f"Sample Honey House {number}")
        answer(opportunity_id=scene.opportunity.pk, unit_id=unit.pk, actor=actor, at=scene.now)

    sent = scene.publishing.get(f"/en/{page.format(scene.opportunity.pk)}")

    assert (sent.status_code, len(brotli.compress(sent.content, quality=5)) <= 5 * 1024) == (200, True)
