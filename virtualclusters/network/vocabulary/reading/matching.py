"""Names found in a sentence: the longest first, typing errors mended, and the last word of a compound deciding."""

from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from virtualclusters.foundation.scripts import skeleton
from virtualclusters.network.vocabulary.models import Concept
from virtualclusters.network.vocabulary.reading.cues import FILLERS, FOR_BEFORE, MACHINE_WORDS, QUALIFIERS, STOP, known
from virtualclusters.network.vocabulary.reading.everyday import everyday
from virtualclusters.network.vocabulary.reading.lexicon import SHORTEST_JOINED, Entry, Lexicon
from virtualclusters.network.vocabulary.reading.terms import singular, term
from virtualclusters.network.vocabulary.reading.tokens import NUMBER, Token

CORRECTED, BY_SKELETON, BY_RELATION = 0.8, 0.7, 0.6
MOST_NEAR = 8
LONG = 9
"""Letters of a word in which two errors are forgiven."""
SHORTEST_CORRECTED = 5
SHORTEST_NATIVE = 6  # signs: vowel marks count as letters there
SHORTEST_SKELETON = 4
INGREDIENT_GROUPS = {
    "dry-fruit",
    "nuts",
    "spices",
    "herbs",
    "fruit-vegetable-products",
    "grain-products",
    "saffron-products",
    "dairy-products",
    "honey-products",
    "sweets-sugar",
    "juices",
    "beverages",
    "pulses",
    "millets",
    "seeds",
    "sea-food",
    "meat-products",
}
THINGS = {Concept.Kind.PRODUCT, Concept.Kind.MATERIAL, Concept.Kind.GROUP}


@dataclass(slots=True)
class Match:
    """The words ``start`` to ``end`` of a sentence name ``entry``; ``name`` is the name that says so, empty for a relation."""

    start: int
    end: int
    entry: Entry
    weight: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """How a text is read: kinds are preferred where a name means several concepts, and its language has short names."""

    names: Lexicon
    kinds: frozenset[str] = frozenset()
    language: str = ""


def matches(tokens: list[Token], asked: Asked) -> list[Match]:
    """What a sentence names, in its order; typing errors in ``tokens`` are mended on the way."""
    tokens[:] = [part for token in tokens for part in _parted(token, asked.names)]
    for token in tokens:
        _mend(token, asked.names)
    found, position = [], 0
    while position < len(tokens):
        match = _longest_at(tokens, position, asked)
        if match:
            found.append(match)
        position = match.end if match else position + 1
    found = [match for match in found if not _colours_only(match, tokens)]
    found = _shared_last_words(found, tokens, asked)
    return _heads(_generic_machines(tokens, found, asked.names), tokens)


def _colours_only(match: Match, tokens: list[Token]) -> bool:
    """*Food* among other words (*food grade steel*, *food court*) names no trade; between commas it does."""
    if match.entry.kind != Concept.Kind.SECTOR or match.end - match.start > 1:
        return False
    before, after = tokens[match.start].breaks or match.start == 0, match.end == len(tokens) or tokens[match.end].breaks
    return not (before and after)


def _parted(token: Token, names: Lexicon) -> list[Token]:
    """*Redchilli* as red and chilli: what people run together stands for its words."""
    for table, written in ((names.keyed, token.term), (names.native, token.word)):
        words = names.joined.get(written)
        if words in table and token.term not in names.words and (token.word,) not in names.native:
            return [
                replace(token, word=word, term=term(word), breaks=token.breaks and not at)
                for at, word in enumerate(words)
            ]
    return [token]


def _mend(token: Token, names: Lexicon) -> None:
    """Replace the term of a misspelt word by that of the one name it must mean."""
    if token.term in names.words or token.term in known() or (token.word,) in names.native:
        return
    if len(token.word) < SHORTEST_CORRECTED or NUMBER.fullmatch(token.word):
        return
    if (
        len(token.word) >= SHORTEST_NATIVE
        and not token.word.isascii()
        and (near := _one_edit_away(token.word, names.native_words))
    ):
        token.word, token.term, token.weight = near, term(near), CORRECTED
    elif token.word.isascii() and (near := _one_edit_away(token.term, names.words_by_letter)):
        token.term, token.weight = near, CORRECTED
    elif near := _of_one_skeleton(token, names):
        token.term, token.weight = near, BY_SKELETON


