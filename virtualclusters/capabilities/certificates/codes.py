"""Codes of certificates: short enough to type from paper, too many to guess.

Twelve signs of an alphabet without look-alikes (no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V) and without vowels, so that no word can appear:
20 to the power of 12 is about 52 bits. With a million certificates, one guess in four thousand million is right.
"""

import re
import secrets

from virtualclusters.foundation.identifiers import ascii_digits

ALPHABET = "34679CDFGHJKMNPQRTWX"
LENGTH = 12
PATTERN = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


def new_code() -> str:
    """A code nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))


def normalise(typed: str) -> str | None:
    """A code however it was typed, with spaces, dashes or small letters; None when it cannot be one."""
    code = re.sub(r"[\s\-–—.]", "", ascii_digits(typed)).upper()
    return code if PATTERN.fullmatch(code) else None


def shown(code: str) -> str:
    """A code in groups of four, as it is printed."""
    return "-".join(code[place : place + 4] for place in range(0, LENGTH, 4))
