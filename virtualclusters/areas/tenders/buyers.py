"""Who buys, as a notice says it: the chain from the highest organisation to the office, and whose buyer it is."""

import re

from virtualclusters.areas.tenders.models import BuyerType
from virtualclusters.network.organisations.buyers import buyer_key

NOT_NAMED = "Buyer not named"
PARTED_BY = re.compile(r"\|\||\s>{1,2}\s|»|›")
CENTRAL = re.compile(r"^\s*(ministry of|मंत्रालय)|government of india|govt\.? of india|भारत सरकार", re.IGNORECASE)
TYPES_IN_WORDS = (
    (
        re.compile(r"cpse|central (public|psu)|maharatna|navratna|miniratna", re.IGNORECASE),
        BuyerType.CENTRAL_UNDERTAKING,
    ),
    (re.compile(r"central|union|ministry|केंद्र|केन्द्र", re.IGNORECASE), BuyerType.CENTRAL),
    (re.compile(r"state|राज्य", re.IGNORECASE), BuyerType.STATE),
)


def chain_of(words: str) -> list[str]:
    """The organisations from the highest to the office, from ``A||B||C``."""
    return [part.strip()[:200] for part in PARTED_BY.split(words) if part.strip()]


def buyer_type_of(words: str, chain: list[str], state: str) -> BuyerType:
    """What the notice says of its buyer, else what its chain shows for certain; a row that names its state comes from that state's portal.

    A central public undertaking is believed only when the notice says so: from a name alone it cannot be told from a state's.
    """
    if words:
        return next((kind for pattern, kind in TYPES_IN_WORDS if pattern.search(words)), BuyerType.OTHER)
    if any(CENTRAL.search(part) for part in chain):
        return BuyerType.CENTRAL
    return BuyerType.STATE if state else BuyerType.UNKNOWN


def highest(chain: list[str]) -> str:
    """The name of the highest organisation of a chain: the buyer."""
    return chain[0] if chain and buyer_key(chain[0]) else NOT_NAMED