def _one_edit_away(word: str, words_by_letter: dict[str, list[str]]) -> str:
    """The word of the same first letter that one insertion, deletion or change makes of this one; two in a long word."""
    if len(word) < SHORTEST_CORRECTED:
        return ""
    forgiven = 2 if len(word) >= LONG else 1
    near = process.extract(
        word, words_by_letter.get(word[0], []), scorer=Levenshtein.distance, score_cutoff=forgiven, limit=MOST_NEAR
    )
    bare = skeleton(word)
    return min(near, key=lambda one: (one[1], skeleton(one[0]) != bare))[0] if near else ""


def _of_one_skeleton(token: Token, names: Lexicon) -> str:
    """The one word of a name with the same consonants; for what is typed in Roman letters, of a name that is."""
    bare = skeleton(token.term)
    candidates = names.words_by_skeleton.get(bare, set()) if len(bare) >= SHORTEST_SKELETON else set()
    candidates = candidates & names.roman_words if token.word.isascii() else candidates
    return next(iter(candidates)) if len(candidates) == 1 else ""


def _longest_at(tokens: list[Token], start: int, asked: Asked) -> Match | None:
    if asked.names.openings.isdisjoint((tokens[start].term, tokens[start].word)):
        return _run_together(tokens, start, asked)
    for end in range(min(len(tokens), start + asked.names.longest), start, -1):
        part = tokens[start:end]
        if any(token.breaks for token in part[1:]):
            continue
        for words in (part, _without_qualifiers(part)):
            if words and (entry := _entry(words, asked)):
                return Match(start, end, entry, min(token.weight for token in words), _name(words, entry, asked.names))
    return _run_together(tokens, start, asked)


def _without_qualifiers(part: list[Token]) -> list[Token]:
    """*Shahad chhanne ki nayi machine* as *shahad chhanne ki machine*; nothing where no such word stands inside."""
    inside = [token for token in part[1:-1] if token.term not in QUALIFIERS]
    return [part[0], *inside, part[-1]] if len(inside) < len(part) - 2 else []


def _run_together(tokens: list[Token], start: int, asked: Asked) -> Match | None:
    """*Pop corn* for popcorn."""
    names, one = asked.names, tokens[start]
    if start + 1 < len(tokens) and not tokens[start + 1].breaks:
        two = tokens[start + 1]
        for table, written in ((names.keyed, one.term + two.term), (names.native, one.word + two.word)):
            if len(written) >= SHORTEST_JOINED and (meant := table.get((written,))):
                return _match(start, start + 2, meant, (written,), asked)
    return None


def _match(start: int, end: int, meant: list[Entry] | None, words: tuple[str, ...], asked: Asked) -> Match | None:
    if not meant:
        return None
    entry = next((entry for entry in meant if entry.kind in asked.kinds), meant[0])
    return Match(start, end, entry, 1.0, asked.names.said.get((words, entry.concept_id), ""))


def _name(part: list[Token], entry: Entry, names: Lexicon) -> str:
    for words in (tuple(token.word for token in part), tuple(token.term for token in part)):
        if name := names.said.get((words, entry.concept_id)):
            return name
    return ""


def _shared_last_words(found: list[Match], tokens: list[Token], asked: Asked) -> list[Match]:
    """*Turmeric and chilli powder* is turmeric powder and chilli powder, if the vocabulary has both."""
    out = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        product = other.entry.kind == Concept.Kind.PRODUCT
        if not product or one.end != other.start or not tokens[other.start].breaks or other.end - other.start < 2:
            continue
        last = tokens[other.end - 1].term
        words = (*(token.term for token in tokens[one.start : one.end]), last)
        if shared := _match(one.start, one.end, asked.names.keyed.get(words), words, asked):
            out[at] = shared
    return out


