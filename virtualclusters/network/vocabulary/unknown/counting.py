"""Counting words that were not understood, in the transaction that keeps them."""

import unicodedata
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from virtualclusters.foundation.scripts import fold
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.vocabulary.models import UnknownWord, UnknownWordDay, UnknownWordTeller
from virtualclusters.network.vocabulary.reading import read

MOST_OF_ONE_TEXT = 12
MOST_TELLERS = 100
MOST_EXAMPLES = 2
AROUND = 4
"""Words kept on each side of an unknown one."""

SHORTEST, LONGEST = 3, 40
HIDDEN = "…"


@transaction.atomic
def note_unknown(text: str, *, person_id: int | None, language: str, at: datetime) -> int:
    """Count the words of a text that name nothing; returns how many there were. Visitors' words are not counted.

    Call it where a person's words are kept: in a profile, a need, a search.
    """
    if person_id is None:
        return 0
    words = _worth_counting(read(text, language=language).unknown)
    for word in words:
        _count(word, _around(word, text, set(words)), person_id, language, at)
    return len(words)


def _worth_counting(unknown: list[str]) -> list[str]:
    folded = (fold(word) for word in unknown)
    return sorted({word for word in folded if _is_a_word(word)})[:MOST_OF_ONE_TEXT]


def _is_a_word(word: str) -> bool:
    """Letters with their signs, neither short nor endless."""
    return SHORTEST <= len(word) <= LONGEST and all(unicodedata.category(letter)[0] in "LM" for letter in word)


def _count(word: str, example: str, person_id: int, language: str, at: datetime) -> None:
    row, _ = UnknownWord.objects.get_or_create(word=word, defaults={"language": language})
    if row.tellers.count() < MOST_TELLERS:
        _, is_new = UnknownWordTeller.objects.get_or_create(word=row, mark=_mark(word, person_id))
        if is_new and example and example not in row.examples and len(row.examples) < MOST_EXAMPLES:
            row.examples = [*row.examples, example]
            row.save(update_fields=["examples"])
    day, is_new = UnknownWordDay.objects.get_or_create(word=row, day=day_in_india(at), defaults={"typed": 1})
    if not is_new:
        UnknownWordDay.objects.filter(pk=day.pk, typed__lt=UnknownWordDay.MOST).update(typed=F("typed") + 1)


def _mark(word: str, person_id: int) -> str:
    """Another mark for each word, so that the words of one person cannot be put together."""
    return salted_hmac(f"unknown word {word}", str(person_id)).hexdigest()[:32]


def _around(word: str, text: str, unknown: set[str]) -> str:
    """A few words before and after. What is not understood there is hidden, for it may be a name; so is every number."""
    words = fold(text).split()
    if word not in words:
        return ""
    at = words.index(word)
    shown = [one if one == word else _plain(one, unknown) for one in words[max(0, at - AROUND) : at + AROUND + 1]]
    return " ".join(shown)


def _plain(word: str, unknown: set[str]) -> str:
    return HIDDEN if word in unknown or any(letter.isdigit() for letter in word) or read(word).unknown else word
