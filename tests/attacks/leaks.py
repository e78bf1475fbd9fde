"""Finding secrets in a page in whatever spelling: with spaces, dashes, Indian commas, in lakh and crore."""

import re

from tests.attacks.world import MARKER, SECRET_FIGURE, SECRET_NUMBER, SECRET_PHONE

_BETWEEN_DIGITS = re.compile(r"(?<=\d)(?:&nbsp;|&#160;|[\s ,.\-()])+(?=\d)")
_IN_WORDS = re.compile(r"9[.]8(?:8|7\d*)\s*(?:crore|करोड़|Cr)|98[78][.]\d*\s*(?:lakh|लाख)")
_NATIONAL = SECRET_PHONE.removeprefix("+91")


def secrets_in(text: str) -> list[str]:
    """Names of the other organisation's secrets that stand in a text."""
    digits = _BETWEEN_DIGITS.sub("", text)
    found = {
        "marker": MARKER in text,
        "phone": _NATIONAL in digits,
        "figure": str(SECRET_FIGURE) in digits or bool(_IN_WORDS.search(text)),
        "number": SECRET_NUMBER in text or SECRET_NUMBER.replace("-", "") in text.replace("-", ""),
    }
    return [name for name, seen in found.items() if seen]


def body_of(response) -> str:
    """All that a response says, streamed or not, as text."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode(errors="replace")