def _entry(part: list[Token], asked: Asked) -> Entry | None:
    """As written in its own script comes first, then as the text's language sounds, then as any does."""
    terms = tuple(token.term for token in part)
    native = asked.names.native.get(tuple(token.word for token in part), [])
    as_sounded = not native or part[0].word.isascii()
    if as_sounded and (spoken := asked.names.keyed_of_language.get(asked.language, {}).get(terms)):
        return spoken
    if len(part) == 1 and terms[0] in STOP and as_sounded:
        return None
    if len(part) == 1 and not native and _only_sounds_like_a_name(part[0].word, asked.names):
        return None
    meant = native or asked.names.keyed.get(terms, [])
    return next((entry for entry in meant if entry.kind in asked.kinds), meant[0] if meant else None)


def _only_sounds_like_a_name(word: str, names: Lexicon) -> bool:
    """*Bill* is no bael (bil), *chairs* are no cherries."""
    one = singular(word)
    return (word in everyday() or one in everyday()) and (one,) not in names.native


def _generic_machines(tokens: list[Token], found: list[Match], names: Lexicon) -> list[Match]:
    """*Papad banane ki machine* and *machine for papad*: the machines that are for it, when no name says more."""
    covered = {position for match in found for position in range(match.start, match.end)}
    added = []
    for position, token in enumerate(tokens):
        if token.term in MACHINE_WORDS and position not in covered:
            thing = _thing_before(tokens, position, found) or _thing_after(tokens, position, found)
            machine = _machine_for(thing, names) if thing else None
            if machine:
                added.append(Match(position, position + 1, machine, BY_RELATION))
            if thing and thing.end <= position and machine:
                found = [match for match in found if match is not thing]
    return sorted([*found, *added], key=lambda match: match.start)


def _thing_before(tokens: list[Token], position: int, found: list[Match]) -> Match | None:
    if tokens[position].breaks:
        return None
    at = position
    while at > 0 and tokens[at - 1].term in FILLERS and not tokens[at].breaks:
        at -= 1
    return next((match for match in found if match.end == at and match.entry.kind in THINGS), None)


def _thing_after(tokens: list[Token], position: int, found: list[Match]) -> Match | None:
    if position + 1 >= len(tokens) or tokens[position + 1].term not in FOR_BEFORE:
        return None
    return next((match for match in found if match.start > position + 1 and match.entry.kind in THINGS), None)


def _machine_for(thing: Match, names: Lexicon) -> Entry | None:
    """The machine that is for the thing itself, else for its group: one that is called after it first, then that for the fewest others."""
    own, of_group = (names.machines_for.get(slug, []) for slug in (thing.entry.slug, thing.entry.group))
    called = term(thing.name.split()[-1]) if thing.name else ""
    machines = (*own, *of_group)
    return max(machines, key=lambda machine: names.machine_words[machine.concept_id][called], default=None)


def _heads(found: list[Match], tokens: list[Token]) -> list[Match]:
    """Leave out what only qualifies the next match: mango pickle is pickle, a biscuit packing machine is a machine."""
    kept: list[Match] = []
    for match in reversed(found):
        head = kept[-1] if kept else None
        if head and head.entry.slug == match.entry.group and _adjoins(match, head, tokens):
            kept[-1] = match
        elif not (head and _adjoins(match, head, tokens) and _qualifies(match.entry, head.entry)):
            kept.append(match)
    return kept[::-1]


def _adjoins(match: Match, head: Match, tokens: list[Token]) -> bool:
    at = match.end
    while at < head.start and tokens[at].term in FILLERS:
        at += 1
    return at == head.start and not any(token.breaks for token in tokens[match.end : head.start + 1])


def _qualifies(entry: Entry, head: Entry) -> bool:
    if head.kind == Concept.Kind.MACHINE or head.group in ("packing-materials", "machine-parts"):
        return entry.kind in THINGS
    if head.decides_compound or head.kind == Concept.Kind.GROUP:
        return entry.kind == Concept.Kind.MATERIAL or (
            entry.kind == Concept.Kind.PRODUCT and entry.group in INGREDIENT_GROUPS
        )
    return False
