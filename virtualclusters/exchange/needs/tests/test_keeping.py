"""Words about needs in a profile become needs, once."""

from tests.factories import NOON, make_unit
from virtualclusters.exchange.needs.jobs import keep_of_organisation, keep_of_unit
from virtualclusters.exchange.needs.models import Need
from virtualclusters.network.organisations.models import CapabilityWords


def _write(unit, words, part="needs"):
    return CapabilityWords.objects.create(unit=unit, part=part, words=words, language="hi", written_at=NOON)


def test_words_about_needs_are_kept_once_however_often_the_job_runs(db):
    unit = make_unit()
    _write(unit, "बिस्कुट टूटते हैं")

    for _ in range(2):
        keep_of_organisation(event_id=1, subject_id=unit.organisation_id)
        keep_of_unit(event_id=1, subject_id=unit.pk)

    assert list(Need.objects.values_list("unit", "words", "language")) == [(unit.pk, "बिस्कुट टूटते हैं", "hi")]


def test_words_about_products_are_no_needs(db):
    unit = make_unit()
    _write(unit, "शहद", part="products")

    keep_of_unit(event_id=1, subject_id=unit.pk)

    assert Need.objects.count() == 0
