"""Spreads what is seen after ranking, in steps that say what they did: rotation among equals, a floor for who is seen little, and
room for what names the unit's own among what is for everybody (``with_room``, which acts on the list of one unit).

The first two act on the units found for one opportunity, best first, before so many of them are told. Neither changes a score; a unit moves
only past others of nearly the same score, or into a share of the places that the operator keeps for under-served groups. How the
groups are known is the caller's: by what units said of themselves. What it costs is measured by `python -m benchmarks.relevance`.
"""

from collections import deque
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from math import ceil
from typing import Final, TypeVar

from virtualclusters.matching.values import Id

EQUAL_WITHIN: Final = 0.02
"""Scores that differ by less are equal: the judged sets cannot tell them apart."""


A_TEN: Final = 10
GENERAL_A_TEN: Final = 3
"""So many of ten places, which are a page, are for what is there for everybody: a loan, a scheme, what concerns a whole trade."""

Row = TypeVar("Row")


class Moved(StrEnum):
    """Why somebody stands elsewhere than the score says."""

    ROTATED = "rotated"  # its turn among equals
    RAISED = "raised"  # into a place kept for those who are seen little


@dataclass(frozen=True, slots=True)
class Held:
    """How many of ten places are held already by what is one's own and by what is general."""

    own: int = 0
    general: int = 0


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


def with_room(ranked: Sequence[Row], is_general: Callable[[Row], bool], is_own: Callable[[Row], bool]) -> list[Row]:
    """The same list, best first, with room for what is one's own among what is general.

    Of each ten places what is general takes one only after one's own, one for one, and ``GENERAL_A_TEN`` at most. What is neither goes
    before one's own where it stood better. Where nothing of one's own is left, nothing gives way.
    """
    own = deque(one for one in enumerate(ranked) if is_own(one[1]))
    rest = deque(one for one in enumerate(ranked) if not is_own(one[1]))
    order: list[Row] = []
    held = Held()
    while own and rest:
        held = Held() if len(order) % A_TEN == 0 else held
        general = is_general(rest[0][1])
        if rest[0][0] < own[0][0] and not (general and held.general >= min(held.own, GENERAL_A_TEN)):
            order.append(rest.popleft()[1])
            held = Held(held.own, held.general + general)
        else:
            order.append(own.popleft()[1])
            held = Held(held.own + 1, held.general)
    return [*order, *(one for _, one in (*own, *rest))]


def _is_near(one: Place, score: float) -> bool:
    return one.score - score < EQUAL_WITHIN


def _still(one: Place) -> Place:
    return Place(one.id, one.score)


def _turned(group: list[Place], turn: str) -> list[Place]:
    order = sorted(group, key=lambda one: sha256(f"{turn} {one.id}".encode()).digest())
    same = {one.id for one, before in zip(order, group, strict=True) if one.id == before.id}
    return [one if one.id in same else Place(one.id, one.score, Moved.ROTATED) for one in order]
