"""What two typists of one script do differently is taken away: ``fold``."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from virtualclusters.foundation.scripts.letters import (
    ANUSVARA,
    ARABIC_VARIANTS,
    BLOCK,
    BRAHMIC,
    CANDRABINDU,
    NUKTA,
    VIRAMA,
    ascii_digits,
)
from virtualclusters.foundation.scripts.tamil import as_tamil_writes


def fold(text: str) -> str:
    """The text as a careful and a careless typist of its script would both have it, words parted by single spaces.

    Lower case; no punctuation, joiners or nukta; chandrabindu and a nasal letter before a consonant are both an
    anusvara; a virama that ends a word is dropped (नमक् is नमक); digits are 0 to 9; Tamil is as ``tamil`` has it. Twice is as once.
    """
    return until_stable(_fold_once, text)


def _fold_once(text: str) -> str:
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = ascii_digits(text).translate(ARABIC_VARIANTS)
    kept = "".join(map(folded_letter, text))
    return " ".join(map(_fold_word, kept.split()))


@lru_cache(maxsize=16_384)
def folded_letter(letter: str) -> str:
    """A letter, its folded form, or a space for what parts words."""
    category = unicodedata.category(letter)
    if category[0] in "LN":
        return letter
    if category[0] == "M":
        return _folded_mark(letter)
    return "" if (category in ("Cf", "Cc") and not letter.isspace()) or letter in "'’`´" else " "


def _folded_mark(mark: str) -> str:
    code = ord(mark)
    start, offset = code - code % BLOCK, code % BLOCK
    if start not in BRAHMIC or offset == NUKTA:
        return ""
    return chr(start + ANUSVARA) if offset == CANDRABINDU else mark


def _nasal_before_its_consonants(start: int) -> str:
    """A nasal letter with virama before a consonant that has an own sound, in the block that starts there."""
    nasals = "".join(chr(start + offset) for offset in (0x19, 0x1E, 0x23, 0x28, 0x2E))
    stops = "".join(f"{chr(start + first)}-{chr(start + first + 3)}" for first in (0x15, 0x1A, 0x1F, 0x24, 0x2A))
    return f"[{nasals}]{chr(start + VIRAMA)}(?=[{stops}])"


# Tamil and Malayalam write the nasal letter, and a bare end means it.
_WITHOUT_ANUSVARA_OR_FINAL_VOWEL = {0x0B80, 0x0D00}
_FOLDED_BLOCKS = [start for start in BRAHMIC if start not in _WITHOUT_ANUSVARA_OR_FINAL_VOWEL]
_NASAL_BEFORE_CONSONANT = re.compile("|".join(_nasal_before_its_consonants(start) for start in _FOLDED_BLOCKS))
_FINAL_VIRAMA = re.compile("[" + "".join(chr(start + VIRAMA) for start in _FOLDED_BLOCKS) + "]+$")


@lru_cache(maxsize=65_536)
def _fold_word(word: str) -> str:
    if word.isascii():
        return word
    if "\u0b80" <= word[0] < "\u0c00":
        return as_tamil_writes(word)
    word = _NASAL_BEFORE_CONSONANT.sub(lambda found: chr(ord(found[0][0]) - ord(found[0][0]) % BLOCK + ANUSVARA), word)
    return _FINAL_VIRAMA.sub("", word)


def until_stable(step: Callable[[str], str], text: str) -> str:
    """The text after as many steps as change it."""
    while (following := step(text)) != text:
        text = following
    return text
