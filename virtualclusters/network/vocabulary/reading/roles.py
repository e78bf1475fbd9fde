"""What a named concept is to the speaker: made, needed, used, or only what something else is for."""

from enum import StrEnum

from virtualclusters.network.vocabulary.models import Concept
from virtualclusters.network.vocabulary.reading import cues
from virtualclusters.network.vocabulary.reading.matching import Match
from virtualclusters.network.vocabulary.reading.tokens import Token


class Role(StrEnum):
    """``UNSAID`` when no word tells. Skills and services that are made are ``CAN``, certificates ``HOLDS``."""

    MAKES = "makes"
    CAN = "can"
    USES = "uses"
    HOLDS = "holds"
    NEEDS = "needs"
    FOR = "for"
    UNSAID = ""


BEFORE = {
    **dict.fromkeys(cues.MAKES_BEFORE, Role.MAKES),
    **dict.fromkeys(cues.USES_BEFORE, Role.USES),
    **dict.fromkeys(cues.NEEDS_BEFORE, Role.NEEDS),
}
AFTER = {
    **dict.fromkeys(cues.MAKES_AFTER, Role.MAKES),
    **dict.fromkeys(cues.USES_AFTER, Role.USES),
    **dict.fromkeys(cues.NEEDS_AFTER, Role.NEEDS),
}
HAVING = {
    Concept.Kind.SERVICE: Role.CAN,
    Concept.Kind.SKILL: Role.CAN,
    Concept.Kind.CERTIFICATE: Role.HOLDS,
}


def role_of(match: Match, tokens: list[Token], taken: set[int]) -> Role:
    """The role of a match in its sentence; ``taken`` are the positions that names cover, which are no cues."""
    if _is_purpose(match, tokens):
        return Role.FOR
    if _is_source(match, tokens):
        return Role.USES
    if _is_lacking(match, tokens):
        return Role.NEEDS
    role = _nearest_cue(match, tokens, taken)
    if role in (Role.MAKES, Role.USES):
        return HAVING.get(match.entry.kind, role)
    return role


SERVED = frozenset({Concept.Kind.PRODUCT, Concept.Kind.MATERIAL})
SERVING = frozenset({Concept.Kind.SERVICE, Concept.Kind.CERTIFICATE})
PACKS_WHAT_IT_MAKES = "packing-service"
"""Who writes *green tea packing* trades in packed green tea."""


def is_served(match: Match, matches: list[Match], tokens: list[Token]) -> bool:
    """Whether the next words, with no comma between, name what is done to it: *shahad ki jaanch* is a test, not honey."""
    if match.entry.kind not in SERVED or match.end >= len(tokens) or tokens[match.end].breaks:
        return False
    return any(
        other.start == match.end and other.entry.kind in SERVING and other.entry.slug != PACKS_WHAT_IT_MAKES
        for other in matches
    )


def _is_purpose(match: Match, tokens: list[Token]) -> bool:
    before, after = _beside(match, tokens)
    if after in cues.FOR_AFTER:
        return True
    earlier = tokens[match.start - 2].term if match.start > 1 else ""
    return before in cues.FOR_BEFORE and earlier not in cues.NEEDS_BEFORE | cues.ASKING


def _is_source(match: Match, tokens: list[Token]) -> bool:
    before, after = _beside(match, tokens)
    return before in cues.FROM_BEFORE or after in cues.FROM_AFTER


def _is_lacking(match: Match, tokens: list[Token]) -> bool:
    """*Dryer nahi hai*, *test report nahi*: it is not there. Of what one makes or has that names none; of what one needs it does."""
    after = match.end
    if match.entry.kind == Concept.Kind.NEED or after >= len(tokens) or tokens[after].term not in cues.NOT_BESIDE:
        return False
    return after + 1 == len(tokens) or tokens[after + 1].breaks or tokens[after + 1].term in cues.IS


def _beside(match: Match, tokens: list[Token]) -> tuple[str, str]:
    at = match.start - 1
    while at >= 0 and tokens[at].word in cues.OWNERS:
        at -= 1
    before = tokens[at].term if at >= 0 else ""
    after = tokens[match.end].term if match.end < len(tokens) else ""
    return before, after


def _nearest_cue(match: Match, tokens: list[Token], taken: set[int]) -> Role:
    """English says *we need X*, Indian languages *X chahiye*: whichever stands nearer tells."""
    earlier = next((at for at in range(match.start - 1, -1, -1) if at not in taken and tokens[at].term in BEFORE), None)
    later = next((at for at in range(match.end, len(tokens)) if at not in taken and tokens[at].term in AFTER), None)
    if earlier is None and later is None:
        return Role.UNSAID
    if later is None or (earlier is not None and match.start - earlier <= later - match.end + 1):
        return BEFORE[tokens[earlier].term]
    return AFTER[tokens[later].term]
