"""What a sentence says is not so: *we do not sell papad*, *papad nahi bechte*, *not for papad*.

That a thing works badly is no denial (*oven kaam nahi karta*): only a verb of making, selling, having or wanting beside the *not*
denies, or *not for*, *no*, *without* and *except* before the thing. That buyers or money are lacking is a need and stays one,
unless it is said not to be wanted.
"""

from virtualclusters.network.vocabulary.models import Concept
from virtualclusters.network.vocabulary.reading.cues import (
    FOR_BEFORE,
    MAKES_AFTER,
    MAKES_BEFORE,
    NEEDS_AFTER,
    NEEDS_BEFORE,
    NOT_BESIDE,
    USES_BEFORE,
)
from virtualclusters.network.vocabulary.reading.matching import Match
from virtualclusters.network.vocabulary.reading.terms import term
from virtualclusters.network.vocabulary.reading.tokens import Token


def _terms(words: str) -> frozenset[str]:
    return frozenset(term(word) for word in words.split())


NOT_BEFORE = _terms("not dont doesnt never cannot cant stopped")
JUST_BEFORE = _terms("no without except excluding")
DENYING_ALONE = _terms(
    "செய்வதில்லை தயாரிப்பதில்லை விற்பதில்லை வேண்டாம் చేయము తయారుచేయము అమ్మము వద్దు ಮಾಡುವುದಿಲ್ಲ ತಯಾರಿಸುವುದಿಲ್ಲ ಬೇಡ ഉണ്ടാക്കുന്നില്ല "
    "വിൽക്കുന്നില്ല വേണ്ട नको নাই nako venda venda vendam"
)
WORKS = _terms("kaam काम kam theek ठीक")
HAPPENS = _terms("bante banta bunte banti बनता बनती बनते")
BESIDE = (MAKES_AFTER | NEEDS_AFTER | _terms("rakhte rakhta रखते रखता lete लेते kharidte खरीदते")) - HAPPENS
AFTER_NOT = MAKES_BEFORE | USES_BEFORE | NEEDS_BEFORE | FOR_BEFORE
WANTING = NEEDS_AFTER | NEEDS_BEFORE
REACH = 3
"""Words between a *not* and its verb at most."""


def denied(found: list[Match], tokens: list[Token]) -> set[int]:
    """Positions in ``found`` of what the sentence says is not so. A word inside a longer name denies nothing: नई sounds like *nai*."""
    out: set[int] = set()
    named = {at for match in found if match.end > match.start + 1 for at in range(match.start, match.end)}
    for at, token in enumerate(tokens):
        if at in named:
            continue
        if token.term in NOT_BEFORE and (verb := _verb_after(at, tokens)) is not None:
            out |= _within(found, at, _end_of_clause(at, tokens), wanted=tokens[verb].term in WANTING)
        elif token.term in JUST_BEFORE:
            out |= {i for i, match in enumerate(found) if match.start == at + 1 and not _is_need(match)}
        elif token.term in DENYING_ALONE or (token.term in NOT_BESIDE and _verb_beside(at, tokens)):
            out |= _within(found, _start_of_clause(at, tokens, found), at, wanted=_is_wanting(at, tokens))
    return out


def _verb_after(at: int, tokens: list[Token]) -> int | None:
    near = range(at + 1, min(len(tokens), at + 1 + REACH))
    return next((here for here in near if tokens[here].term in AFTER_NOT), None)


def _verb_beside(at: int, tokens: list[Token]) -> bool:
    beside = [here for here in (at - 1, at + 1) if 0 <= here < len(tokens)]
    return any(tokens[here].term in BESIDE and not _only_works(here, at, tokens) for here in beside)


def _only_works(verb: int, negation: int, tokens: list[Token]) -> bool:
    """*Kaam nahi karta*: it does not work."""
    before = min(verb, negation) - 1
    return before >= 0 and tokens[before].term in WORKS


def _is_wanting(at: int, tokens: list[Token]) -> bool:
    return any(tokens[here].term in WANTING for here in (at - 1, at, at + 1) if 0 <= here < len(tokens))


def _within(found: list[Match], start: int, end: int, *, wanted: bool) -> set[int]:
    inside = {i for i, match in enumerate(found) if start <= match.start < end}
    return inside if wanted else {i for i in inside if not _is_need(found[i])}


def _is_need(match: Match) -> bool:
    return match.entry.kind == Concept.Kind.NEED


def _end_of_clause(at: int, tokens: list[Token]) -> int:
    """A comma ends what *not* reaches when a verb of its own follows: *not papad, but we make pickle*."""
    for here in range(at + 1, len(tokens)):
        if tokens[here].turns or (tokens[here].breaks and _has_verb(tokens[here:])):
            return here
    return len(tokens)


def _has_verb(tokens: list[Token]) -> bool:
    return any(token.term in MAKES_BEFORE | NEEDS_BEFORE | USES_BEFORE | BESIDE for token in tokens)


def _start_of_clause(at: int, tokens: list[Token], found: list[Match]) -> int:
    """Back to the comma behind the verb before: *honey banate hain, papad nahi bechte* denies papad alone."""
    for here in range(at - 1, 0, -1):
        if tokens[here].turns or (tokens[here].breaks and _has_verb(tokens[:here])):
            return here
    return 0
