"""Words that people run together."""

import re
from collections.abc import Iterable

from virtualclusters.foundation.scripts import BRAHMIC

_BLOCK, _LETTER_A, _LAST_VOWEL, _VIRAMA = 0x80, 0x05, 0x14, 0x4D
_SIGN_AFTER_VOWEL = 0x38
"""How far the sign of a vowel stands behind its letter in a block."""
_BARE_THEN_VOWEL = re.compile(
    "|".join(f"{chr(start + _VIRAMA)}[{chr(start + _LETTER_A)}-{chr(start + _LAST_VOWEL)}]" for start in BRAHMIC)
)


def run_together(words: Iterable[str]) -> str:
    """Folded words as one: a vowel that follows a bare consonant becomes its sign (தேங்காய் எண்ணெய் is தேங்காயெண்ணெய்)."""
    return _BARE_THEN_VOWEL.sub(_joined_letters, "".join(words))


def _joined_letters(found: re.Match[str]) -> str:
    code = ord(found[0][1])
    return "" if code % _BLOCK == _LETTER_A else chr(code + _SIGN_AFTER_VOWEL)
