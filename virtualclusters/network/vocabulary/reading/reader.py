"""``read``: words into concepts."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from virtualclusters.network.vocabulary.reading.codes import codes_in
from virtualclusters.network.vocabulary.reading.cues import SILENT
from virtualclusters.network.vocabulary.reading.held import lexicon
from virtualclusters.network.vocabulary.reading.lexicon import Lexicon
from virtualclusters.network.vocabulary.reading.matching import Asked, Match, matches
from virtualclusters.network.vocabulary.reading.roles import Role, is_served, role_of
from virtualclusters.network.vocabulary.reading.tokens import NUMBER, Token, sentences

LONGEST_TEXT = 4_000
"""Letters read of a text; a description longer than that says what matters before."""

FOR_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """A concept that words name. ``weight`` is 1 for its own name, less for a mended or a guessed one."""

    concept_id: int
    slug: str
    kind: str
    words: str
    role: Role
    weight: float


@dataclass(frozen=True, slots=True)
class Reading:
    """``found`` best first; ``unknown`` the words that name nothing we know, in their order."""

    found: list[Found] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

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
    unknown: list[str] = []
    for tokens in sentences(text[:LONGEST_TEXT]):
        _read_sentence(tokens, asked, found, unknown)
    for code in codes_in(text[:LONGEST_TEXT], names):
        _keep(
            found, Found(code.entry.concept_id, code.entry.slug, code.entry.kind, code.digits, Role.UNSAID, code.weight)
        )
    ordered = sorted(found.values(), key=lambda one: -one.weight)
    return Reading([one for one in ordered if not wanted or one.kind in wanted], list(dict.fromkeys(unknown)))


def _read_sentence(tokens: list[Token], asked: Asked, found: dict, unknown: list[str]) -> None:
    written = [token.word for token in tokens]
    here = matches(tokens, asked)
    taken = {at for match in here for at in range(match.start, match.end)}
    for match in here:
        role = role_of(match, tokens, taken)
        if role in (Role.NEEDS, Role.UNSAID) and is_served(
            match, [m for m in here if not asked.kinds or m.entry.kind in asked.kinds], tokens
        ):
            role = Role.FOR
        _keep(found, _found(match, role, " ".join(written[match.start : match.end]), alone=len(here) == 1))
    unknown.extend(_unknown(tokens, asked.names))


def _found(match: Match, role: Role, words: str, *, alone: bool) -> Found:
    role = Role.UNSAID if alone and role is Role.FOR else role
    weight = match.weight * (FOR_WEIGHT if role is Role.FOR else 1)
    return Found(match.entry.concept_id, match.entry.slug, match.entry.kind, words, role, weight)


def _keep(found: dict[tuple[int, Role], Found], one: Found) -> None:
    known = found.get((one.concept_id, one.role))
    if known is None or known.weight < one.weight:
        found[one.concept_id, one.role] = one


def _unknown(tokens: list[Token], names: Lexicon) -> Iterator[str]:
    for token in tokens:
        named = token.term in names.words or (token.word,) in names.native
        if not named and token.term not in SILENT and not NUMBER.match(token.word) and len(token.word) > 1:
            yield token.word
