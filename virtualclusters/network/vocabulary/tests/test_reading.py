import csv
from pathlib import Path

import pytest

from virtualclusters.network.vocabulary.load import new_edition
from virtualclusters.network.vocabulary.models import Concept, ConceptName
from virtualclusters.network.vocabulary.reading import Role, from_which_words, read, suggest
from virtualclusters.network.vocabulary.reading.held import forget

pytestmark = pytest.mark.usefixtures("vocabulary")

JUDGED = Path(__file__).with_name("phrases.tsv")
FLOOR = 0.98


def slugs(text, **options):
    return {found.slug for found in read(text, **options).named}


def judged_rows():
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def _said(item):
    slug, _, role = item.partition(":")
    return slug, role or None


def wrong(row):
    """What was read, if it is not what a person judged the phrase to say; a role counts where the table gives one."""
    expected = {} if row["expected"] == "-" else dict(_said(item) for item in row["expected"].split())
    read_as = {found.slug: str(found.role) for found in read(row["phrase"]).named}
    same = read_as.keys() == expected.keys() and all(role in (None, read_as[slug]) for slug, role in expected.items())
    return None if same else f"{row['phrase']}: {read_as}, not {expected}"


def test_reading_agrees_with_the_judged_phrases(capsys):
    rows = judged_rows()
    mistakes = [mistake for row in rows if (mistake := wrong(row))]
    accuracy = 1 - len(mistakes) / len(rows)
    with capsys.disabled():
        print(f"\nreading: {accuracy:.1%} of {len(rows)} judged phrases")
    assert len(rows) >= 300
    assert accuracy >= FLOOR, "\n".join(mistakes)


@pytest.mark.parametrize(
    ("text", "slug", "role"),
    [
        ("we make honey", "honey", Role.MAKES),
        ("honey chahiye", "honey", Role.NEEDS),
        ("machine for honey and a boiler", "honey", Role.FOR),
        ("doodh se paneer banate hain", "milk", Role.USES),
        ("spice grinding job work karte hain", "grinding-job-work", Role.CAN),
        ("we have haccp", "haccp", Role.HOLDS),
        ("honey", "honey", Role.UNSAID),
    ],
)
def test_role_tells_what_a_concept_is_to_the_speaker(text, slug, role):
    assert {found.role for found in read(text).found if found.slug == slug} == {role}


def test_what_something_is_only_for_is_found_with_less_weight_and_not_named():
    found = read("packing machine for namkeen")
    assert [(one.slug, one.role, one.weight) for one in found.found] == [
        ("pouch-packing-machine", Role.UNSAID, 1.0),
        ("namkeen", Role.FOR, 0.5),
    ]
    assert [one.slug for one in found.named] == ["pouch-packing-machine"]


def test_a_mended_word_weighs_less_and_keeps_the_words_as_typed():
    (found,) = read("turmaric powder").found
    assert (found.slug, found.words, found.weight) == ("turmeric-powder", "turmaric powder", 0.8)


@pytest.mark.parametrize("text", ["tee", "oit", "gyee", "talt"])
def test_words_under_five_letters_are_never_mended(text):
    assert slugs(text) == set()


def test_words_that_name_nothing_are_given_back_as_typed():
    assert read("honey aur zyxwvu qrstu banate hain").unknown == ["zyxwvu", "qrstu"]


def test_kinds_choose_between_concepts_of_one_name_and_leave_the_others_out():
    assert slugs("packing", kinds=["service"]) == {"packing-service"}
    assert slugs("honey and a packing machine", kinds=["machine"]) == {"pouch-packing-machine"}


@pytest.mark.parametrize("text", ["", "   ", "!!!", "१२३", "\u200d", "a" * 5000, "and and for ki"])
def test_reading_nothing_finds_nothing(text):
    assert read(text).found == []


def test_a_small_english_word_is_a_name_when_the_language_is_not_english():
    assert slugs("then") == set()
    assert slugs("then", language="ta") == {"honey"}


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("পানি", "bn", "drinking-water"),
        ("پانی", "ur", "drinking-water"),
        ("তিল", "as", "sesame-seed"),
        ("தேங்காயெண்ணெய்", "ta", "coconut-oil"),
        ("ஆரஞ்சுச் சாறு", "ta", "orange-juice"),
    ],
)
def test_a_name_written_in_its_own_script_comes_before_one_that_sounds_alike(text, language, slug):
    assert slugs(text, language=language) == {slug}


def test_a_number_is_a_code_only_when_it_must_be():
    assert slugs("84172000") == {"bakery-oven"}
    assert slugs("NIC 10711") == {"bread"}
    assert slugs("10711 kg honey") == {"honey"}
    assert slugs("since 2009, PIN 210690") == set()


def test_a_new_name_is_read_after_a_new_edition(request):
    request.addfinalizer(forget)
    assert slugs("zubrowkan") == set()
    honey = Concept.objects.get(slug="honey")
    ConceptName.objects.create(concept=honey, language="en", text="zubrowkan", key="zubrovkan")
    new_edition()
    assert slugs("zubrowkan") == {"honey"}


def test_reading_asks_the_database_nothing_while_the_names_are_held(django_assert_num_queries):
    read("honey")
    with django_assert_num_queries(0):
        read("masala grinder banate hain")


def test_suggest_offers_what_is_named_then_what_begins_so():
    assert suggest("shah", limit=3)[0].slug == "honey"
    assert suggest("shahad", limit=2)[0].slug == "honey"
    assert {one.kind for one in suggest("pack", kinds=["machine"])} == {"machine"}
    assert len(suggest("ma", limit=5)) == 5
    assert suggest("") == []


def test_what_is_said_not_to_be_so_is_kept_apart():
    reading = read("shahad banate hain, papad nahi bechte")
    assert ([one.slug for one in reading.found], [one.slug for one in reading.denied]) == (["honey"], ["papad"])


def test_that_a_machine_does_not_work_is_no_denial():
    assert slugs("oven kaam nahi karta") == {"bakery-oven"}


@pytest.mark.parametrize(
    ("text", "letters", "name", "step"),
    [
        ("We make Shahad.", "Shahad", "shahad", "name"),
        ("lal, shehed aur", "shehed", "shahed", "name"),
        ("turmaric powder", "turmaric powder", "Turmeric powder", "mended"),
        ("HSN 84172000", "", "", "code"),
        ("coconutoil", "coconutoil", "Coconut oil", "name"),
    ],
)
def test_a_concept_says_which_letters_led_to_it_by_which_name_and_step(text, letters, name, step):
    (found,) = read(text).found
    assert (text[found.start : found.end], found.name, str(found.step)) == (letters, name, step)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("We make Shahad.", "from “Shahad”"),
        ("Turmaric Powder", "from “Turmaric Powder”, spelling corrected"),
        ("HSN 84172000", "from the code 84172000"),
    ],
)
def test_a_page_can_say_from_which_words_a_concept_was_read_as_they_were_typed(text, line):
    (found,) = read(text).found
    assert from_which_words(found, text) == line


def test_of_two_things_that_share_the_last_word_each_gets_it():
    assert slugs("हल्दी और मिर्च का पाउडर") == {"turmeric-powder", "chilli-powder"}
