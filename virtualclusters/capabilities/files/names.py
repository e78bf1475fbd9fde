"""The name a file is shown by: what the sender called it, without paths, control signs and direction marks."""

import re
import unicodedata

LONGEST = 120


def shown_name(given: str) -> str:
    """A harmless form of a sent name: its last part, no invisible signs, at most 120 characters, the ending kept."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", given))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C" or sign in "\u200c\u200d")
    name = " ".join(re.sub(r'["<>|:*?]', "", seen).split()).strip(". ")
    stem, dot, ending = name.rpartition(".")
    if dot and len(ending) <= 8:
        return f"{stem[: LONGEST - 9] or 'file'}.{ending}"
    return name[:LONGEST] or "file"


def ending(name: str) -> str:
    """The ending of a name in small letters, with its dot; empty when it has none."""
    _stem, dot, last = name.rpartition(".")
    return f".{last.lower()}" if dot else ""
