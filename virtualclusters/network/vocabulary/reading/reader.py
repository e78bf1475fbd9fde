"""``read``: words into concepts."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from virtualclusters.network.vocabulary.reading.codes import Code, codes_in
from virtualclusters.network.vocabulary.reading.cues import SILENT
from virtualclusters.network.vocabulary.reading.denying import denied
from virtualclusters.network.vocabulary.reading.held import lexicon
from virtualclusters.network.vocabulary.reading.lexicon import Lexicon
from virtualclusters.network.vocabulary.reading.matching import (
    BY_RELATION,
    BY_SKELETON,
    CORRECTED,
    Asked,
    Match,
    matches,
)
from virtualclusters.network.vocabulary.reading.roles import Role, is_served, role_of
from virtualclusters.network.vocabulary.reading.tokens import NUMBER, Token, sentences

LONGEST_TEXT = 4_000
"""Letters read of a text; a description longer than that says what matters before."""

FOR_WEIGHT = 0.5


class Step(StrEnum):
    """How words were read as a name: as it stands, with a typing error mended, by its consonants, or not by a name at all."""

    NAME = "name"
    MENDED = "mended"
    SOUND = "sound"
    RELATION = "relation"
    CODE = "code"


STEP_OF_WEIGHT = {CORRECTED: Step.MENDED, BY_SKELETON: Step.SOUND, BY_RELATION: Step.RELATION}


@dataclass(frozen=True, slots=True)
class Found:
    """A concept that words name, and why.

    Attributes:
        words: as they were typed, folded; they are the letters ``start`` to ``end`` of the text.
        weight: 1 for its own name, less for a mended or a guessed one.
        name: the name of the concept that they were read as; empty for a code, or for a machine that is only *for* what was named.
        step: how they were read.
    """

    concept_id: int
    slug: str
    kind: str
    words: str
    role: Role
    weight: float
    name: str = ""
    step: Step = Step.NAME
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """``found`` best first; ``unknown`` the words that name nothing we know, in their order; ``denied`` what the text says is not so."""

    found: list[Found] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    denied: list[Found] = field(default_factory=list)

    @property
    def named(self) -> list[Found]:
        """What is spoken of itself, without what something else is only *for*."""
        return [found for found in self.found if found.role is not Role.FOR]


def read(
    text: str, *, language: str | None = None, kinds: Collection[str] | None = None, names: Lexicon | None = None
) -> Reading:
    """The concepts that an owner's words name.

    Args:
        language: of the text, if known. In Tamil, ``then`` is honey; elsewhere it is a small English word.
        kinds: values of ``Concept.Kind``; other concepts are left out, and of two with one name these are meant.
        names: another lexicon than that of the database: then nothing is asked of it, and the same text reads the same for ever.

    Returns:
        A ``Reading``. The longest name wins, the last word of a compound decides (a spice grinder is a machine), and one
        typing error in a word of five letters or more is forgiven.
    """
    names, wanted = names or lexicon(), frozenset(kinds or ())
    asked = Asked(names, wanted, language or "")
    found: dict[tuple[int, Role], Found] = {}
    not_so: dict[tuple[int, Role], Found] = {}
    unknown: list[str] = []
    for tokens in sentences(text[:LONGEST_TEXT]):
        _read_sentence(tokens, asked, found, not_so)
        unknown.extend(_unknown(tokens, asked.names))
    for code in codes_in(text[:LONGEST_TEXT], names):
        _keep(found, _coded(code))
    best, denied_ones = (_ordered(each, wanted) for each in (found, not_so))
    return Reading(best, list(dict.fromkeys(unknown)), denied_ones)


def _ordered(found: dict[tuple[int, Role], Found], wanted: frozenset[str]) -> list[Found]:
    ordered = sorted(found.values(), key=lambda one: -one.weight)
    return [one for one in ordered if not wanted or one.kind in wanted]


def _read_sentence(tokens: list[Token], asked: Asked, found: dict, not_so: dict) -> None:
    written = [token.word for token in tokens]
    here = matches(tokens, asked)
    taken = {at for match in here for at in range(match.start, match.end)}
    not_meant = denied(here, tokens)
    asked_for = [match for match in here if not asked.kinds or match.entry.kind in asked.kinds]
    for number, match in enumerate(here):
        role = role_of(match, tokens, taken)
        if role in (Role.NEEDS, Role.UNSAID) and is_served(match, asked_for, tokens):
            role = Role.FOR
        words = " ".join(written[match.start : match.end])
        _keep(not_so if number in not_meant else found, _found(match, role, words, tokens, alone=len(here) == 1))


def _found(match: Match, role: Role, words: str, tokens: list[Token], *, alone: bool) -> Found:
    role = Role.UNSAID if alone and role is Role.FOR else role
    return Found(
        match.entry.concept_id,
        match.entry.slug,
        match.entry.kind,
        words,
        role,
        weight=match.weight * (FOR_WEIGHT if role is Role.FOR else 1),
        name=match.name,
        step=STEP_OF_WEIGHT.get(match.weight, Step.NAME),
        start=tokens[match.start].start,
        end=tokens[match.end - 1].end,
    )


def _coded(code: Code) -> Found:
    entry = code.entry
    return Found(entry.concept_id, entry.slug, entry.kind, code.digits, Role.UNSAID, code.weight, step=Step.CODE)


def _keep(found: dict[tuple[int, Role], Found], one: Found) -> None:
    known = found.get((one.concept_id, one.role))
    if known is None or known.weight < one.weight:
        found[one.concept_id, one.role] = one


def _unknown(tokens: list[Token], names: Lexicon) -> Iterator[str]:
    for token in tokens:
        named = token.term in names.words or (token.word,) in names.native
        named = named or token.term in names.joined or token.word in names.joined
        if not named and token.term not in SILENT and not NUMBER.match(token.word) and len(token.word) > 1:
            yield token.word
