"""How many parts an SMS costs. Source: 3GPP TS 23.038 (alphabets) and 23.040 (joined messages)."""

from dataclasses import dataclass

_GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_EXTENDED = frozenset("\f^{}\\[~]|€")


@dataclass(frozen=True)
class Size:
    """Alphabet of a text, its length in that alphabet's units, and the parts it is sent and paid in."""

    alphabet: str
    units: int
    parts: int


def size_of(text):
    """Alphabet, units and parts of an SMS.

    GSM-7 holds 160 units alone and 153 a joined part (a bracket or € takes two); any other letter, such as Hindi,
    makes the whole text UCS-2: 70 alone, 67 joined.
    """
    signs = set(text)
    if signs <= _GSM_BASIC | _GSM_EXTENDED:
        units = len(text) + sum(sign in _GSM_EXTENDED for sign in text)
        return Size("GSM-7", units, _parts(units, alone=160, joined=153))
    units = len(text.encode("utf-16-be")) // 2
    return Size("UCS-2", units, _parts(units, alone=70, joined=67))


def _parts(units, *, alone, joined):
    return 1 if units <= alone else -(-units // joined)
