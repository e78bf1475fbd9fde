"""Other units worth knowing: who makes the same, whose machine or material fits, who is near."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from virtualclusters.matching.capability import rarity
from virtualclusters.matching.place import distance_km
from virtualclusters.matching.relations import Vocabulary
from virtualclusters.matching.values import ConceptId, Id, UnitRole, UnitView

NEAR_KM: Final = 50.0


class Tie(StrEnum):
    """What ties two units."""

    SAME_PRODUCT = "same_product"  # both make it
    SUPPLIES_YOU = "supplies_you"  # what they make is for what you make
    YOU_SUPPLY = "you_supply"  # what you make is for what they make
    SAME_MACHINE = "same_machine"  # both work with it
    SAME_DISTRICT = "same_district"
    NEAR = "near"


WORTH: Final = {
    Tie.SAME_PRODUCT: 0.6,
    Tie.SUPPLIES_YOU: 0.55,
    Tie.YOU_SUPPLY: 0.55,
    Tie.SAME_MACHINE: 0.35,
    Tie.SAME_DISTRICT: 0.2,
    Tie.NEAR: 0.2,
}


@dataclass(frozen=True, slots=True)
class PeerReason:
    """One tie: `own` is this unit's concept, `theirs` the other's (None for a tie of place)."""

    tie: Tie
    worth: float
    own: ConceptId | None = None
    theirs: ConceptId | None = None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Peer:
    """A unit suggested as a peer, with its ties, the strongest first; the score is between 0 and 1."""

    unit_id: Id
    score: float
    reasons: tuple[PeerReason, ...]


def peers(unit: UnitView, others: Iterable[UnitView], vocabulary: Vocabulary, most: int = 10) -> list[Peer]:
    """The best peers among others. Place alone makes no peer; it lifts one who has something else in common."""
    found = [peer for other in others if other.id != unit.id and (peer := _peer(unit, other, vocabulary))]
    return sorted(found, key=lambda peer: (-round(peer.score, 9), str(peer.unit_id)))[:most]


def _peer(unit: UnitView, other: UnitView, vocabulary: Vocabulary) -> Peer | None:
    ties = [*_same(unit, other, vocabulary), *_serving(unit, other, vocabulary)]
    if not ties:
        return None
    ties.sort(key=lambda reason: (-reason.worth, reason.tie, str(reason.own)))
    reasons = (ties[0], *_of_other_ties(ties), *_near(unit, other))
    return Peer(other.id, _together(reasons), reasons)


def _of_other_ties(ties: list[PeerReason]) -> list[PeerReason]:
    return [reason for reason in ties[1:] if reason.tie is not ties[0].tie][:1]


def _together(reasons: Iterable[PeerReason]) -> float:
    left = 1.0
    for reason in reasons:
        left *= 1 - reason.worth
    return 1 - left


def _same(unit: UnitView, other: UnitView, vocabulary: Vocabulary) -> list[PeerReason]:
    return [
        PeerReason(tie, _worth(tie, concept, vocabulary), concept, concept)
        for tie, role in ((Tie.SAME_PRODUCT, UnitRole.MAKES), (Tie.SAME_MACHINE, UnitRole.USES))
        for concept in unit.concepts.get(role, {}).keys() & other.concepts.get(role, {}).keys()
    ]


def _serving(unit: UnitView, other: UnitView, vocabulary: Vocabulary) -> list[PeerReason]:
    mine, theirs = unit.concepts.get(UnitRole.MAKES, {}), other.concepts.get(UnitRole.MAKES, {})
    to_me = [(Tie.SUPPLIES_YOU, own, made) for own in mine for made in _serve(own, vocabulary) & theirs.keys()]
    to_them = [(Tie.YOU_SUPPLY, made, own) for own in theirs for made in _serve(own, vocabulary) & mine.keys()]
    return [PeerReason(tie, _worth(tie, a, vocabulary), a, b) for tie, a, b in (*to_me, *to_them)]


def _serve(concept: ConceptId, vocabulary: Vocabulary) -> set[ConceptId]:
    wider = (concept, *vocabulary.above(concept))
    return {server for one in wider for _, server in vocabulary.serving(one)}


def _near(unit: UnitView, other: UnitView) -> list[PeerReason]:
    if unit.point and other.point and (kilometres := distance_km(unit.point, other.point)) <= NEAR_KM:
        return [PeerReason(Tie.NEAR, WORTH[Tie.NEAR], distance_km=kilometres)]
    if unit.district and (unit.state, unit.district) == (other.state, other.district):
        return [PeerReason(Tie.SAME_DISTRICT, WORTH[Tie.SAME_DISTRICT])]
    return []


def _worth(tie: Tie, concept: ConceptId, vocabulary: Vocabulary) -> float:
    return WORTH[tie] * rarity(concept, vocabulary)
