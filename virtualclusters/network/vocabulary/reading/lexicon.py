"""Every name of the vocabulary as tables to look words up in, built from plain rows."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from virtualclusters.foundation.joining import run_together
from virtualclusters.foundation.scripts import fold, skeleton
from virtualclusters.network.vocabulary.models import Concept, ConceptCode
from virtualclusters.network.vocabulary.reading.cues import CONNECTORS, CUES, STOP
from virtualclusters.network.vocabulary.reading.terms import term

KINDS_IN_ORDER = list(Concept.Kind)
"""Where one name means several concepts the earlier kind is meant."""

KEYED_ONLY_WHEN_LONG = {"ta", "te", "kn", "ml", "ur", "or", "bn", "as"}
"""Short names in these languages sound like everyday words of others (தேன், honey, is *then*): keyed from four letters on."""

HSN, PORTAL = ConceptCode.System.HSN, ConceptCode.System.PORTAL
Words = tuple[str, ...]


class Entry(NamedTuple):
    concept_id: int
    slug: str
    kind: str
    group: str
    decides_compound: bool


@dataclass
class Lexicon:
    """``native`` is by folded words in their own script, ``keyed`` by terms; each gives the concepts a name may mean.

    ``keyed_of_language`` has the names, short ones too, of languages in ``KEYED_ONLY_WHEN_LONG``. ``openings`` are the first words
    and terms of all names: most words of a notice begin none. ``joined`` has names of several words as people run them together
    (*starfruit*), ``roman_words`` the terms of names that are written in Roman letters, ``said`` the name that gave a table its
    words, for saying why, ``called`` the name to show of each concept by language. ``categories`` are folded
    product categories of portals.
    """

    native: dict[Words, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    keyed: dict[Words, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    keyed_of_language: dict[str, dict[Words, Entry]] = field(default_factory=lambda: defaultdict(dict))
    longest: int = 1
    openings: set[str] = field(default_factory=set)
    words_by_letter: dict[str, list[str]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    roman_words: set[str] = field(default_factory=set)
    native_words: dict[str, list[str]] = field(default_factory=dict)
    words_by_skeleton: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    codes: dict[str, list[tuple[str, Entry]]] = field(default_factory=lambda: defaultdict(list))
    categories: dict[str, Entry] = field(default_factory=dict)
    machines_for: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    names: list[tuple[str, str, Entry]] = field(default_factory=list)
    by_slug: dict[str, int] = field(default_factory=dict)
    machine_words: dict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    joined: dict[str, Words] = field(default_factory=dict)
    said: dict[tuple[Words, int], str] = field(default_factory=dict)
    called: dict[int, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    @cached_property
    def folded_names(self) -> list[str]:
        """Each of ``names`` folded, in their order."""
        return [folded for folded, _, _ in self.names]

    @cached_property
    def sounds(self) -> list[str]:
        """Each of ``names`` by its terms, in their order."""
        return [" ".join(keyed_words(folded)) for folded in self.folded_names]

    def names_in(self, languages: Collection[str]) -> dict[int, list[str]]:
        """The name to show of each concept in each of these languages that has one."""
        return {concept: [names[one] for one in languages if one in names] for concept, names in self.called.items()}


class Rows(NamedTuple):
    """The vocabulary as plain rows, wherever they were read: preferred names first, then in the order they were written.

    ``names`` are (concept id, language, text), ``codes`` (concept id, system, code), ``machines`` (machine id, id of what it is for).
    """

    concepts: Iterable[Entry]
    names: Iterable[tuple[int, str, str]]
    codes: Iterable[tuple[int, str, str]]
    machines: Iterable[tuple[int, int]]


def build(rows: Rows) -> Lexicon:
    """A lexicon from plain rows: pure, no database."""
    found = Lexicon(by_slug={entry.slug: entry.concept_id for entry in rows.concepts})
    entries = {entry.concept_id: entry for entry in rows.concepts}
    names = [
        (entries[concept], language, text, fold(text)) for concept, language, text in rows.names if concept in entries
    ]
    for entry, language, text, folded in names:
        found.called[entry.concept_id].setdefault(language, text)
        _add_native(found, entry, text, folded)
        if language not in KEYED_ONLY_WHEN_LONG:
            _add_keyed(found, entry, text, folded)
    for entry, language, text, folded in names:
        if language in KEYED_ONLY_WHEN_LONG:
            _add_keyed_if_long(found, entry, language, text, folded)
    _settle(found)
    _add_codes(found, entries, rows.codes)
    _add_machines(found, entries, rows.machines)
    return found


def _add_native(found: Lexicon, entry: Entry, text: str, folded: str) -> None:
    words = tuple(word for word in folded.split() if word not in CONNECTORS)
    if words:
        found.native[words].append(entry)
        found.said[words, entry.concept_id] = text
        found.longest = max(found.longest, len(words))
    found.names.append((folded, text, entry))
    if entry.kind == Concept.Kind.MACHINE:
        found.machine_words[entry.concept_id].update(keyed_words(folded))


def keyed_words(folded: str) -> Words:
    """The terms of a folded text, without connectors."""
    return tuple(key for word in folded.split() if word not in CONNECTORS and (key := term(word)))


def _add_keyed(found: Lexicon, entry: Entry, text: str, folded: str) -> None:
    if words := keyed_words(folded):
        found.keyed[words].append(entry)
        found.said.setdefault((words, entry.concept_id), text)
        if folded.isascii():
            found.roman_words.update(words)


def _add_keyed_if_long(found: Lexicon, entry: Entry, language: str, text: str, folded: str) -> None:
    words = keyed_words(folded)
    found.said.setdefault((words, entry.concept_id), text)
    found.keyed_of_language[language].setdefault(words, entry)
    if words and words not in found.keyed and all(len(word) > 3 and word not in STOP | CUES for word in words):
        found.keyed[words].append(entry)


def _settle(found: Lexicon) -> None:
    """The concepts of a name in order, each once; and the words that a typing error may be corrected to."""
    for table in (found.native, found.keyed):
        for words, meant in table.items():
            table[words] = sorted(dict.fromkeys(meant), key=lambda entry: KINDS_IN_ORDER.index(entry.kind))
    tables = (found.native, found.keyed, *found.keyed_of_language.values())
    found.openings = {words[0] for table in tables for words in table if words}
    found.words = {word for words in found.keyed for word in words}
    _settle_joined(found)
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(found.words):
        if len(word) > 3 and not word.isdigit():
            if word in found.roman_words:
                by_letter[word[0]].append(word)
            found.words_by_skeleton[skeleton(word)].add(word)
    found.words_by_letter = dict(by_letter)
    native: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted({word for words in found.native for word in words if not word.isascii()}):
        native[word[0]].append(word)
    found.native_words = dict(native)


SHORTEST_JOINED = 7
"""Letters of names that people may run together."""


def _settle_joined(found: Lexicon) -> None:
    for table in (found.keyed, found.native):
        for words in table:
            together = run_together(words)
            if len(words) > 1 and len(together) >= SHORTEST_JOINED and (together,) not in table:
                found.joined.setdefault(together, words)


def _add_codes(found: Lexicon, entries: dict[int, Entry], codes: Iterable[tuple[int, str, str]]) -> None:
    """Every beginning of a code that people type: chapters of four and six digits, and the whole. Categories of portals whole."""
    for concept, system, code in codes:
        if concept in entries and system == PORTAL:
            found.categories[fold(code)] = entries[concept]
            continue
        for length in {4, 5, 6, 8} & set(range(len(code) + 1)):
            if concept in entries and not (system == HSN and length == 5):
                found.codes[code[:length]].append((system, entries[concept]))


def _add_machines(found: Lexicon, entries: dict[int, Entry], machines: Iterable[tuple[int, int]]) -> None:
    """Machines by the slug of the product or group they are for, those for the fewest things first."""
    for machine, other in machines:
        if machine in entries and other in entries:
            found.machines_for[entries[other].slug].append(entries[machine])
    uses = Counter(entry.slug for machines in found.machines_for.values() for entry in machines)
    for those in found.machines_for.values():
        those.sort(key=lambda entry: uses[entry.slug])
