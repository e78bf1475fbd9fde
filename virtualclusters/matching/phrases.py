"""Phrases as people typed them, compared by their words: what the vocabulary does not know is still something in common."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import sqrt
from typing import Final

from virtualclusters.foundation.scripts import fold, roman_key

UNUSUAL_WORD: Final = 0.5
"""The rarity of a word that nobody counted."""
SHORTEST_STEM: Final = 4
ENDINGS: Final = ("ments", "ment", "ings", "ions", "ing", "ion", "ies", "ied", "es", "ed", "s")

Phrase = frozenset[str]
"""The stems of one phrase; their order does not matter."""


@lru_cache(maxsize=32_768)
def stems(text: str) -> Phrase:
    """The words of a text without English endings, in Roman letters as they sound: पनीर and paneer are one.

    Figures and single letters are left out.
    """
    return frozenset(roman_key(_stem(word)) for word in fold(text).split() if len(word) > 1 and not word.isdigit())


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def alike(one: Phrase, other: Phrase, word_rarity: Mapping[str, float]) -> float:
    """How like each other two phrases are: the cosine of their words, 0 to 1."""
    if one.isdisjoint(other):
        return 0.0
    shared, first, second = (_weight(words, word_rarity) for words in (one & other, one, other))
    return min(1.0, shared / sqrt(first * second)) if shared else 0.0


def _weight(phrase: Iterable[str], word_rarity: Mapping[str, float]) -> float:
    return sum(word_rarity.get(word, UNUSUAL_WORD) ** 2 for word in phrase)


class Phrases:
    """One unit's phrases, laid out once to be held against any number of others.

    `word_rarity` weighs words as in `relations.Vocabulary`; a word everybody uses (0) counts nothing.
    """

    def __init__(self, phrases: Iterable[Phrase], word_rarity: Mapping[str, float]) -> None:
        self._rarity = word_rarity
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        given = tuple(phrases)
        for number, phrase in enumerate(given):
            for word in phrase:
                self._holding[word].append(number)
        self._words = self._holding.keys()
        self._weights = [_weight(phrase, word_rarity) for phrase in given]

    def nearest(self, phrase: Phrase) -> float:
        """How like this phrase the nearest of them is: the cosine of their words, 0 to 1."""
        shared: defaultdict[int, float] = defaultdict(float)
        for word in phrase & self._words:
            weight = self._rarity.get(word, UNUSUAL_WORD) ** 2
            for number in self._holding[word]:
                shared[number] += weight
        if not any(shared.values()):
            return 0.0
        own = _weight(phrase, self._rarity)
        return min(1.0, max(weight / sqrt(self._weights[number] * own) for number, weight in shared.items() if weight))
