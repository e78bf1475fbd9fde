"""The number in a sentence, and what it counts: 6 percent, ₹ 2 lakh, 40 kg, in any script."""

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from virtualclusters.foundation.scripts import ascii_digits
from virtualclusters.network.vocabulary.reading.terms import term
from virtualclusters.ui.amounts import parse_amount

UNITS = {
    "percent": "percent % percentage pratishat प्रतिशत फीसदी फ़ीसदी fisadi feesadi fisdi",
    "kg": "kg kgs kilo kilos kilogram kilograms किलो किलोग्राम केजी",
    "tonne": "tonne tonnes ton tons टन",
    "litre": "litre litres liter liters ltr लीटर",
    "piece": "piece pieces pcs nag नग पीस",
    "pack": "pack packs packet packets pouch pouches पैकेट",
    "hour": "hour hours hrs ghante ghanta घंटे घंटा घंटों",
    "days": "day days din दिन",
    "people": "people persons workers log logon लोग लोगों majdoor मजदूर aadmi आदमी mahila mahilayen महिला महिलाएं women",
}
"""What a number counts, in the words of people; the codes are the catalogue's where it has them."""

_MEANING = {term(word) or word: unit for unit, words in UNITS.items() for word in words.split()}
_SCALES = r"lakhs?|lacs?|crores?|karod|hazaa?r|thousand|लाख|करोड़|करोड|हज़ार|हजार"
_RUPEES = re.compile(
    rf"(?:₹|\brs\.?|\brupees?|रु\.?)\s*(?P<led>\d[\d,]*(?:\.\d+)?\s*(?:(?:{_SCALES})(?!\w))?)"
    rf"|(?P<scaled>\d[\d,]*(?:\.\d+)?\s*(?:{_SCALES}))(?!\w)"
    rf"|(?P<said>\d[\d,]*(?:\.\d+)?)\s*(?=(?:₹|/-|rs\b|rupees?\b|rupaye\b|rupay\b|rupiya\b|रुपये|रुपए|रुपया))",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?:(?P<sign>%)|(?P<word>per\s?cent\b|[^\W\d_][\w\u0900-\u0dff]*))"
)
MOST = Decimal("999999999999")


class Said(NamedTuple):
    """A number and what it counts."""

    number: Decimal
    unit: str


def number_in(words: str) -> Said | None:
    """The first number of a sentence that says what it counts, or None. Rupees are whole rupees, not lakh."""
    text = ascii_digits(words)
    found = [said for said in (_rupees(text), _counted(text)) if said is not None]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _rupees(text: str) -> tuple[int, Said] | None:
    """Where rupees stand in the text, and how many. *5 hazar packet* counts packs, not rupees."""
    for match in _RUPEES.finditer(text):
        following = text[match.end() :].split(maxsplit=1)
        counted = match["scaled"] and following and _MEANING.get(term(following[0]))
        amount = parse_amount(match["led"] or match["scaled"] or match["said"])
        if amount is not None and amount <= MOST:
            return match.start(), Said(
                amount.to_integral_value() if amount == amount.to_integral_value() else amount, counted or "rupees"
            )
    return None


def _counted(text: str) -> tuple[int, Said] | None:
    for match in _COUNTED.finditer(text):
        word = (match["sign"] or match["word"]).replace(" ", "").lower()
        unit = _MEANING.get(term(word) or word)
        if unit and (number := _decimal(match["number"])) is not None:
            return match.start(), Said(number, unit)
    return None


def _decimal(digits: str) -> Decimal | None:
    try:
        number = Decimal(digits.replace(",", ""))
    except InvalidOperation:
        return None
    return number if number <= MOST else None
