"""What a code may be that was copied from paper with signs a code never has: O for D or Q, B for 3, and the like."""

from itertools import product

from virtualclusters.capabilities.certificates.codes import LENGTH, normalise
from virtualclusters.foundation.identifiers import ascii_digits

LOOK_ALIKES = {
    "0": "DQ",
    "O": "DQ",
    "1": "7T",
    "I": "T7",
    "L": "7",
    "2": "7",
    "Z": "7",
    "5": "6",
    "S": "6",
    "8": "36",
    "B": "36",
    "E": "F",
    "A": "4",
    "V": "W",
    "U": "W",
    "Y": "X",
}
MOST_READINGS = 8


def readings(typed: str) -> list[str]:
    """Codes that may be meant, the likeliest first; at most eight, so that no list of guesses is tried for anybody."""
    signs = [sign for sign in ascii_digits(typed).upper() if sign.isalnum()]
    if len(signs) != LENGTH:
        return []
    choices = [LOOK_ALIKES.get(sign, sign) for sign in signs]
    ways = 1
    for choice in choices:
        ways *= len(choice)
    if ways > MOST_READINGS:
        return []
    return [code for code in ("".join(reading) for reading in product(*choices)) if normalise(code)]
