"""What is found, in which order, and how often."""

from datetime import timedelta
from itertools import pairwise

import pytest
from tantivy import Order, Query

from virtualclusters.capabilities.search import reading, searching
from virtualclusters.capabilities.search.asking import Meant, Near
from virtualclusters.capabilities.search.index import folder, lies_at, open_index
from virtualclusters.capabilities.search.models import IndexedDocument
from virtualclusters.capabilities.search.tests.conftest import NOON

GRINDER, HONEY = 11, 12


@pytest.fixture
def units(shelf):
    shelf.put(
        1,
        "Asha Masala Machines",
        "spice grinder pulverizer pune",
        concepts=(GRINDER,),
        facets={"state": "27", "kind": ("offer", "machine")},
        latitude=18.52,
        longitude=73.86,
    )
    shelf.put(2, "शहद घर", "जंगल का शहद", concepts=(HONEY,), facets={"state": "23"}, latitude=22.72, longitude=75.86)
    shelf.put(
        3, "Deccan Honey", "wild honey pune", concepts=(HONEY,), facets={"state": "27"}, latitude=18.6, longitude=73.9
    )
    return shelf


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("honey pune", [3]),
        ("pune", [1, 3]),
        ("grind", [1]),
        ("shahad", [2]),
        ("शहद", [2]),
        ("masaala machines", [1]),
        ("Deccan", [3]),
    ],
)
def test_search_when_words_are_typed_finds_those_that_have_all_of_them_in_any_script(units, find, text, ids):
    found = find(text)

    exact = sorted(found.ids[: found.total - found.close])
    assert (exact, found.corrected, found.loosened, found.used) == (ids, "", False, "index")


@pytest.mark.parametrize(
    ("text", "corrected"),
    [("grider", "grinder"), ("girnder", "grinder"), ("grimder pune", "grinder pune")],
)
def test_search_when_a_word_is_one_letter_wrong_mends_it_and_says_so(units, find, text, corrected):
    found = find(text)

    assert (found.ids[: found.total - found.close], found.corrected) == ([1], corrected)


def test_search_when_few_have_all_words_lets_those_follow_that_have_some(units, find):
    found = find("honey pune")

    assert (found.ids, found.total, found.close, found.loosened) == ([3, 1], 2, 1, False)


def test_search_when_words_name_a_concept_takes_either_for_it(units, find):
    found = find("madhu pune", meant=[Meant(HONEY, ("madhu",))])

    assert (found.ids[: found.total - found.close], found.reasons[3]) == ([3], (["pune"], [HONEY]))


@pytest.mark.parametrize(
    ("text", "ids"), [("0409", [2, 3]), ("04090000", [2]), ("HSN 040900", [2, 3]), ("04099999", [2, 3]), ("1079", [3])]
)
def test_search_when_a_code_is_typed_finds_it_its_chapter_and_what_it_begins(shelf, find, text, ids):
    shelf.put(1, "Oven works", codes=("84172000",))
    shelf.put(2, "Honey one", codes=("04090000",))
    shelf.put(3, "Honey two", codes=("040900", "10799"))

    assert sorted(find(text).ids) == ids


@pytest.mark.parametrize(("text", "ids"), [("grinding", [1]), ("masla", [1]), ("grand", [])])
def test_search_when_a_word_is_unknown_takes_its_stem_or_its_consonants(shelf, find, text, ids):
    shelf.put(1, "Asha", "grinds masaala")

    assert find(text).ids == ids


def test_search_when_a_long_word_has_two_slips_still_finds_what_was_meant(shelf, find):
    shelf.put(1, "Asha", "pasteurizer")
    shelf.put(2, "Bina", "pulverizer")

    found = find("pasturizar")

    assert (found.ids, found.corrected, found.reasons) == ([1], "pasteurizer", {1: (["pasteurizer"], [])})


def test_search_says_of_each_hit_what_of_the_question_it_has(units, find):
    found = find("wild pune zebra")

    assert found.reasons == {3: (["wild", "pune"], []), 1: (["pune"], [])}


def test_search_when_nothing_has_all_words_is_content_with_some_and_says_so(units, find):
    found = find("wild grinder")

    assert (sorted(found.ids), found.loosened) == ([1, 3], True)


@pytest.mark.parametrize("text", ["honey AND (", "*:*", 'title:"', "id:[1 TO 3]", "\\", "'; DROP", "~~~", "🙂"])
def test_search_when_signs_of_a_query_language_are_typed_takes_them_for_words_or_nothing(units, find, text):
    assert find(text).used == "index"


def test_search_when_nothing_like_it_exists_finds_nothing(units, find):
    found = find("zzzzqqqq")

    assert (found.ids, found.total, found.facets) == ([], 0, {})


def test_search_when_a_concept_was_read_finds_what_has_it_in_other_words(units, find):
    assert sorted(find("madhu", concepts=[HONEY]).ids) == [2, 3]


def test_search_when_a_word_stands_in_the_title_ranks_it_first(shelf, find):
    shelf.put(1, "General store", "biscuit oven flour")
    shelf.put(2, "Biscuit oven works", "machines")

    assert find("oven").ids == [2, 1]


def test_search_when_one_is_boosted_ranks_it_before_its_equal(shelf, find):
    shelf.put(1, "Oven works")
    shelf.put(2, "Oven works", boost=2.0)

    assert (find("oven").ids, find().ids) == ([2, 1], [2, 1])


def test_search_when_filters_are_set_counts_each_facet_under_the_others(units, find):
    found = find("", filters={"state": ["27"], "kind": []})

    assert sorted(found.ids) == [1, 3]
    assert found.facets == {"state": {"27": 2, "23": 1}, "kind": {"offer": 1, "machine": 1}}


