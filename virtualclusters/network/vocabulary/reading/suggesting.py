"""``suggest``: concepts whose names begin as what was typed so far."""

from collections.abc import Collection
from dataclasses import dataclass

from virtualclusters.foundation.scripts import fold
from virtualclusters.network.vocabulary.reading.held import lexicon
from virtualclusters.network.vocabulary.reading.lexicon import Lexicon, keyed_words
from virtualclusters.network.vocabulary.reading.reader import read


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A concept and the name of it that what was typed is near to."""

    concept_id: int
    slug: str
    kind: str
    name: str


def suggest(
    text: str, kinds: Collection[str] | None = None, limit: int = 8, names: Lexicon | None = None
) -> list[Suggestion]:
    """At most ``limit`` concepts for what was typed: those it names, then names that begin so, then names that hold it."""
    names, wanted = names or lexicon(), frozenset(kinds or ())
    offered: dict[int, Suggestion] = {}
    for found in read(text, kinds=kinds, names=names).named:
        offered[found.concept_id] = Suggestion(found.concept_id, found.slug, found.kind, found.words)
    for ranked in _by_beginning(text, names):
        if not wanted or ranked.kind in wanted:
            offered.setdefault(ranked.concept_id, ranked)
    return list(offered.values())[:limit]


def _by_beginning(text: str, names: Lexicon) -> list[Suggestion]:
    typed = fold(text)
    key = " ".join(keyed_words(typed))
    if not typed:
        return []
    ranked = []
    for (folded, name, entry), sound in zip(names.names, names.sounds, strict=True):
        rank = _rank(typed, key, folded, sound)
        if rank is not None:
            ranked.append((rank, len(folded), Suggestion(entry.concept_id, entry.slug, entry.kind, name)))
    return [suggestion for _, _, suggestion in sorted(ranked, key=lambda row: row[:2])]


def _rank(typed: str, key: str, folded: str, sound: str) -> int | None:
    if folded.startswith(typed):
        return 0
    if f" {typed}" in folded:
        return 1
    return 2 if len(key) > 2 and sound.startswith(key) else None
