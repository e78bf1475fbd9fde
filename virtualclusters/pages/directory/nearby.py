"""\"Honey near 411001\": a PIN code in a question says where, and is taken out of its words."""

import re
from dataclasses import dataclass

from virtualclusters.foundation.scripts import ascii_digits
from virtualclusters.network.vocabulary.places import place_of_pin

PIN = re.compile(r"(?<!\d)[1-9]\d{2} ?\d{3}(?!\d)")
SAYS_CODE = re.compile(r"\b(hsn|hs|itc|nic|sac|code)\b|कोड|एचएसएन", re.IGNORECASE)
SAYS_PIN = re.compile(r"\bpin ?code\b|\bpin\b|पिन कोड|पिन", re.IGNORECASE)
BESIDE = re.compile(r"\b(near|nearby|around|close to|ke paas|ke pas)\b|के पास|के निकट|के आसपास", re.IGNORECASE)


@dataclass(frozen=True)
class Middle:
    """Where distances are measured from: a PIN code that was typed, then ``said`` tells it; or the reader's own unit."""

    latitude: float
    longitude: float
    organisation_id: int | None = None
    unit_id: int | None = None
    said: str = ""


def middle_in(text: str) -> tuple[Middle | None, str]:
    """The place of the PIN code in a question, and the question without it; None and the same text when there is none.

    Six digits beside the word HSN, NIC or code are a code, unless "PIN" stands there too; six digits that are no PIN code stay words.
    """
    plain = ascii_digits(text)
    found = PIN.search(plain)
    if not found or (SAYS_CODE.search(SAYS_PIN.sub(" ", plain)) and not SAYS_PIN.search(plain)):
        return None, text
    place = place_of_pin(found[0].replace(" ", ""))
    if place is None or place.latitude is None or place.longitude is None:
        return None, text
    rest = plain[: found.start()] + " " + plain[found.end() :]
    words = " ".join(BESIDE.sub(" ", SAYS_PIN.sub(" ", rest)).split())
    return Middle(place.latitude, place.longitude, said=f"{place.pin} ({place.district})"), words
