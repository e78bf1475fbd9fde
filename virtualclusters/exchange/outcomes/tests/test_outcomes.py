"""Readings asked, said and confirmed; closing words blind until both are given."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories import NOON, make_opportunity, make_owner, make_unit
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.exchange.outcomes.operations import confirm, give_closing_word, state
from virtualclusters.exchange.outcomes.queries import closing_words, readings_of
from virtualclusters.foundation.errors import NotFound, Refused


@pytest.fixture
def agreed(db):
    """An agreed requirement: publisher, answerer and their engagement; the baseline was asked."""
    opportunity, unit = make_opportunity(kind="requirement", places=1), make_unit()
    publisher, answerer = make_owner(opportunity.unit), make_owner(unit)
    engagement = answer(opportunity_id=opportunity.pk, unit_id=unit.pk, actor=answerer, at=NOON)
    act(engagement_id=engagement.pk, verb="choose", actor=publisher, at=NOON)
    run_jobs()
    return engagement, publisher, answerer


def _finish(engagement, publisher):
    for verb in ("start", "finish"):
        act(engagement_id=engagement.pk, verb=verb, actor=publisher, at=NOON)
    run_jobs()
    engagement.refresh_from_db()


def _measure(engagement, moment, indicator="monthly_sales"):
    return Measure.objects.get(engagement=engagement, moment=moment, indicator=indicator)


def test_agreeing_asks_for_the_baseline_once(agreed):
    engagement, _, _ = agreed

    asked = Measure.objects.filter(engagement=engagement).order_by("indicator")

    assert [(m.indicator, m.moment, m.value) for m in asked] == [
        ("monthly_sales", "baseline", None),
        ("people_at_work", "baseline", None),
    ]


def test_the_change_is_what_the_newest_reading_differs_from_the_baseline(agreed):
    engagement, publisher, answerer = agreed
    state(measure_id=_measure(engagement, "baseline").pk, value=Decimal(100000), actor=answerer, at=NOON)
    _finish(engagement, publisher)
    at_end = state(
        measure_id=_measure(engagement, "end").pk, value=Decimal(130000), actor=answerer, at=NOON + timedelta(1)
    )
    confirm(measure_id=at_end.pk, actor=publisher, at=NOON + timedelta(1))

    reading = next(r for r in readings_of(engagement) if r.indicator.code == "monthly_sales")

    assert (reading.change, reading.confirmed) == (Decimal(30000), True)


def test_a_figure_is_confirmed_by_the_other_side_only(agreed):
    engagement, _, answerer = agreed
    said = state(measure_id=_measure(engagement, "baseline").pk, value=Decimal(5), actor=answerer, at=NOON)

    with pytest.raises(Refused) as refused:
        confirm(measure_id=said.pk, actor=answerer, at=NOON)

    assert refused.value.code == "own_word"


def test_a_confirmed_figure_stays(agreed):
    engagement, publisher, answerer = agreed
    said = state(measure_id=_measure(engagement, "baseline").pk, value=Decimal(5), actor=answerer, at=NOON)
    confirm(measure_id=said.pk, actor=publisher, at=NOON)

    with pytest.raises(Refused) as refused:
        state(measure_id=said.pk, value=Decimal(9), actor=answerer, at=NOON)

    assert refused.value.code == "confirmed_already"


def test_a_stranger_finds_no_figure(agreed):
    engagement, _, _ = agreed

    with pytest.raises(NotFound):
        confirm(measure_id=_measure(engagement, "baseline").pk, actor=make_owner(make_unit()), at=NOON)


def test_not_said_is_an_answer_and_no_change_is_made_up(agreed):
    engagement, _, answerer = agreed

    state(measure_id=_measure(engagement, "baseline").pk, value=None, actor=answerer, at=NOON)

    assert [reading.change for reading in readings_of(engagement)] == [None, None, None]


def test_finishing_asks_for_follow_ups_after_three_and_twelve_months(agreed):
    engagement, publisher, _ = agreed
    _finish(engagement, publisher)

    run_jobs(at=engagement.ended_at + timedelta(days=92))
    after_three = set(Measure.objects.filter(engagement=engagement).values_list("moment", flat=True))
    run_jobs(at=engagement.ended_at + timedelta(days=366))
    after_twelve = set(Measure.objects.filter(engagement=engagement).values_list("moment", flat=True))

    assert (after_three, after_twelve - after_three) == ({"baseline", "end", "3_months"}, {"12_months"})


def test_a_closing_word_shows_to_the_other_side_when_both_gave_one(agreed):
    engagement, publisher, answerer = agreed
    _finish(engagement, publisher)
    give_closing_word(engagement_id=engagement.pk, would_again=True, words="On time", actor=publisher, at=NOON)
    alone = closing_words(engagement, side="answerer", at=NOON)
    give_closing_word(engagement_id=engagement.pk, would_again=False, words="Paid late", actor=answerer, at=NOON)

    both = closing_words(engagement, side="answerer", at=NOON)

    assert (alone, sorted(both)) == ({}, ["answerer", "publisher"])


def test_a_closing_word_shows_after_fourteen_days_without_the_other(agreed):
    engagement, publisher, _ = agreed
    _finish(engagement, publisher)
    give_closing_word(engagement_id=engagement.pk, would_again=True, words="", actor=publisher, at=NOON)

    later = closing_words(engagement, side="answerer", at=engagement.ended_at + timedelta(days=14))

    assert list(later) == ["publisher"]


def test_a_second_closing_word_of_a_side_is_refused(agreed):
    engagement, publisher, _ = agreed
    _finish(engagement, publisher)
    give_closing_word(engagement_id=engagement.pk, would_again=True, words="", actor=publisher, at=NOON)

    with pytest.raises(Refused) as refused:
        give_closing_word(engagement_id=engagement.pk, would_again=False, words="", actor=publisher, at=NOON)

    assert refused.value.code == "given_already"
