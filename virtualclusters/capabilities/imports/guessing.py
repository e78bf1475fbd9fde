"""Guessing which column says what, from its name and from the shape of what stands under it.

A name counts three quarters, the values one quarter; a column whose values cannot be read as the field's type is never
guessed, however well it is named. The person confirms before anything is applied.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from virtualclusters.capabilities.imports.specs import Field, RowSpec
from virtualclusters.capabilities.imports.values import Cell, Type, is_blank, reads_as

SURE_ENOUGH = 0.6
NAME_WEIGHT = 0.75
READABLE_SHARE = 0.6
NAMELESS_PIN = 0.65
NEAR_SPELLING = 80
"""Below this, of 100, two names are other words: ``date`` is not ``last date``, ``tag`` is not ``stage``."""


@dataclass(frozen=True)
class Guess:
    """A column thought to hold a field, with a confidence from 0 to 1."""

    column: int
    field: str
    confidence: float


def guess(headings: Sequence[str], sample_rows: Sequence[Sequence[Cell]], spec: RowSpec) -> list[Guess]:
    """The likeliest field of each column, in the order of the columns; a column nothing fits is left out, a field is
    used once.
    """
    columns = [[row[place] for row in sample_rows if place < len(row)] for place in range(len(headings))]
    scored = sorted(
        (
            (-confidence(heading, columns[place], field), place, field.name)
            for place, heading in enumerate(headings)
            for field in spec.fields
        ),
    )
    chosen: dict[int, Guess] = {}
    used: set[str] = set()
    for score, place, name in scored:
        if -score >= SURE_ENOUGH and place not in chosen and name not in used:
            chosen[place] = Guess(column=place, field=name, confidence=round(-score, 2))
            used.add(name)
    return [chosen[place] for place in sorted(chosen)]


def confidence(heading: str, values: Sequence[Cell], field: Field) -> float:
    """How likely a column holds a field, from 0 to 1."""
    name, shape = name_score(heading, field), shape_score(values, field)
    if shape == 0:
        return 0
    if field.type is Type.PIN and shape == 1 and not values_are_few(values):
        return max(NAMELESS_PIN, NAME_WEIGHT * name + 1 - NAME_WEIGHT)
    return name * (NAME_WEIGHT + (1 - NAME_WEIGHT) * shape)


def name_score(heading: str, field: Field) -> float:
    """How alike a heading and the names of a field are: 1 for the same words, less for a near spelling or a shared
    part.
    """
    asked = plain(heading)
    if not asked:
        return 0
    return max(_alike(asked, plain(name)) for name in (field.name, str(field.label), *field.synonyms))


def _alike(asked: str, known: str) -> float:
    if asked == known:
        return 1
    spelling = max(fuzz.ratio(asked, known), fuzz.token_sort_ratio(asked, known))
    near = spelling * 0.95 if spelling >= NEAR_SPELLING else 0
    holds_the_other = " " in known and " " in asked and fuzz.token_set_ratio(asked, known) == 100
    return max(near, 80 * holds_the_other) / 100


def plain(heading: str) -> str:
    """A heading in small letters, words parted by single spaces: ``tender/datePublished`` and ``Tender Date
    Published`` alike.
    """
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFKC", heading))
    kept = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in parted.casefold())
    return " ".join("".join(kept).split())


def shape_score(values: Sequence[Cell], field: Field) -> float:
    """The share of filled cells that can be read as the field's type; 0 when too few can; a half when nothing is
    filled.
    """
    filled = [value for value in values if not is_blank(value)]
    if not filled:
        return 0.5
    if field.type in (Type.TEXT, Type.LIST):
        return 0.2 if _share(filled, Type.MOMENT) > 1 - READABLE_SHARE else 1
    share = _share(filled, field.type)
    return share if share >= READABLE_SHARE else 0


def _share(values: Sequence[Cell], kind: Type) -> float:
    return sum(reads_as(kind, value) for value in values) / len(values)


def values_are_few(values: Sequence[Cell]) -> bool:
    """Whether too little is filled to tell a column by its values alone."""
    return sum(not is_blank(value) for value in values) < 3
