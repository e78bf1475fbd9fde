"""Names that a word nobody knows may be meant for: offered to a person, never taken for granted."""

from rapidfuzz import fuzz, process

from virtualclusters.foundation.scripts import fold, script_of
from virtualclusters.network.vocabulary.reading.held import lexicon
from virtualclusters.network.vocabulary.reading.lexicon import Lexicon, keyed_words
from virtualclusters.network.vocabulary.reading.suggesting import Suggestion

LOOKED_AT = 12
LEAST_LIKE = 60.0
"""Of a hundred: below that the two only share some letters."""


def near_names(word: str, *, limit: int = 3, names: Lexicon | None = None) -> list[Suggestion]:
    """At most ``limit`` concepts with a name that looks, or sounds across scripts, like a word; the likest first."""
    known = names or lexicon()
    as_written = process.extract(fold(word), known.folded_names, scorer=fuzz.ratio, limit=LOOKED_AT)
    by_sound = process.extract(" ".join(keyed_words(fold(word))), known.sounds, scorer=fuzz.ratio, limit=LOOKED_AT)
    found: dict[int, Suggestion] = {}
    for _, likeness, at in sorted([*as_written, *by_sound], key=lambda row: -row[1]):
        _, text, entry = known.names[at]
        if likeness >= LEAST_LIKE and script_of(text):
            found.setdefault(entry.concept_id, Suggestion(entry.concept_id, entry.slug, entry.kind, text))
    return list(found.values())[:limit]
