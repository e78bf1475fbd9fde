"""How a document itself spells what was asked for: a reason names its word, not the asker's slip."""

from collections.abc import Iterable, Mapping

from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, TextField
from rapidfuzz.distance import OSA

from virtualclusters.capabilities.search.keeping import CODE_MARK, KEY_MARK
from virtualclusters.capabilities.search.models import IndexedDocument
from virtualclusters.capabilities.search.spelling import errors_allowed
from virtualclusters.capabilities.search.words import code_beginnings, is_code, key_of, kin_of


class _AsArray(Func):
    function = "tsvector_to_array"
    output_field = ArrayField(TextField())


def own_words(source: str, asked: Mapping[int, Iterable[str]]) -> dict[int, dict[str, str]]:
    """Id to folded word to the word of that document that it stands for; what stands for none is left out.

    One query, none when nothing is asked.
    """
    wanted = {document_id: words for document_id, words in asked.items() if words}
    if not wanted:
        return {}
    rows = IndexedDocument.objects.filter(source=source, object_id__in=wanted)
    found = {}
    for document_id, held in rows.values_list("object_id", _AsArray("words")):
        pairs = ((word, standing_for(word, held)) for word in wanted[document_id])
        found[document_id] = {word: own for word, own in pairs if own}
    return found


def standing_for(word: str, held: Iterable[str]) -> str:
    """Which of a document's words, keys and codes a folded word stands for: the same, one that sounds so, begins so or is near."""
    held = set(held)
    if word in held:
        return word
    codes = [code for code in code_beginnings(word) if f"{CODE_MARK}{code}" in held] if is_code(word) else []
    if codes:
        return codes[0]
    words = [one for one in held if not one.startswith((CODE_MARK, KEY_MARK))]
    key, kin, slips = key_of(word), set(kin_of(word)), errors_allowed(word)
    for fits in (
        lambda one: key_of(one) == key,
        lambda one: one.startswith(word),
        lambda one: bool(kin.intersection(kin_of(one))),
        lambda one: OSA.distance(word, one, score_cutoff=slips) <= slips,
        lambda one: OSA.distance(key, key_of(one), score_cutoff=slips) <= slips,
    ):
        if near := [one for one in words if fits(one)]:
            return min(near, key=lambda one: (OSA.distance(word, one), one))
    return ""
