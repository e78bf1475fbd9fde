"""The districts of India as the postal directory names them, and a typed name, in any script or spelling, read as one of them.

Names differ from those in use here and there (Gurugram stands as Gurugram, Bengaluru as Bengaluru Urban); it is the directory's that
units have from their PIN codes, so they are what can be compared. Data and licence: see ``places``.
"""

import re
from collections import defaultdict
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

import indian_pincode
from django.utils.translation import get_language

from virtualclusters.foundation.scripts import roman_key
from virtualclusters.network.vocabulary.load import rows
from virtualclusters.network.vocabulary.places import codes_by_name, directory_case

WITH_STATE = re.compile(r"^(?P<name>[^()]+)\((?P<state>[^()]+)\)$")
SUGGESTED, CLOSE_ENOUGH = 2, 0.8


class District(NamedTuple):
    """A district: the two letters of its state, and its name in the directory."""

    state: str
    name: str


@cache
def districts() -> frozenset[District]:
    """All of them, some 750."""
    named = codes_by_name().items()
    return frozenset(
        District(code, directory_case(name)) for state, code in named for name in indian_pincode.list_districts(state)
    )


def meant_by(typed: str, *, state: str = "") -> list[District]:
    """The districts that a typed name can mean, by name; several when states share the name, none when no district has it.

    Args:
        typed: in any script, with or without the state in brackets: ``Pune``, ``पुणे``, ``Bilaspur (Chhattisgarh)``.
        state: only of this state, when it has such a district.
    """
    bracketed = WITH_STATE.match(typed.strip())
    name = bracketed["name"].strip() if bracketed else typed.strip()
    found = [one for one in districts() if one.name.casefold() == name.casefold()] or _by_key().get(roman_key(name), [])
    if bracketed:
        found = [one for one in found if one.state == _states_by_key().get(roman_key(bracketed["state"]))]
    return sorted([one for one in found if one.state == state] or found)


def like(typed: str) -> list[District]:
    """Districts whose names sound nearly so, at most two."""
    near = get_close_matches(roman_key(typed), _by_key(), SUGGESTED, CLOSE_ENOUGH)
    return [one for key in near for one in sorted(_by_key()[key])][:SUGGESTED]


def in_words(district: District) -> str:
    """Its name, with the state in brackets where another state has a district of that name."""
    state, name = district
    if len([one for one in districts() if one.name == name]) < SUGGESTED:
        return name
    language = "hi" if get_language() == "hi" else "en"
    return f"{name} ({next(row[language] for row in rows('states') if row['code'] == state)})"


@cache
def _by_key() -> dict[str, list[District]]:
    found: defaultdict[str, list[District]] = defaultdict(list)
    for one in districts():
        found[roman_key(one.name)].append(one)
    return dict(found)


@cache
def _states_by_key() -> dict[str, str]:
    return {roman_key(row[form]): row["code"] for row in rows("states") for form in ("code", "en", "hi")}
