"""Tamil words as two typists of the language would both have them."""

import re

_TAMIL_LOANS = [
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"(?<=.{4})[கசதப]்$", ""),
        (r"ஸ்(?=[க-வ]|$)", "சு"),
        (r"[ஸஷஜ]", "ச"),
        (r"(?<=ட்)டு$", ""),
    )
]
"""A last letter that only echoes the next word (ஆரஞ்சுச் சாறு), and letters for foreign sounds that some write and some do not."""


def as_tamil_writes(word: str) -> str:
    """A Tamil word with Tamil's own letters, and without a consonant that only leads over to the next word."""
    for pattern, letters in _TAMIL_LOANS:
        word = pattern.sub(letters, word)
    return word
