"""HSN and NIC codes that people type as numbers, and the categories by which tender portals sort their notices."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from virtualclusters.foundation.scripts import ascii_digits, fold
from virtualclusters.network.vocabulary.reading.held import lexicon
from virtualclusters.network.vocabulary.reading.lexicon import Entry, Lexicon

_NUMBER = re.compile(r"(?<![\d.])\d{4,8}(?![\d.]*\d)")
_SAYS_CODE = re.compile(r"\b(hsn|hs|itc|nic|sac|code)\b|कोड|एचएसएन", re.IGNORECASE)
_ALWAYS_A_CODE = 8
MOST_FOR_ONE_CODE = 12


class Code(NamedTuple):
    digits: str
    entry: Entry
    weight: float


def codes_in(text: str, names: Lexicon) -> Iterator[Code]:
    """Concepts whose code a number is or begins.

    Eight digits are always read as a code; fewer only when the text says HSN, NIC or code, or is nothing but the number,
    for four to six digits may as well be a year, a weight or a PIN code.
    """
    text = ascii_digits(text)
    said = bool(_SAYS_CODE.search(text))
    for found in _NUMBER.finditer(text):
        digits = found[0]
        if said or len(digits) == _ALWAYS_A_CODE or text.strip() == digits:
            yield from _concepts(digits, text.lower(), names)


def _concepts(digits: str, text: str, names: Lexicon) -> list[Code]:
    meant = names.codes.get(digits, [])
    for system, words in (("hsn", ("hsn",)), ("nic2008", ("nic",))):
        if any(word in text for word in words):
            meant = [(other, entry) for other, entry in meant if other == system]
    entries = list(dict.fromkeys(entry for _, entry in meant))[:MOST_FOR_ONE_CODE]
    return [Code(digits, entry, round(1 / len(entries) ** 0.5, 2)) for entry in entries]


def concept_of_category(category: str, names: Lexicon | None = None) -> int | None:
    """Id of the concept that a portal's product category stands for; None for the categories of other trades."""
    entry = (names or lexicon()).categories.get(fold(category))
    return entry.concept_id if entry else None
