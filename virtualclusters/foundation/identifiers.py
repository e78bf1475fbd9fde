"""Normal forms and patterns of the identifiers Indian firms carry. Sources: domain notes §3.1, python-stdnum.

A pattern says that a number *could* exist. That it belongs to somebody is verification, which is a person's work.
"""

import re

import phonenumbers

PIN_CODE = re.compile(r"[1-9]\d{5}")
_ASCII_DIGITS = {ord(sign): str(value) for zero in "०০੦૦୦௦౦೦൦٠۰" for value, sign in enumerate(map(chr, range(ord(zero), ord(zero) + 10)))}


def ascii_digits(text: str) -> str:
    """The text with the digits of Indian scripts written as 0 to 9."""
    return text.translate(_ASCII_DIGITS)


def normalise_mobile(text: str) -> str | None:
    """An Indian mobile number as E.164 (``+919876543210``) however it was typed, or None when it is not one.

    Accepts ``98765 43210``, ``098765-43210``, ``+91 98765 43210``, ``0091…`` and Indian digits. Mobile numbers have ten digits and
    begin with 6 to 9 (numbering plan of the Department of Telecommunications).
    """
    digits = re.sub(r"[\s().\-–]", "", ascii_digits(text.strip()))
    digits = re.sub(r"^00", "+", digits)
    try:
        number = phonenumbers.parse(digits, "IN")
    except phonenumbers.NumberParseException:
        return None
    national = str(number.national_number)
    if number.country_code != 91 or not re.fullmatch(r"[6-9]\d{9}", national):
        return None
    return f"+91{national}"


def normalise_pin(text: str) -> str | None:
    """A PIN code as six digits, or None when the text is not one."""
    digits = re.sub(r"\s", "", ascii_digits(text))
    return digits if PIN_CODE.fullmatch(digits) else None
