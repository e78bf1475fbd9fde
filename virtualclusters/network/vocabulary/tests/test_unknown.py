"""Words nobody knows are counted without saying who, shown from three people on, and given a meaning in one step."""

from datetime import timedelta

import pytest

from tests.factories import NOON, make_organisation, make_owner, make_person, make_unit
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.actors import Actor
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.network.vocabulary.jobs import forget_unknown_words
from virtualclusters.network.vocabulary.models import (
    Concept,
    ConceptName,
    UnknownWord,
    UnknownWordDay,
    UnknownWordsOfDay,
    UnknownWordTeller,
)
from virtualclusters.network.vocabulary.reading import read
from virtualclusters.network.vocabulary.reading.held import forget
from virtualclusters.network.vocabulary.unknown import (
    as_waiting,
    attach_word,
    count_waiting,
    note_unknown,
    set_aside,
    waiting_words,
)

pytestmark = pytest.mark.usefixtures("vocabulary")


def tell(text, *, people=1, first=1, at=NOON):
    for person in range(first, first + people):
        note_unknown(text, person_id=person, language="en", at=at)


def waiting(at=NOON):
    return [(word.word, word.typed, word.people) for word in as_waiting(waiting_words(at=at))]


@pytest.fixture
def administrator():
    return make_owner(make_unit(organisation=make_organisation(kind=OrganisationKind.ADMINISTRATOR)))


def test_a_word_stands_on_the_desk_once_three_people_typed_it():
    tell("we make zubrowka", people=2)
    tell("we make zubrowka")
    assert waiting() == []

    tell("zubrowka chahiye", first=3)

    assert (waiting(), count_waiting()) == ([("zubrowka", 4, 3)], 1)


def test_the_most_typed_word_stands_first_and_what_is_older_than_ninety_days_does_not_count():
    tell("qurutoba", people=3)
    tell("zubrowka", people=4)
    tell("vintagewort", people=5, at=NOON - timedelta(days=91))
    assert [word for word, _, _ in waiting()] == ["zubrowka", "qurutoba"]


def test_nothing_kept_leads_back_to_a_person_or_from_word_to_word():
    tell("zubrowka aur qurutoba")
    marks = set(UnknownWordTeller.objects.values_list("mark", flat=True))
    assert len(marks) == 2
    assert {field.name for field in UnknownWordTeller._meta.get_fields()} == {"id", "word", "mark"}


def test_examples_show_the_words_around_it_and_hide_names_and_numbers():
    tell("Xaveriya Petrosyan of 9876543210 makes zubrowka and honey for the market")
    (example,) = UnknownWord.objects.get(word="zubrowka").examples
    assert example == "… of … makes zubrowka and honey for the"


def test_a_visitors_words_are_not_counted():
    assert note_unknown("zubrowka", person_id=None, language="en", at=NOON) == 0


@pytest.mark.parametrize("text", ["", "honey", "12345", "a" * 300, "http://zz.example/9x8y7z"])
def test_what_is_known_too_long_or_no_word_is_not_counted(text):
    tell(text)
    assert set(UnknownWord.objects.values_list("word", flat=True)) <= {"http", "example"}


def test_a_day_counts_no_further_than_its_limit():
    tell("zubrowka")
    UnknownWordDay.objects.update(typed=UnknownWordDay.MOST)
    tell("zubrowka")
    assert UnknownWordDay.objects.get().typed == UnknownWordDay.MOST


def test_an_attached_word_is_read_as_its_concept_and_no_longer_waits(administrator, request):
    request.addfinalizer(forget)
    tell("ज़ुब्रोव्का", people=3)
    word = UnknownWord.objects.get()
    honey = Concept.objects.get(slug="honey")

    attach_word(word_id=word.pk, concept_id=honey.pk, actor=administrator, at=NOON)

    assert [one.slug for one in read("ज़ुब्रोव्का बनाते हैं").found] == ["honey"]
    assert (ConceptName.objects.get(text=word.word).language, count_waiting()) == ("hi", 0)


