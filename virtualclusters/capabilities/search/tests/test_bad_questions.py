"""Questions that nobody means well: answered like any other, in the same time, by the index and by PostgreSQL alike."""

import time

import pytest

from virtualclusters.capabilities.search import marks, searching
from virtualclusters.capabilities.search.tests.conftest import NOON

MOST_SECONDS = 1.0
"""Far more than any question takes, far less than one that is read whole or tried as a pattern would."""
BAD = {
    "empty": "",
    "blank": " \n\t\u00a0 ",
    "a megabyte of one word": "x" * 1_000_000,
    "a megabyte of words": "honey " * 170_000,
    "thousands of different words": " ".join(f"word{number}" for number in range(5_000)),
    "operators": 'honey AND (NOT title:"x" OR *:* ^9 ~2 [a TO z] {b} \\ + - && || !',
    "a pattern": "(a+)+$ (.*)*{1,99} [^honey]+ \\d{9999}",
    "statements": "'; DROP TABLE search_indexeddocument; -- $$ %s {0}",
    "control characters": "\x00\x01ho\x07ney\x1b[2J\u202e\ufeff\u2028",
    "half a pair": "honey \ud800",
    "marks alone": "\u0301" * 300 + " \u094d\u0902",
    "mixed scripts": "honey शहद தேன் শহদ مدھو മധു мёд 蜂蜜 ᱢᱟᱫ",
    "digits": "9" * 500 + " 0409 ४०९ ١٢٣",
    "a tsquery": "honey:* & !x <-> y | ( 'a':B",
}


@pytest.mark.parametrize("used", ["index", "database"])
@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_bad_question_is_answered_like_any_other(shelf, find, text, used):
    shelf.put(1, "Asha Honey", "शहद தேன் 0409", codes=("04090000",))
    find("honey")
    if used == "database":
        marks.clear("things", "ready")

    begun = time.monotonic()
    found = searching.search(source="things", text=text, at=NOON)

    assert (found.used, found.total <= 1, time.monotonic() - begun < MOST_SECONDS) == (used, True, True)


@pytest.mark.parametrize("text", ["honey AND (", "(honey)+", "ho\x00ney", "honey शहद 蜂蜜", "honey " * 9_999])
def test_a_word_among_odd_signs_is_found(shelf, find, text):
    shelf.put(1, "Asha Honey", "शहद")

    assert find(text).ids == [1]
