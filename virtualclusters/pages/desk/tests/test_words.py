"""The desk's page of unknown words."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_concept, make_organisation, make_owner, make_unit
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.network.vocabulary.load import new_edition
from virtualclusters.network.vocabulary.models import ConceptName, UnknownWord
from virtualclusters.network.vocabulary.reading.held import forget
from virtualclusters.network.vocabulary.unknown import note_unknown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def honey(request):
    concept = make_concept("honey")
    for language, text in (("en", "Honey"), ("hi", "शहद")):
        ConceptName.objects.create(concept=concept, language=language, text=text, key=text.lower(), preferred=True)
    new_edition()
    request.addfinalizer(forget)
    return concept


@pytest.fixture
def word():
    for person in (1, 2, 3):
        note_unknown("honeybah banate hain", person_id=person, language="en", at=timezone.now())
    return UnknownWord.objects.get(word="honeybah")


@pytest.fixture
def administrator():
    owner = make_owner(make_unit(organisation=make_organisation(kind=OrganisationKind.ADMINISTRATOR)))
    client = Client()
    client.force_login(owner.person)
    return client


def decide(client, word, **said):
    return client.post(f"/en/desk/words/{word.pk}/", said, follow=True)


def test_the_page_shows_the_word_its_figures_an_example_and_what_it_may_mean(administrator, word):
    page = administrator.get("/en/desk/words/").content.decode()
    wanted = ("honeybah", "Typed 3 times by 3 people.", "honeybah banate hain", ">Honey<", "Not a thing")
    assert [text for text in wanted if text not in page] == []


def test_what_was_understood_beside_the_word_stands_there_with_the_words_it_came_from(administrator):
    for person in (1, 2, 3):
        note_unknown("zubrowka aur शहद banate", person_id=person, language="en", at=timezone.now())

    page = administrator.get("/en/desk/words/").content.decode()

    assert page.count("Beside it we understood: Honey, from “शहद”") == 1


def test_one_tap_gives_the_word_its_meaning(administrator, word, honey):
    page = decide(administrator, word, concept=honey.pk).content.decode()
    word.refresh_from_db()
    assert (word.decision, word.concept, "honeybah is now read as Honey." in page) == ("name", honey, True)


def test_a_known_name_can_be_typed_instead(administrator, word, honey):
    decide(administrator, word, **{f"{word.pk}-called": "शहद"})
    word.refresh_from_db()
    assert word.concept == honey


def test_a_name_nobody_knows_is_told_beside_the_field_and_what_was_typed_stays(administrator, word):
    answer = decide(administrator, word, **{f"{word.pk}-called": "zubrowka"})
    page = answer.content.decode()
    assert (answer.status_code, "We know no such name." in page, 'value="zubrowka"' in page) == (422, True, True)


def test_not_a_thing_takes_the_word_away(administrator, word):
    page = decide(administrator, word, nothing="1").content.decode()
    assert ("Every word is known" in page, "honeybah" in page) == (True, False)


def test_an_owner_may_not_open_the_page_nor_decide(word, honey):
    client = Client()
    client.force_login(make_owner(make_unit()).person)
    answers = (client.get("/en/desk/words/"), client.post(f"/en/desk/words/{word.pk}/", {"concept": honey.pk}))
    word.refresh_from_db()
    assert ([answer.status_code for answer in answers], word.decision) == ([403, 403], "open")


def test_twenty_words_take_as_many_queries_as_one(administrator, word, django_assert_max_num_queries):
    for number in range(20):
        for person in (1, 2, 3):
            note_unknown(f"zubrow{chr(97 + number) * 3}", person_id=person, language="en", at=timezone.now())
    administrator.get("/en/desk/words/")
    with django_assert_max_num_queries(15):
        administrator.get("/en/desk/words/")
