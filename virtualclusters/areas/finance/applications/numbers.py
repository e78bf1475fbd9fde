"""The number of an application: what an owner quotes at the counter and a bank writes into its file."""

import re
import secrets

from stdnum import luhn

from virtualclusters.foundation.scripts import ascii_digits

LENGTH = 10


def new_number() -> str:
    """Nine random digits, the first not 0, and a check digit (Luhn). It tells nothing about how many there are."""
    digits = str(secrets.randbelow(9 * 10**8) + 10**8)
    return digits + luhn.calc_check_digit(digits)


def as_number(typed: str) -> str | None:
    """A number however it was typed, or None when it cannot be one: one wrong digit, or two neighbours exchanged, are found."""
    digits = re.sub(r"[\s.\-]", "", ascii_digits(typed))
    return digits if re.fullmatch(r"[1-9]\d{9}", digits) and luhn.is_valid(digits) else None


def shown_number(number: str) -> str:
    """In groups, as one reads it out: ``482 133 9057``."""
    return f"{number[:3]} {number[3:6]} {number[6:]}"
