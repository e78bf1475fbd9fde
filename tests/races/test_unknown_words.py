"""Many searches at once with words that name nothing: neither a person nor a day goes past its limit, and nobody waits for ever."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from tests.factories import NOON
from virtualclusters.network.vocabulary.models import UnknownWord, UnknownWordDay, UnknownWordsOfDay
from virtualclusters.network.vocabulary.unknown import note_unknown

pytestmark = pytest.mark.races
AT_ONCE = 20
LETTERS = "bcdfghjklmnpqrstvwxz"


def _ask(texts):
    """Each person's text in a thread of its own, released together."""
    start = threading.Barrier(len(texts))

    def run(asked):
        person_id, text = asked
        start.wait()
        try:
            return note_unknown(text, person_id=person_id, language="en", at=NOON)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(texts)) as pool:
        return list(pool.map(run, texts))


def _words(number):
    return f"zub{LETTERS[number]}owka qur{LETTERS[number]}toba"


def test_of_one_person_who_asks_much_at_once_no_more_is_counted_than_allowed(committing_database, settings):
    settings.UNKNOWN_WORDS_A_PERSON = 10

    _ask([(7, _words(number)) for number in range(AT_ONCE)])

    assert (UnknownWord.objects.count(), UnknownWordDay.objects.count()) == (10, 10)
    assert UnknownWordsOfDay.objects.exclude(mark="").get().counted == 10


def test_of_many_people_at_once_no_more_new_words_are_kept_than_a_day_has_room_for(committing_database, settings):
    settings.UNKNOWN_WORDS_A_DAY = 10

    _ask([(number + 1, _words(number)) for number in range(AT_ONCE)])

    assert (UnknownWord.objects.count(), UnknownWordsOfDay.objects.get(mark="").counted) == (10, 10)
