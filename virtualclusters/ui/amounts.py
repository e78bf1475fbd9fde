"""Amounts of money as people type them, into rupees."""

import re
from decimal import Decimal

from virtualclusters.foundation.identifiers import ascii_digits
from virtualclusters.ui.formatters import CRORE, LAKH, SCALE_WORDS

MOST = Decimal("99999999999999.99")
_SPELLINGS = {
    1_000: ("thousand", "hazar", "hazaar", "k", "हज़ार", "हजार", "ہزار"),
    LAKH: ("lakh", "lakhs", "lac", "lacs", "l", "لاکھ", "लाख", "लाख़"),
    CRORE: ("crore", "crores", "cr", "karod", "करोड", "करोड़", "کروڑ"),
}
_SCALES = {word: scale for scale, words in _SPELLINGS.items() for word in words}
_SCALES |= {word: LAKH for words in SCALE_WORDS.values() for word in words[:2]}
_SCALES |= {word: CRORE for words in SCALE_WORDS.values() for word in words[2:]}
_NOISE = re.compile(r"₹|\brs\.?(?=\W|\d|$)|\binr\b|\brupees?\b|/-|,|\s+", re.IGNORECASE)
_SHAPE = re.compile(r"(\d+(?:\.\d+)?|\.\d+)\s*([^\W\d_][\w\u0900-\u0dff\u200c\u200d.]*)?")


def parse_amount(text: str) -> Decimal | None:
    """Rupees from "25 lakh", "2,50,000", "₹ 1.5 crore", "१२,५००" and the like, rounded to paise; None when it is no amount.

    Negative amounts and amounts beyond 16 digits are no amounts here.
    """
    bare = _NOISE.sub("", ascii_digits(text.strip()).lower())
    match = _SHAPE.fullmatch(bare)
    if match is None:
        return None
    digits, word = match.groups()
    scale = _SCALES.get(word.rstrip(".")) if word else 1
    if scale is None or Decimal(digits) > MOST:
        return None
    rupees = (Decimal(digits) * scale).quantize(Decimal("0.01"))
    return rupees if rupees <= MOST else None
