"""What the directory finds, in any script and spelling, and what it never shows."""

from datetime import timedelta

import pytest

from tests.factories import NOON, give_concept, make_organisation, make_owner, make_unit
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.search import reading as index
from virtualclusters.capabilities.search import sources
from virtualclusters.capabilities.search.searching import search
from virtualclusters.capabilities.search.writing import Writer
from virtualclusters.network.organisations import operations
from virtualclusters.network.organisations.models import ConceptRole
from virtualclusters.network.organisations.search import SOURCE, changed, documents
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.models import Concept


@pytest.fixture
def concept(loaded_words):
    return lambda slug: Concept.objects.get(slug=slug)


@pytest.fixture
def find(concept, settings, tmp_path, monkeypatch):
    """Index the organisations as they stand, and search them as the directory does."""
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


def _maker(concept, slug, name, **fields):
    unit = make_unit(organisation=make_organisation(name=name), **fields)
    give_concept(unit, concept(slug))
    return unit.organisation_id


@pytest.mark.parametrize("typed", ["honey", "शहद", "shahad", "madhu"])
def test_a_maker_is_found_by_its_product_in_any_script(find, concept, typed):
    maker = _maker(concept, "honey", "Sahyadri Sample Farms")
    _maker(concept, "papad", "Annapurna Sample Foods")

    assert find(typed).ids == [maker]


def test_a_group_finds_those_who_make_one_of_its_products(find, concept):
    maker = _maker(concept, "turmeric-powder", "Sahyadri Sample Farms")

    assert find("spices").ids == [maker]


def test_facets_count_states_groups_and_kinds(find, concept):
    _maker(concept, "honey", "One Sample", state="MH")
    _maker(concept, "honey", "Two Sample", state="UP")

    found = find()

    group = str(concept("honey").group_id)
    assert found.facets == {
        "state": {"MH": 1, "UP": 1},
        "district": {"MH_Pune": 1, "UP_Pune": 1},
        "kind": {"enterprise": 2},
        "group": {group: 2},
    }


def test_unclaimed_closed_and_expired_organisations_are_not_found(find, concept):
    make_unit(organisation=make_organisation(name="Unclaimed Sample", claimed=False))
    closed = make_organisation(name="Closed Sample", closed_at=NOON)
    make_unit(organisation=closed)
    old = make_unit(organisation=make_organisation(name="Old Sample"))
    old.expires_at = NOON - timedelta(days=1)
    old.save()

    assert find().ids == []


def test_what_a_unit_needs_does_not_make_it_a_maker(find, concept):
    unit = make_unit()
    give_concept(unit, concept("honey"), ConceptRole.NEEDS)

    assert find("honey").ids == []


def test_events_of_units_organisations_and_cases_name_the_organisation(concept):
    unit = make_unit()
    owner = make_owner(unit)
    operations.add_concept(unit_id=unit.pk, part="products", concept_id=concept("honey").pk, actor=owner, at=NOON)
    case = Event(code="case.approved", subject="case", subject_id=5, dimensions={"organisation": 77})

    assert changed([*Event.objects.all(), case]) == {unit.organisation_id, 77}


@pytest.mark.parametrize("organisations", [1, 50])
def test_documents_take_the_same_number_of_queries_however_many(concept, organisations, django_assert_num_queries):
    ids = [_maker(concept, "honey", f"Sample {number}") for number in range(organisations)]

    with django_assert_num_queries(12):
        list(documents(ids))
