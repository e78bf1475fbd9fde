"""Counting words that were not understood, in the transaction that keeps them."""

import json
import unicodedata
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.utils.crypto import salted_hmac

from virtualclusters.foundation.scripts import fold
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.vocabulary.models import UnknownWordDay
from virtualclusters.network.vocabulary.reading import read

MOST_OF_ONE_TEXT = 12
MOST_TELLERS = 100
MOST_EXAMPLES = 2
AROUND = 4
"""Words kept on each side of an unknown one."""

SHORTEST, LONGEST = 3, 40
HIDDEN = "…"


COUNT = """
WITH told AS (SELECT * FROM jsonb_to_recordset(%(told)s::jsonb) AS one (word text, mark text, example text)),
allowed AS (
    INSERT INTO vocabulary_unknownwordsofday AS own (day, mark, counted)
    SELECT %(day)s, %(person)s, count(*) FROM told HAVING count(*) <= %(most_of_person)s
    ON CONFLICT (day, mark) DO UPDATE SET counted = own.counted + excluded.counted
    WHERE own.counted + excluded.counted <= %(most_of_person)s RETURNING id
),
known AS (
    SELECT id, word, examples FROM vocabulary_unknownword
    WHERE word IN (SELECT word FROM told) AND EXISTS (SELECT FROM allowed) FOR KEY SHARE
),
unseen AS (SELECT * FROM told WHERE word NOT IN (SELECT word FROM known) AND EXISTS (SELECT FROM allowed)),
room AS (
    INSERT INTO vocabulary_unknownwordsofday AS everybody (day, mark, counted)
    SELECT %(day)s, '', count(*) FROM unseen HAVING count(*) BETWEEN 1 AND %(most_of_day)s - coalesce(
        (SELECT counted FROM vocabulary_unknownwordsofday WHERE day = %(day)s AND mark = ''), 0)
    ON CONFLICT (day, mark) DO UPDATE SET counted = everybody.counted + excluded.counted
    WHERE everybody.counted + excluded.counted <= %(most_of_day)s RETURNING id
),
fresh AS (
    INSERT INTO vocabulary_unknownword (word, language, examples, decision)
    SELECT word, %(language)s, CASE example WHEN '' THEN '[]'::jsonb ELSE jsonb_build_array(example) END, 'open'
    FROM unseen WHERE EXISTS (SELECT FROM room) ORDER BY word
    ON CONFLICT (word) DO NOTHING RETURNING id, word
),
words AS (SELECT id, word FROM known UNION ALL SELECT id, word FROM fresh),
tellers AS (
    INSERT INTO vocabulary_unknownwordteller (word_id, mark)
    SELECT id, mark FROM words JOIN told USING (word)
    WHERE (SELECT count(*) FROM vocabulary_unknownwordteller AS before WHERE before.word_id = id) < %(most_tellers)s
    ON CONFLICT (word_id, mark) DO NOTHING RETURNING word_id
),
examples AS (
    UPDATE vocabulary_unknownword AS row SET examples = known.examples || jsonb_build_array(told.example)
    FROM known JOIN told USING (word) JOIN tellers ON tellers.word_id = known.id
    WHERE row.id = known.id AND told.example <> '' AND NOT known.examples ? told.example
      AND jsonb_array_length(known.examples) < %(most_examples)s
)
INSERT INTO vocabulary_unknownwordday AS days (word_id, day, typed) SELECT id, %(day)s, 1 FROM words ORDER BY id
ON CONFLICT (word_id, day) DO UPDATE SET typed = days.typed + 1 WHERE days.typed < %(most_typed)s
"""
"""One statement for all words of a text. Of a word that somebody else adds at this very moment the others are counted, not this.

``allowed`` is empty when the person's words of the day are used up: then nothing is counted. ``room`` is empty when the day's first
sights are: then only known words are. It looks before it writes, so that a full day locks no row that all share.
"""


def note_unknown(text: str, *, person_id: int | None, language: str, at: datetime) -> int:
    """Count the words of a text that name nothing; returns how many there were. Visitors' words are not counted.

    Of one person no more than ``UNKNOWN_WORDS_A_PERSON`` are counted a day: a text that would go beyond is left out. Of all people no
    more than ``UNKNOWN_WORDS_A_DAY`` are kept a day for the first time: of a text that would go beyond only known words are counted.

    Call it where a person's words are kept or asked: in a profile, a need, a search. One query, none when all is understood.
    """
    if person_id is None:
        return 0
    words = _worth_counting(read(text, language=language).unknown)
    if words:
        told = [
            {"word": one, "mark": _mark(one, person_id), "example": _around(one, text, set(words))} for one in words
        ]
        _count(told, person_id, language, at)
    return len(words)


def _worth_counting(unknown: list[str]) -> list[str]:
    folded = (fold(word) for word in unknown)
    return sorted({word for word in folded if _is_a_word(word)})[:MOST_OF_ONE_TEXT]


def _is_a_word(word: str) -> bool:
    """Letters with their signs, neither short nor endless."""
    return SHORTEST <= len(word) <= LONGEST and all(unicodedata.category(letter)[0] in "LM" for letter in word)


def _count(told: list[dict], person_id: int, language: str, at: datetime) -> None:
    day = day_in_india(at)
    values = {
        "told": json.dumps(told),
        "language": language,
        "day": day,
        "person": _mark(str(day), person_id),
        "most_of_person": settings.UNKNOWN_WORDS_A_PERSON,
        "most_of_day": settings.UNKNOWN_WORDS_A_DAY,
        "most_tellers": MOST_TELLERS,
        "most_examples": MOST_EXAMPLES,
        "most_typed": UnknownWordDay.MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(COUNT, values)


def _mark(word: str, person_id: int) -> str:
    """Another mark for each word, and for each day, so that the words of one person cannot be put together."""
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
