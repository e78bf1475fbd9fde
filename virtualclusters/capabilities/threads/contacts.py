"""Hide phone numbers and addresses that people type before their contact details are open to each other."""

import re
from itertools import pairwise

from django.utils.translation import gettext

# \d in a text pattern is any script's digit: ९८७६५, ৯৮৭৬৫ and full-width ones are met like 98765.
_JOINERS = "\u200c\u200d\u200e\u200f\u061c"
"""Signs without width that scripts of India and right-to-left text need: they stay in words, and part no number."""
_BREAK = rf"[\s.,\-–—_/()*{_JOINERS}]{{0,3}}"
_NUMBER = re.compile(rf"(?<![\w₹])(?<!₹ )[+(]{{0,2}}\d(?:{_BREAK}\d){{9,13}}(?!{_BREAK}\d)(?!\w)")
_MONEY = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?")
_TRUNK = re.compile(r"(?:0091|91|0)(?=\d{10}$)")
_AMOUNT = r"(?:rs\b|inr\b|rupees\b|\d[\d.,]*(?![\w]))"
_AT = rf"\s*(?:@|＠|\(at\)|\[at\])\s*(?!{_AMOUNT})"
_DOT = r"(?:\.|\s*(?:\(dot\)|\[dot\])\s*|\s+dot\s+)"
_ADDRESS = re.compile(rf"[\w.+-]+(?:{_AT}[\w-]+(?:{_DOT}[\w-]+)*|\s+at\s+[\w-]+(?:\s+dot\s+[\w-]+)+)", re.IGNORECASE)

_LINK = re.compile(
    r"https?://|\bwww\.|\b(?:wa|t|m)\.me\b|\b[\w-]+\.(?:com|org|net|biz|co\.in)\b|\b[\w-]+\.in/", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s\-–—()]+")
_LISTED = re.compile(r"\d{1,4}(?:\s?[/,]\s?\d{1,4}){2,}")


def tells_contact(text) -> bool:
    """Whether a phone number, an e-mail address, a payment handle or a link stands in the text."""
    found = (_is_phone(one.group()) for one in _NUMBER.finditer(text))
    return bool(_ADDRESS.search(text) or _LINK.search(text)) or any(found)


def mask_contacts(text):
    """The text with phone numbers, e-mail addresses and payment handles replaced by a plain note.

    A phone number is hidden in any script and however it is broken up: ten digits that begin with 6 to 9, or
    ten behind 0, 91 or 0091. Amounts of money, ranges of prices, lists of sizes, dates, and longer or shorter numbers
    (PIN codes, FSSAI, HSN) stay.
    """
    hidden = gettext("[hidden until both agree]")
    return _NUMBER.sub(lambda found: hidden if _is_phone(found.group()) else found.group(), _ADDRESS.sub(hidden, text))


def _is_phone(number):
    if _MONEY.fullmatch(number) or _rises(number):
        return False
    digits = "".join(str(int(sign)) for sign in number if sign.isdecimal())
    national, trunks = _TRUNK.subn("", digits)
    return len(national) == 10 and (trunks > 0 or national[0] in "6789")


def _rises(number):
    """Sizes such as 600/900/1200, or amounts such as 65,000 - 75,000 and 65000-75000: each is more than the one before."""
    if _LISTED.fullmatch(number):
        told = re.split("[/,]", number)
    else:
        told = _BETWEEN.split(number.strip())
        if len(told) == 1 or not all(_MONEY.fullmatch(one) or one.endswith("00") for one in told):
            return False
    amounts = [int("".join(sign for sign in one if sign.isdecimal())) for one in told]
    return all(before < after for before, after in pairwise(amounts))
