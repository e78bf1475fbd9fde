from collections import Counter

import pytest
from django.core.management import call_command

from virtualclusters.network.vocabulary.files import rows
from virtualclusters.network.vocabulary.load import load_vocabulary, new_edition
from virtualclusters.network.vocabulary.models import Concept, ConceptCode, ConceptName, Edition, Relation, State
from virtualclusters.network.vocabulary.queries import BROADER, all_relations, concepts_with_code, names_of, related

pytestmark = pytest.mark.usefixtures("vocabulary")


def ids_of(*slugs):
    by_slug = dict(Concept.objects.filter(slug__in=slugs).values_list("slug", "id"))
    return [by_slug[slug] for slug in slugs]


def test_every_product_and_machine_of_the_files_has_an_hsn_and_a_nic_code():
    counts = Counter(Concept.objects.values_list("kind", flat=True))
    coded = ConceptCode.objects.exclude(system="portal").values("concept", "system").distinct().count()
    assert (len(rows("products")), len(rows("machines"))) == (113, 45)
    assert coded == 2 * (counts["product"] + counts["machine"])


def test_sectors_carry_the_categories_of_tender_portals_as_they_are_written():
    codes = ConceptCode.objects.filter(system="portal").values_list("concept__slug", "code")
    assert dict(codes) == {"food-processing": "Food Products", "textiles": "Uniforms/Curtains/Clothes"}


def test_every_concept_has_a_name_to_show_in_english_and_in_hindi():
    for language in ("en", "hi"):
        named = ConceptName.objects.filter(language=language, preferred=True).values("concept")
        assert list(Concept.objects.exclude(id__in=named).values_list("slug", flat=True)) == []


def test_every_product_and_machine_has_at_least_two_roman_spellings_but_for_technical_words():
    spellings = Counter(ConceptName.objects.filter(language=ConceptName.ROMAN).values_list("concept__slug", flat=True))
    slugs = Concept.objects.filter(kind__in=["product", "machine"]).values_list("slug", flat=True)
    poor = sorted(slug for slug in slugs if spellings[slug] < 1)
    assert poor == []


def _with_groups():
    """Concept to the concepts and groups whose relations hold for it."""
    group = dict(Concept.objects.values_list("id", "group_id"))
    wider = {}
    for concept in group:
        chain, at = [], concept
        while at:
            chain.append(at)
            at = group[at]
        wider[concept] = chain
    return wider


def _orphans(kind, relation):
    """Concepts of a kind that nothing of the relation serves."""
    served = set(Relation.objects.filter(relation=relation).values_list("other", flat=True))
    wider = _with_groups()
    concepts = Concept.objects.filter(kind=kind).values_list("id", "slug")
    return sorted(slug for concept, slug in concepts if not served.intersection(wider[concept]))


@pytest.mark.parametrize("relation", ["material_for", "service_for", "certificate_for"])
@pytest.mark.parametrize("kind", ["product", "machine"])
def test_every_product_and_machine_has_materials_a_service_and_a_certificate(kind, relation):
    assert _orphans(kind, relation) == []


@pytest.mark.parametrize("kind", ["machine", "material", "service", "skill", "certificate"])
def test_everything_that_serves_is_for_something(kind):
    used = Relation.objects.filter(relation=f"{kind}_for").values("concept")
    assert list(Concept.objects.filter(kind=kind).exclude(id__in=used).values_list("slug", flat=True)) == []


def test_all_states_have_three_codes_and_languages():
    states = {state.code: state for state in State.objects.all()}
    assert len(states) == 36
    assert {state.lgd_code for state in states.values()} == set(range(1, 39)) - {25, 26}
    andhra, ladakh, daman = states["AP"], states["LA"], states["DD"]
    assert [(s.gst_code, s.lgd_code) for s in (andhra, ladakh, daman)] == [("37", 28), ("38", 37), ("26", 38)]
    assert all(state.languages for state in states.values())


def test_loading_twice_changes_nothing():
    before = (Edition.objects.get().number, list(ConceptName.objects.order_by("id").values_list("id", "text")))
    assert load_vocabulary() == "up to date"
    assert (Edition.objects.get().number, list(ConceptName.objects.order_by("id").values_list("id", "text"))) == before


def test_loading_changed_files_keeps_what_people_added_and_the_ids_of_concepts():
    honey = Concept.objects.get(slug="honey")
    ConceptName.objects.create(concept=honey, language="hi", text="मौन रस", key="maun ras")
    Edition.objects.update(files="older files")
    load_vocabulary()
    assert Concept.objects.get(slug="honey").id == honey.id
    assert list(honey.names.filter(from_files=False).values_list("text", flat=True)) == ["मौन रस"]


def test_loading_retires_a_concept_that_left_the_files():
    Concept.objects.create(slug="left", kind="product", from_files=True)
    Edition.objects.update(files="older files")
    load_vocabulary()
    assert Concept.objects.get(slug="left").status == "retired"


def test_new_edition_gives_another_number():
    before = Edition.objects.get().number
    new_edition()
    assert Edition.objects.get().number != before


def test_the_command_runs_every_registered_loader(capsys):
    call_command("load_reference_data")
    assert "vocabulary: up to date" in capsys.readouterr().out.splitlines()


def test_names_of_falls_back_to_english_in_one_query(django_assert_num_queries):
    honey, haccp = ids_of("honey", "haccp")
    with django_assert_num_queries(1):
        names = names_of([honey, haccp], "ta")
    assert names == {honey: "தேன்", haccp: "HACCP"}


def test_related_names_the_group_and_what_a_concept_is_for():
    grinder, machines, spices, herbs = ids_of("spice-grinder", "grinding-machines", "spices", "herbs")
    edges = related([grinder])[grinder]
    assert edges[0] == (BROADER, machines)
    assert {("machine_for", spices), ("machine_for", herbs)} <= set(edges)
    assert all_relations()[grinder] == edges


def test_concepts_with_code_finds_by_the_beginning_of_a_code():
    assert set(concepts_with_code("0409")) == set(ids_of("honey", "comb-honey"))
    assert concepts_with_code("84172000") == ids_of("bakery-oven")
