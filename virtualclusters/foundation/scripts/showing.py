"""Signs that nobody sees and that change how others are seen are taken out of what people type."""

import unicodedata

_JOINERS = "\u200c\u200d"
"""Zero-width non-joiner and joiner: Indian scripts and Urdu are written with them."""
_MARKS = "\u200e\u200f\u061c"
"""Left-to-right, right-to-left and Arabic letter mark: they stand beside a word and turn none round."""
_KEPT = {*_JOINERS, *_MARKS, *"\n\r\t"}


def visible(text: str) -> str:
    """The text without controls and signs of no width; empty when nothing is left that can be seen.

    A right-to-left override lets "evil" be read as "live"; a name of zero-width spaces is a link that nobody can tap.
    """
    kept = text if text.isprintable() else "".join(filter(_is_kept, text))
    return kept if any(unicodedata.category(letter)[0] not in "CZM" for letter in kept) else ""


def _is_kept(letter: str) -> bool:
    return letter in _KEPT or unicodedata.category(letter) not in ("Cf", "Cc")