def test_a_word_that_is_no_thing_is_not_shown_again(administrator):
    tell("zubrowka", people=3)
    set_aside(word_id=UnknownWord.objects.get().pk, actor=administrator, at=NOON)
    tell("zubrowka", people=5)
    assert waiting() == []


def test_a_decided_word_and_a_person_without_the_right_are_not_found(administrator):
    tell("zubrowka", people=3)
    pk, honey = UnknownWord.objects.get().pk, Concept.objects.get(slug="honey").pk
    with pytest.raises(NotFound):
        attach_word(word_id=pk, concept_id=honey, actor=Actor(person=make_person()), at=NOON)
    set_aside(word_id=pk, actor=administrator, at=NOON)
    with pytest.raises(NotFound):
        attach_word(word_id=pk, concept_id=honey, actor=administrator, at=NOON)


def test_a_word_near_a_name_is_offered_that_name():
    tell("turmericzibu", people=3)
    (word,) = as_waiting(waiting_words(at=NOON))
    assert word.near[0].slug.startswith("turmeric")


def counted():
    return sorted(UnknownWordDay.objects.values_list("word__word", "typed"))


def test_of_one_person_no_more_words_are_counted_a_day_than_are_allowed(settings):
    settings.UNKNOWN_WORDS_A_PERSON = 2
    tell("zubrowka aur qurutoba")
    tell("zubrowka aur vintagewort")
    assert counted() == [("qurutoba", 1), ("zubrowka", 1)]

    tell("zubrowka", first=2)
    tell("vintagewort", at=NOON + timedelta(days=1))

    assert counted() == [("qurutoba", 1), ("vintagewort", 1), ("zubrowka", 2)]


def test_a_text_that_alone_is_more_than_allowed_leaves_nothing(settings):
    settings.UNKNOWN_WORDS_A_PERSON = 1
    tell("zubrowka aur qurutoba")
    assert (UnknownWord.objects.count(), UnknownWordsOfDay.objects.count()) == (0, 0)


def test_when_the_first_sights_of_a_day_are_used_up_known_words_are_counted_still(settings):
    settings.UNKNOWN_WORDS_A_DAY = 2
    tell("zubrowka aur qurutoba")
    tell("vintagewort aur zubrowka", first=2)
    assert counted() == [("qurutoba", 1), ("zubrowka", 2)]

    tell("vintagewort", first=3, at=NOON + timedelta(days=1))

    assert counted() == [("qurutoba", 1), ("vintagewort", 1), ("zubrowka", 2)]


def test_a_full_day_is_written_no_further(settings):
    settings.UNKNOWN_WORDS_A_DAY = 1
    tell("zubrowka")
    tell("qurutoba", first=2)
    assert UnknownWordsOfDay.objects.get(mark="").counted == 1


def test_what_is_kept_of_a_day_says_neither_who_nor_which_words():
    tell("zubrowka")
    tell("zubrowka", at=NOON + timedelta(days=1))
    marks = set(UnknownWordsOfDay.objects.exclude(mark="").values_list("mark", flat=True))
    assert len(marks) == 2
    assert marks.isdisjoint(UnknownWordTeller.objects.values_list("mark", flat=True))


def test_every_night_old_days_go_and_open_words_that_nobody_typed_in_ninety_days(administrator):
    tell("zubrowka aur qurutoba", people=3, at=NOON - timedelta(days=91))
    set_aside(word_id=UnknownWord.objects.get(word="qurutoba").pk, actor=administrator, at=NOON)
    tell("vintagewort", at=NOON - timedelta(days=1))
    tell("vintagewort")

    forget_unknown_words(at=NOON)

    assert set(UnknownWord.objects.values_list("word", flat=True)) == {"qurutoba", "vintagewort"}
    assert (counted(), UnknownWordDay.objects.count()) == ([("vintagewort", 1), ("vintagewort", 1)], 2)
    assert set(UnknownWordsOfDay.objects.values_list("day", flat=True)) == {NOON.date()}
