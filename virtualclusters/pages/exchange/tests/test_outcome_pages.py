"""Figures and last words on screen."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.outcomes.models import ClosingWord, Measure
from virtualclusters.network.waiting import what_waits_for
from virtualclusters.ui.formatters import long_date


@pytest.fixture
def agreed(stage):
    """A requirement whose answerer was chosen; the baseline is asked of her."""
    scene = stage("requirement", places=1)
    scene.talk = answer(opportunity_id=scene.opportunity.pk, unit_id=scene.unit.pk, actor=scene.answerer, at=scene.now)
    act(engagement_id=scene.talk.pk, verb="choose", actor=scene.publisher, at=scene.now)
    run_jobs()
    return scene


def _finish(scene):
    for verb in ("start", "finish"):
        act(engagement_id=scene.talk.pk, verb=verb, actor=scene.publisher, at=scene.now)
    run_jobs()


def _sales(moment="baseline"):
    return Measure.objects.get(indicator="monthly_sales", moment=moment)


def _page(client, scene):
    return client.get(f"/en/talks/{scene.talk.pk}/").content.decode()


def test_one_figure_a_page_typed_in_lakh_leads_to_the_next(agreed):
    sent = agreed.answering.post(f"/en/figures/{_sales().pk}/", {"value": "2.5 lakh"})

    following = Measure.objects.filter(taken_at=None).order_by("pk").first()
    assert (_sales().value, sent.url) == (Decimal(250000), f"/en/figures/{following.pk}/")


def test_a_figure_that_is_none_is_told_and_what_was_typed_stays(agreed):
    page = agreed.answering.post(f"/en/figures/{_sales().pk}/", {"value": "plenty"}).content.decode()

    assert ("Enter an amount in rupees" in page, 'value="plenty"' in page, _sales().taken_at) == (True, True, None)


def test_not_said_is_an_answer(agreed):
    agreed.answering.post(f"/en/figures/{_sales().pk}/", {"value": "", "not_said": "1"})

    assert (_sales().value, _sales().taken_at is not None) == (None, True)
    assert "not said" in _page(agreed.answering, agreed)


def test_the_other_side_sees_own_word_and_confirms_it(agreed):
    agreed.answering.post(f"/en/figures/{_sales().pk}/", {"value": "100000"})
    before, mine = _page(agreed.publishing, agreed), _page(agreed.answering, agreed)
    asked = agreed.publishing.get(f"/en/figures/{_sales().pk}/").content.decode()
    agreed.publishing.post(f"/en/figures/{_sales().pk}/confirm/")

    assert ("their own word" in before, "their own word" in mine, "your own word" in mine) == (True, False, True)
    assert ("₹1,00,000" in asked, "Is this figure right?" in asked) == (True, True)
    assert "confirmed by Sample Sweets" in _page(agreed.answering, agreed)


def test_the_change_is_shown_with_how_well_it_is_known(agreed):
    agreed.answering.post(f"/en/figures/{_sales().pk}/", {"value": "100000"})
    _finish(agreed)
    agreed.answering.post(f"/en/figures/{_sales('end').pk}/", {"value": "130000"})

    assert "₹30,000 more than before." in _page(agreed.publishing, agreed)


def test_the_publisher_cannot_say_the_answerers_figure(agreed):
    assert agreed.publishing.post(f"/en/figures/{_sales().pk}/", {"value": "5"}).status_code == 404
    assert _sales().taken_at is None


def test_a_stranger_finds_no_figure(agreed):
    _unit, _actor, stranger = agreed.another("Sample Bees")

    assert stranger.get(f"/en/figures/{_sales().pk}/").status_code == 404


def test_the_last_word_is_blind_until_both_gave_one(agreed):
    _finish(agreed)
    address = f"/en/talks/{agreed.talk.pk}/last-word/"
    agreed.publishing.post(address, {"would_again": "yes", "words": "Paid attention"})
    alone = _page(agreed.answering, agreed)
    agreed.answering.post(address, {"would_again": "no", "words": "Paid late"})
    ended_at = Engagement.objects.get().ended_at

    assert ("Paid attention" in alone, f"or on {long_date(ended_at + timedelta(days=14))}" in alone) == (False, True)
    assert ("Paid attention" in _page(agreed.answering, agreed), ClosingWord.objects.count()) == (True, 2)


def test_a_second_last_word_of_a_side_is_refused_with_a_sentence(agreed):
    _finish(agreed)
    address = f"/en/talks/{agreed.talk.pk}/last-word/"
    agreed.publishing.post(address, {"would_again": "yes", "words": ""})

    again = agreed.publishing.post(address, {"would_again": "no", "words": ""})

    assert (again.status_code, "given its word already" in again.content.decode()) == (422, True)


def test_the_desk_asks_for_figures_confirmations_and_the_last_word(agreed):
    agreed.answering.post(f"/en/figures/{_sales().pk}/", {"value": "100000"})
    _finish(agreed)

    def labels(actor):
        return {one.label for one in what_waits_for(actor, at=timezone.now())}

    assert labels(agreed.answerer) == {"One figure is asked", "How was it to work together?"}
    assert labels(agreed.publisher) == {"Is this figure right?", "How was it to work together?"}


def test_the_desk_names_the_figure_it_asks_to_confirm(agreed):
    agreed.answering.post(f"/en/figures/{_sales().pk}/", {"value": "100000"})

    (asked,) = what_waits_for(agreed.publisher, at=timezone.now())

    assert asked.hint == "Sales of this product or service in a month: ₹1,00,000 · Before · Raw honey, 200 kg a month"
