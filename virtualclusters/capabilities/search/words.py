"""Text into comparable words, the same way for documents and for queries."""

from functools import lru_cache
from typing import NamedTuple

import tantivy

from virtualclusters.foundation.scripts import fold, roman_key, skeleton

MOST_WORDS = 12
"""A query's words beyond these are left out: nobody means more, and each costs time."""
LONGEST_QUERY = 400
LONGEST_WORD, LONGEST_TYPED = 40, 200
"""Letters of a word, and of what stands between two spaces, that are looked at."""
MOST_OF_DOCUMENT = 2_000
"""Words of a document that are indexed."""
SHORTEST_STEM, SHORTEST_SKELETON = 5, 3
CODE_LENGTHS = (2, 4, 5, 6, 8)
"""Digits of NIC and HSN codes and of their chapters."""

_JOINING_ROMAN = (
    "a an and at by for from in near of on or the to with ka ke ki kee ko se me mein wala wale wali waala aur ya"
)
_JOINING_NATIVE = "का के की को से में वाला वाले वाली और या નો ના ની અને માટે ਦਾ ਦੇ ਦੀ ਵਾਲਾ ਵਾਲੇ ਵਾਲੀ ਤੇ کا کے کی اور আর ও এর"
JOINING = frozenset(f"{_JOINING_ROMAN} {_JOINING_NATIVE}".split())
"""Words that only join others: in a query they stand for nothing."""

_STEMMER = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.stemmer("english")).build()


class Word(NamedTuple):
    """A word as it was typed, folded, and its key: one for all scripts and Roman spellings, and for an English plural."""

    folded: str
    key: str


def folded(text):
    """The text's words, folded, in their order."""
    return [word for typed in text.split() for word in _folded(typed[:LONGEST_TYPED])]


@lru_cache(maxsize=262_144)
def _folded(typed):
    """What stands between two spaces, as folded words: signs part words, too."""
    return tuple(word[:LONGEST_WORD] for word in fold(typed).split())


@lru_cache(maxsize=262_144)
def key_of(word):
    """The key of a folded word; of a word in a script without keys the word itself."""
    return roman_key(_singular(word)).replace(" ", "")[:LONGEST_WORD] or word


def keys(text):
    """One key a word."""
    return [key_of(word) for word in folded(text)]


@lru_cache(maxsize=262_144)
def kin_of(word):
    """What a word shares with others like it: its English stem as ``~grind`` and its consonants as ``^grnd``."""
    bare = skeleton(word).replace(" ", "")
    kin = [f"^{bare}"] if len(bare) >= SHORTEST_SKELETON else []
    if word.isascii() and word.isalpha() and len(word) >= SHORTEST_STEM:
        kin.append(f"~{key_of(_STEMMER.analyze(word)[0])}")
    return tuple(kin)


def code_beginnings(code):
    """A code and its chapters, the longest first."""
    return [code[:length] for length in reversed(CODE_LENGTHS) if length <= len(code)]


def is_code(word):
    """Whether a word may be a code: four to eight digits."""
    return 4 <= len(word) <= 8 and word.isascii() and word.isdigit()


def words_of_query(text):
    """At most twelve words of what a person typed; those that only join others are left out while others remain."""
    typed = list(dict.fromkeys(folded(text[:LONGEST_QUERY])))
    telling = [word for word in typed if word not in JOINING] or typed
    return tuple(Word(word, key_of(word)) for word in telling[:MOST_WORDS])


def _singular(word):
    if not word.isascii() or len(word) < 5 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("shes", "ches", "xes", "sses", "oes")) else word[:-1]
