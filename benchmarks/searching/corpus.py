"""Enterprises made up for `benchmarks.search`: the same for the same seed, in any number, and hard on ranking.

60,000 product phrases of invented words, the commonest far commoner than the others (Zipf 0.9): the commonest word stands in a
quarter of all documents. Each enterprise has three to eight of them, a name of two out of 20,000 words, a state (Zipf 0.8), one
of its 22 districts, and one of 30 sectors that goes with its first phrase. One in eight writes in Devanagari.
"""

import random
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from virtualclusters.capabilities.search.sources import Document

SEED = 5
SOURCE = "organisations"
NOUNS, MODIFIERS, FORMS, PHRASES, NAMES = 494, 104, 14, 60_000, 20_000
STATES, DISTRICTS, SECTORS, CONCEPTS = 36, 22, 30, 900
SIZES = ("micro", "micro", "micro", "micro", "small", "small", "medium", "")
CERTIFICATES = ("fssai", "iso-22000", "organic", "agmark", "", "", "", "")
A_BATCH = 10_000
IN_DEVANAGARI = 8
"""One enterprise in so many."""

_CONSONANTS = dict(zip("kgcjtdnpbmrlvsh", "कगचजतदनपबमरलवसह", strict=True))
_VOWELS = dict(zip(["a", "i", "u", "e", "o"], ["", "ि", "ु", "े", "ो"], strict=True))


class Word(NamedTuple):
    """An invented word in two scripts."""

    roman: str
    native: str


class Corpus:
    """``words`` and ``names`` are the invented words; ``documents`` the enterprises."""

    def __init__(self) -> None:
        chance = random.Random(SEED)
        self.nouns = _words(chance, NOUNS, 3)
        self.modifiers = _words(chance, MODIFIERS, 2)
        self.forms = _words(chance, FORMS, 2)
        self.names = _words(chance, NAMES, 4)
        self.phrases = [
            tuple(
                chance.choice(words) for words in (self.modifiers, self.nouns, self.forms)[: chance.choice((2, 2, 3))]
            )
            for _ in range(PHRASES)
        ]
        self.points = [(chance.uniform(9, 31), chance.uniform(71, 93)) for _ in range(STATES * DISTRICTS)]

    def documents(self, count: int) -> Iterator[Document]:
        """So many enterprises, numbered from 1."""
        dice = np.random.default_rng(SEED)
        for begin in range(1, count + 1, A_BATCH):
            size = min(A_BATCH, count + 1 - begin)
            yield from self._batch(dice, begin, size)

    def _batch(self, dice, begin, size):
        phrases = dice.choice(PHRASES, p=zipf(PHRASES, 0.9), size=(size, 8)).tolist()
        states = dice.choice(STATES, p=zipf(STATES, 0.8), size=size).tolist()
        rolls = dice.integers(0, 2**31, size=(size, 8)).tolist()
        for n in range(size):
            yield self._document(begin + n, phrases[n], states[n], rolls[n])

    def _document(self, number, phrases, state, rolls):
        made = [self.phrases[one] for one in phrases[: 3 + rolls[0] % 6]]
        native = rolls[1] % IN_DEVANAGARI == 0
        name = f"{self.names[rolls[2] % NAMES].roman} {self.names[rolls[3] % NAMES].roman}"
        district = rolls[4] % DISTRICTS
        latitude, longitude = self.points[state * DISTRICTS + district]
        return Document(
            source=SOURCE,
            id=number,
            title=name,
            words=" ".join(word.native if native else word.roman for phrase in made for word in phrase),
            further=f"S{state} D{state}x{district}",
            concepts=tuple({one % CONCEPTS + 1 for one in phrases[: len(made)]}),
            codes=(f"{10_000 + phrases[0] % 400 * 10}",),
            facets={
                "state": f"S{state}",
                "district": f"S{state}_D{district}",
                "group": {str(phrases[0] % SECTORS), str(phrases[1] % SECTORS)},
                "kind": "enterprise",
                "size": SIZES[rolls[5] % 8],
                "certificate": CERTIFICATES[rolls[6] % 8],
            },
            area=(f"S{state}", f"S{state}_D{district}"),
            latitude=latitude + (rolls[7] % 1000) / 2000,
            longitude=longitude + (rolls[7] // 1000 % 1000) / 2000,
            boost=1.3 if rolls[6] % 9 == 0 else 1.0,
        )


def zipf(count: int, power: float) -> np.ndarray:
    """Shares of ranks 1 to count, falling with the rank to this power."""
    weights = 1 / np.arange(1, count + 1) ** power
    return weights / weights.sum()


def _words(chance: random.Random, count: int, syllables: int) -> list[Word]:
    made: dict[str, Word] = {}
    while len(made) < count:
        parts = [(chance.choice(list(_CONSONANTS)), chance.choice(list(_VOWELS))) for _ in range(syllables)]
        roman = "".join(consonant + vowel for consonant, vowel in parts)
        native = "".join(_CONSONANTS[consonant] + _VOWELS[vowel] for consonant, vowel in parts)
        made[roman] = Word(roman, native)
    return list(made.values())
