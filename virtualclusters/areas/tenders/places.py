"""Where a notice's work lies: from its PIN code, else the state it names."""

from functools import cache

from virtualclusters.foundation.scripts import fold
from virtualclusters.foundation.states import state_of_letters
from virtualclusters.network.vocabulary.files import rows
from virtualclusters.network.vocabulary.places import place_of_pin


def place_columns(pin: str, state_words: str) -> dict:
    """State, district and point as columns of an opportunity. A PIN code the postal directory does not have says nothing."""
    place = place_of_pin(pin) if pin else None
    if place is None:
        return {"state": state_named(state_words), "district": "", "latitude": None, "longitude": None}
    return {
        "state": place.state,
        "district": place.district[:80],
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def state_named(words: str) -> str:
    """The two letters of a state's name in English or Hindi, or of its own letters; empty when it is none."""
    return _names().get(fold(words), "") or (state_of_letters(words.strip()) or "" if len(words.strip()) == 2 else "")


@cache
def _names() -> dict[str, str]:
    return {
        fold(row[language]): row["code"] for row in rows("states") for language in ("en", "hi") if row.get(language)
    }
