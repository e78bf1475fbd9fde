"""Spreads what is seen after ranking, in steps that say what they did: rotation among equals, and a floor for who is seen little.

Both act on the units found for one opportunity, best first, before so many of them are told. Neither changes a score; a unit moves
only past others of nearly the same score, or into a share of the places that the operator keeps for under-served groups. How the
groups are known is the caller's: by what units said of themselves. What it costs is measured by `python -m benchmarks.relevance`.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from math import ceil
from typing import Final

from virtualclusters.matching.values import Id

EQUAL_WITHIN: Final = 0.02
"""Scores that differ by less are equal: the judged sets cannot tell them apart."""


class Moved(StrEnum):
    """Why somebody stands elsewhere than the score says."""

    ROTATED = "rotated"  # its turn among equals
    RAISED = "raised"  # into a place kept for those who are seen little


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the list: who, with which score, and what moved it; None for nothing."""

    id: Id
    score: float
    moved: Moved | None = None


def spread(ranked: Sequence[Place], *, turn: str, seldom_seen: Container[Id], places: int, share: float) -> list[Place]:
    """Both steps, where there are fewer places than are wanted; otherwise everybody has one and nothing moves.

    ``ROTATED`` is said only of those whose turn decided that they have a place: equals of theirs have none.
    """
    if len(ranked) <= places:
        return list(ranked)
    fair = with_floor(rotated(ranked, turn), seldom_seen, places=places, share=share)
    best_without = max(one.score for one in fair[places:])
    return [one if one.moved is not Moved.ROTATED or _is_near(one, best_without) else _still(one) for one in fair]


def rotated(ranked: Sequence[Place], turn: str) -> list[Place]:
    """The same list with equals in an order that changes with the turn (an opportunity and a day) and favours nobody for long."""
    groups: list[list[Place]] = []
    for one in ranked:
        if groups and groups[-1][0].score - one.score < EQUAL_WITHIN:
            groups[-1].append(one)
        else:
            groups.append([one])
    return [place for group in groups for place in _turned(group, turn)]


def with_floor(ranked: Sequence[Place], seldom_seen: Container[Id], *, places: int, share: float) -> list[Place]:
    """The same list with at least this share of the first places held by who is seldom seen, as far as there are such.

    The lowest of the others make room; among those who are raised, and among those who stay, the order is kept.
    """
    first, rest = list(ranked[:places]), list(ranked[places:])
    missing = ceil(share * len(first)) - sum(one.id in seldom_seen for one in first)
    raised = [one for one in rest if one.id in seldom_seen][: max(0, missing)]
    if not raised:
        return list(ranked)
    giving_way = {one.id for one in [one for one in first if one.id not in seldom_seen][-len(raised) :]}
    up = {one.id for one in raised}
    kept = [one for one in first if one.id not in giving_way]
    moved = [Place(one.id, one.score, Moved.RAISED) for one in raised]
    below = [one for one in ranked if one.id not in up and one not in kept]
    return [*kept, *moved, *below]


def _is_near(one: Place, score: float) -> bool:
    return one.score - score < EQUAL_WITHIN


def _still(one: Place) -> Place:
    return Place(one.id, one.score)


def _turned(group: list[Place], turn: str) -> list[Place]:
    order = sorted(group, key=lambda one: sha256(f"{turn} {one.id}".encode()).digest())
    same = {one.id for one, before in zip(order, group, strict=True) if one.id == before.id}
    return [one if one.id in same else Place(one.id, one.score, Moved.ROTATED) for one in order]
