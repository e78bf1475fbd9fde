"""Hide phone numbers and addresses that people type before their contact details are open to each other."""

import re

from django.utils.translation import gettext

# \d in a text pattern is any script's digit: ९८७६५, ৯৮৭৬৫ and full-width ones are met like 98765.
_BREAK = r"[\s.,\-–—_/()*]{0,3}"
_NUMBER = re.compile(rf"(?<![\w₹])(?<!₹ )[+(]{{0,2}}\d(?:{_BREAK}\d){{9,13}}(?!{_BREAK}\d)(?!\w)")
_MONEY = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?")
_TRUNK = re.compile(r"(?:0091|91|0)(?=\d{10}$)")
_AT = r"\s*(?:@|＠|\(at\)|\[at\])\s*"
_DOT = r"(?:\.|\s*(?:\(dot\)|\[dot\])\s*|\s+dot\s+)"
_ADDRESS = re.compile(rf"[\w.+-]+(?:{_AT}[\w-]+(?:{_DOT}[\w-]+)*|\s+at\s+[\w-]+(?:\s+dot\s+[\w-]+)+)", re.IGNORECASE)


def mask_contacts(text):
    """The text with phone numbers, e-mail addresses and payment handles replaced by a plain note.

    A phone number is hidden in any script and however it is broken up: ten digits that begin with 6 to 9, or
    ten behind 0, 91 or 0091. Amounts of money, dates, and longer or shorter numbers (PIN codes, FSSAI, HSN) stay.
    """
    hidden = gettext("[hidden until both agree]")
    return _NUMBER.sub(lambda found: hidden if _is_phone(found.group()) else found.group(), _ADDRESS.sub(hidden, text))


def _is_phone(number):
    if _MONEY.fullmatch(number):
        return False
    digits = "".join(str(int(sign)) for sign in number if sign.isdecimal())
    national, trunks = _TRUNK.subn("", digits)
    return len(national) == 10 and (trunks > 0 or national[0] in "6789")
