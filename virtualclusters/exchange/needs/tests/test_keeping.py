"""Words about needs in a profile become needs, once."""

from datetime import timedelta

import pytest

from tests.factories import NOON, make_concept, make_opportunity, make_unit
from virtualclusters.exchange.needs.jobs import keep_of_organisation, keep_of_unit
from virtualclusters.exchange.needs.models import Need, NeedConcept
from virtualclusters.network.organisations.models import CapabilityWords


def _write(unit, words, part="needs"):
    return CapabilityWords.objects.create(unit=unit, part=part, words=words, language="hi", written_at=NOON)


@pytest.fixture
def unit_in_need(db):
    """A unit whose words about a need are kept already."""
    unit = make_unit()
    _write(unit, "Biscuits break")
    keep_of_unit(event_id=1, subject_id=unit.pk)
    return unit


def test_words_about_needs_are_kept_once_however_often_the_job_runs(db):
    unit = make_unit()
    _write(unit, "बिस्कुट टूटते हैं")

    for _ in range(2):
        keep_of_organisation(event_id=1, subject_id=unit.organisation_id)
        keep_of_unit(event_id=1, subject_id=unit.pk)

    assert list(Need.objects.values_list("unit", "words", "language", "source")) == [
        (unit.pk, "बिस्कुट टूटते हैं", "hi", "profile")
    ]


def _rewrite(unit, words):
    CapabilityWords.objects.filter(unit=unit).update(words=words, written_at=NOON + timedelta(hours=1))
    keep_of_unit(event_id=1, subject_id=unit.pk)


def _needs():
    return list(Need.objects.order_by("pk").values_list("words", flat=True))


def test_rewritten_words_change_the_need_that_they_were_and_add_none(unit_in_need):
    _rewrite(unit_in_need, "Biscuits break in the rains")

    assert (_needs(), Need.objects.get().stated_at) == (["Biscuits break in the rains"], NOON + timedelta(hours=1))


@pytest.mark.parametrize("built", ["opportunity", "correction", "met"])
def test_a_need_on_which_something_stands_keeps_its_words_and_the_new_ones_are_a_need_of_their_own(unit_in_need, built):
    need = Need.objects.get()
    if built == "opportunity":
        make_opportunity(unit=unit_in_need, need=need)
    elif built == "correction":
        NeedConcept.objects.create(need=need, concept=make_concept("biscuits"), role="wanted")
    else:
        Need.objects.update(met_at=NOON)

    _rewrite(unit_in_need, "A machine for papad")

    assert _needs() == ["Biscuits break", "A machine for papad"]


def test_words_that_are_a_need_already_are_not_kept_twice(unit_in_need):
    Need.objects.update(source="typed")

    keep_of_unit(event_id=1, subject_id=unit_in_need.pk)

    assert _needs() == ["Biscuits break"]


def test_words_about_products_are_no_needs(db):
    unit = make_unit()
    _write(unit, "शहद", part="products")

    keep_of_unit(event_id=1, subject_id=unit.pk)

    assert Need.objects.count() == 0
