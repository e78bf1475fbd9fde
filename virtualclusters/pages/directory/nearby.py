"""\"Honey near 411001\": a PIN code in a question says where, and is taken out of its words."""

import re
from dataclasses import dataclass

from virtualclusters.foundation.scripts import ascii_digits
from virtualclusters.network.vocabulary.places import place_of_pin

PIN = re.compile(r"(?<!\d)[1-9]\d{2} ?\d{3}(?!\d)")
SAYS_CODE = re.compile(r"\b(hsn|hs|itc|nic|sac|code)\b|कोड|एचएसएन", re.IGNORECASE)
SAYS_PIN = re.compile(r"\bpin ?code\b|\bpin\b|पिन कोड|पिन", re.IGNORECASE)
BESIDE = re.compile(r"\b(near|nearby|around|close to|ke paas|ke pas)\b|के पास|के निकट|के आसपास", re.IGNORECASE)

HERE = re.compile(
    r"\b(near|around|close to) (me|us)\b|\bnear ?by$|\b(mere|mera|hamare) (aas ?|as ?)?pa+s\b|(मेरे|हमारे) (आस[- ]?)?पास|(मेरे|हमारे) निकट",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Middle:
    """Where distances are measured from: a PIN code that was typed, then ``said`` tells it; or the reader's own unit."""

    latitude: float
    longitude: float
    organisation_id: int | None = None
    unit_id: int | None = None
    said: str = ""


@dataclass(frozen=True)
class Where:
    """What a question says of a place.

    Attributes:
        words: the rest of the question.
        middle: the place of its PIN code, or None.
        unknown_pin: six digits that look like a PIN code and are none.
        is_beside: a word such as "near" stands with them, so that they can be nothing else; then they are no word of the question.
        is_here: it says "near me".
    """

    words: str
    middle: Middle | None = None
    unknown_pin: str = ""
    is_beside: bool = False
    is_here: bool = False


def where_in(text: str) -> Where:
    """The place that a question names, and the question without it.

    Six digits beside the word HSN, NIC or code are a code, unless "PIN" stands there too; six digits that are no PIN code stay words.
    """
    plain = ascii_digits(text)
    found = PIN.search(plain)
    if not found or (SAYS_CODE.search(SAYS_PIN.sub(" ", plain)) and not SAYS_PIN.search(plain)):
        rest = " ".join(HERE.sub(" ", text).split())
        return Where(rest, is_here=True) if HERE.search(text) else Where(text)
    pin = found[0].replace(" ", "")
    rest = plain[: found.start()] + " " + plain[found.end() :]
    words = " ".join(BESIDE.sub(" ", SAYS_PIN.sub(" ", rest)).split())
    place = place_of_pin(pin)
    if place is None or place.latitude is None or place.longitude is None:
        is_beside = bool(BESIDE.search(rest) or SAYS_PIN.search(rest))
        return Where(words if is_beside else text, unknown_pin=pin, is_beside=is_beside)
    return Where(words, Middle(place.latitude, place.longitude, said=f"{place.pin} ({place.district})"))