def test_search_when_two_facets_filter_needs_one_value_of_each(units, find):
    found = find("", filters={"state": ["27", "23"], "kind": ["offer", "plan"]})

    assert (found.ids, found.total) == ([1], 1)


def test_search_when_the_time_has_not_come_or_has_gone_leaves_it_out(shelf, find):
    shelf.put(1, "Early", visible_from=NOON + timedelta(seconds=1))
    shelf.put(2, "Open", visible_from=NOON, closes_at=NOON + timedelta(seconds=1))
    shelf.put(3, "Closed", closes_at=NOON)
    shelf.put(4, "Hidden", public=False)

    assert find().ids == [2]
    assert sorted(find(open_only=False).ids) == [2, 3]
    assert sorted(find(public_only=False).ids) == [2, 4]


def test_search_when_an_order_is_asked_for_follows_it(shelf, find):
    shelf.put(1, "A", visible_from=NOON - timedelta(days=3), closes_at=NOON + timedelta(days=9))
    shelf.put(2, "B", visible_from=NOON - timedelta(days=1), closes_at=NOON + timedelta(days=5))
    shelf.put(3, "C", visible_from=NOON - timedelta(days=2))

    assert (find(order="newest").ids, find(order="closing").ids) == ([2, 3, 1], [2, 1, 3])


def test_search_when_a_place_is_given_keeps_what_is_near_and_can_order_by_distance(units, find):
    pune = Near(18.61, 73.9, kilometres=50)

    assert find(near=pune, order="nearest").ids == [3, 1]


@pytest.mark.parametrize("order", ["nearest", "cheapest"])
def test_search_when_the_order_cannot_be_followed_refuses(units, find, order):
    with pytest.raises(ValueError, match=order):
        find(order=order)


def test_search_when_a_page_is_turned_gives_the_next_ones_and_the_same_total(shelf, find):
    for number in range(25):
        shelf.put(number, f"Oven {number}", boost=2 - number / 100)

    pages = [find("oven", page=page) for page in (1, 2, 3, 4)]

    assert [len(page.ids) for page in pages] == [10, 10, 5, 0]
    assert {page.total for page in pages} == {25}
    assert sorted(key for page in pages for key in page.ids) == list(range(25))


def test_index_when_a_document_changes_or_goes_forgets_the_old_words(units, writer, find):
    find()
    units.change(3, title="Deccan Jaggery", words="gur")
    del units.documents[1]
    writer.index(units.source, [1, 3])
    writer.commit()

    found = [searching.search(source="things", text=text, at=NOON).ids for text in ("jaggery", "wild", "grinder")]

    assert found == [[3], [], []]
    assert sorted(IndexedDocument.objects.values_list("object_id", flat=True)) == [2, 3]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"text": "honey pune"}, [3]),
        ({"text": "shahad"}, [2]),
        ({"text": "जंगल"}, [2]),
        ({"text": "grind"}, [1]),
        ({"text": "honey AND (' |"}, [3]),
        ({"text": "wild grinder"}, [3, 1]),
        ({"text": "madhu", "concepts": [HONEY]}, [3, 2]),
        ({"filters": {"state": ["27"]}}, [3, 1]),
        ({"near": Near(18.61, 73.9, 50), "order": "nearest"}, [3, 1]),
        ({"text": "zzzz"}, []),
    ],
)
def test_search_when_the_index_is_gone_asks_postgresql_and_says_so(units, find, asked, ids):
    find()
    reading.forget()
    for path in folder("things").iterdir():
        path.unlink()

    found = searching.search(source="things", at=NOON, **asked)

    assert (sorted(found.ids), found.total, found.used) == (sorted(ids), len(ids), "database")


def test_search_when_the_index_is_broken_asks_postgresql(units, find):
    find()
    reading.forget()
    (folder("things") / "meta.json").write_text("{")

    found = searching.search(source="things", text="honey", at=NOON)

    assert (found.ids, found.used) == ([3], "database")


def test_search_in_postgresql_counts_facets_like_the_index(units, find):
    by_index = find("pune", filters={"state": ["27"]})
    reading.forget()
    (folder("things") / "meta.json").unlink()

    by_database = searching.search(source="things", text="pune", filters={"state": ["27"]}, at=NOON)

    assert by_database.facets == by_index.facets


def test_search_when_many_are_equal_neither_age_nor_area_decides_which_come_first(shelf, find):
    for number in range(64):
        shelf.put(number, "Oven works", area=("S1",) if number < 32 else ("S2",))
    first = find("oven").ids

    assert {number < 32 for number in first} == {True, False}
    assert first not in (sorted(first), sorted(first, reverse=True))


def test_documents_of_an_area_lie_side_by_side_the_wide_area_first(shelf):
    for number, area in enumerate([("S1", "A"), ("S2", "C"), ("S1", "B"), ("S1", "A"), ("S2", "C"), ("S1", "B"), ()]):
        shelf.put(number, "Oven works", area=area)
    areas = [one.area for one in sorted(shelf.documents.values(), key=lies_at)]

    assert sum(one != other for one, other in pairwise(areas)) == 3
    assert sum(one[:1] != other[:1] for one, other in pairwise(areas)) == 2


def test_the_index_keeps_documents_in_the_order_of_their_areas(shelf, find, writer):
    for number in range(20):
        shelf.put(number, "Oven works", area=(f"S{number % 2}",))
    find("oven")
    reader = open_index("things").searcher()
    hits = reader.search(Query.all_query(), 20, order_by_field="lies", order=Order.Asc).hits

    assert [place.doc for _, place in hits] == sorted(place.doc for _, place in hits)
