"""The lender's table: its order over its pages, its counts, and whose applications stand in it."""

from datetime import timedelta

import pytest

from tests.factories import NOON
from virtualclusters.areas.finance.applications import pipeline, standing
from virtualclusters.areas.finance.applications.operations.working import ask_back
from virtualclusters.areas.finance.models import LoanApplication, Stage
from virtualclusters.areas.finance.tests.applying import lender_with_package, say_no, say_yes, send
from virtualclusters.areas.finance.tests.lending import make_spice_maker
from virtualclusters.foundation.time import day_in_india

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank():
    return lender_with_package(at=NOON - timedelta(days=1))


@pytest.fixture
def sent(bank):
    """Eight applications, an hour apart: some are late, one is sanctioned, one waits for its owner past the day, one is over."""
    package, clerk = bank
    rows = [send(make_spice_maker(), package, at=NOON - timedelta(hours=9 - hour))[0] for hour in range(8)]
    say_yes(rows[1], clerk)
    ask_back(application_id=rows[2].pk, words="Which oven?", paper_kind="", actor=clerk, at=NOON)
    say_no(rows[3], clerk)
    late = [rows[number].pk for number in (1, 2, 3, 4, 6)]
    LoanApplication.objects.filter(pk__in=late).update(decide_by=day_in_india(NOON) - timedelta(days=1))
    return rows


def in_order(clerk):
    """The order by the definition, worked out one by one."""
    rows = list(pipeline.lenders_loans(clerk).exclude(stage=Stage.CLOSED))
    rows.sort(key=lambda one: (not standing.is_overdue(one, NOON), one.stage_since, one.pk))
    return [one.pk for one in rows]


@pytest.mark.parametrize("a_page", [1, 2, 3, 50])
def test_the_pages_of_the_table_are_the_whole_in_order_the_late_first(bank, sent, a_page):
    found = pipeline.pipeline(bank[1], at=NOON)
    pages = [pk for begin in range(0, len(found), a_page) for pk in found[begin : begin + a_page]]

    assert pages == in_order(bank[1])
    assert set(pages[:2]) == {sent[4].pk, sent[6].pk}
    assert [one.pk for one in pipeline.all_in(found)] == pages


def test_counts_that_were_made_before_are_the_length_of_the_table(bank, sent):
    counts = pipeline.counts_by_stage(bank[1])

    for chosen in ({}, {"stage": Stage.QUERY}, {"stage": Stage.CLOSED}, {"turn": "answerer"}, {"package": bank[0].pk}):
        known = pipeline.pipeline(bank[1], at=NOON, counts=counts, **chosen)
        assert len(known) == len(pipeline.pipeline(bank[1], at=NOON, **chosen)) == len(known[0:50])


def test_what_waits_for_the_lender_is_counted_with_what_is_late_of_it(bank, sent):
    waiting = [one for one in pipeline.lenders_loans(bank[1]) if one.engagement.turn == "publisher"]
    waiting = [one for one in waiting if one.stage not in (Stage.DISBURSED, Stage.CLOSED)]

    assert pipeline.waiting_of(bank[1], at=NOON) == (len(waiting), 2)


def test_an_application_names_the_lender_of_its_package_and_stands_in_no_other_table(bank, sent):
    package, stranger = lender_with_package("Konkan Sample Bank")

    assert {one.lender for one in LoanApplication.objects.all()} == {bank[0].unit.organisation}
    assert list(pipeline.pipeline(stranger, at=NOON)[0:50]) == []
    [theirs] = send(make_spice_maker(), package)
    assert (theirs.lender, list(pipeline.pipeline(stranger, at=NOON)[0:50])) == (package.unit.organisation, [theirs.pk])
