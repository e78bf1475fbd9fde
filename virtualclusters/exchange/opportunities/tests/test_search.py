"""What the list of opportunities finds."""

from datetime import timedelta

import pytest

from tests.factories import NOON, make_opportunity, make_unit
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.search import reading as index
from virtualclusters.capabilities.search import sources
from virtualclusters.capabilities.search.searching import search
from virtualclusters.capabilities.search.writing import Writer
from virtualclusters.exchange.opportunities.search import SOURCE, changed, documents
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.models import Concept

NEXT_WEEK, NEXT_MONTH = NOON + timedelta(days=7), NOON + timedelta(days=30)


@pytest.fixture
def concept(loaded_words):
    return lambda slug: Concept.objects.get(slug=slug)


@pytest.fixture
def find(concept, settings, tmp_path, monkeypatch):
    """Index the opportunities as they stand, and search them as the list does."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path
    monkeypatch.setattr(sources, "_sources", {SOURCE.name: SOURCE})

    def find(text="", **more):
        writer = Writer()
        writer.rebuild()
        writer.close()
        read = [found.concept_id for found in reading.read(text).named]
        return search(source=SOURCE.name, text=text, concepts=read, at=NOON, **more)

    yield find
    index.forget()


def test_an_opportunity_is_found_by_its_concept_in_another_script(find, concept):
    wanted = make_opportunity(title="Sweet things", concepts=[("asks", concept("honey"))])

    assert find("शहद").ids == [wanted.pk]


def test_closed_and_ended_ones_are_found_only_when_asked_for(find, concept):
    still = make_opportunity(title="Honey now", closes_at=NEXT_MONTH)
    over = make_opportunity(title="Honey before", closes_at=NOON)
    ended = make_opportunity(title="Honey ended", ended_at=NOON, end_reason="met")

    assert find("honey").ids == [still.pk]
    assert sorted(find("honey", open_only=False).ids) == [still.pk, over.pk, ended.pk]


def test_only_those_that_close_soon_are_found_when_that_is_asked(find, concept):
    soon = make_opportunity(title="Honey soon", closes_at=NEXT_WEEK)
    make_opportunity(title="Honey later", closes_at=NEXT_MONTH)
    make_opportunity(title="Honey always")

    assert find("honey", closes_by=NOON + timedelta(days=10)).ids == [soon.pk]


def test_the_database_answers_the_same_when_the_index_cannot_be_read(find, concept, settings, tmp_path):
    soon = make_opportunity(title="Honey soon", closes_at=NEXT_WEEK)
    make_opportunity(title="Honey later", closes_at=NEXT_MONTH)
    find("honey")
    settings.VIRTUALCLUSTERS_STATE = tmp_path / "nothing"

    found = search(source=SOURCE.name, text="honey", at=NOON, closes_by=NOON + timedelta(days=10))

    assert (found.ids, found.used) == ([soon.pk], "database")


def test_drafts_and_those_of_closed_units_are_not_found(find, concept):
    make_opportunity(title="Honey draft", published_at=None)
    make_opportunity(title="Honey gone", unit=make_unit(closed_at=NOON))

    assert find("honey", open_only=False).ids == []


def test_events_of_the_opportunity_its_unit_and_its_organisation_name_it(db):
    own = make_opportunity()
    events = [
        Event(code="opportunity.ended", subject="opportunity", subject_id=5),
        Event(code="unit.described", subject="unit", subject_id=own.unit_id),
        Event(code="engagement.asked", subject="engagement", subject_id=8),
    ]

    assert changed(events) == {5, own.pk}


@pytest.mark.parametrize("opportunities", [1, 50])
def test_documents_take_the_same_number_of_queries_however_many(concept, opportunities, django_assert_num_queries):
    ids = [make_opportunity(concepts=[("asks", concept("honey"))]).pk for _ in range(opportunities)]

    with django_assert_num_queries(7):
        list(documents(ids))
