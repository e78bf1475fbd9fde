"""Words that no document holds, mended by one letter."""

from rapidfuzz.distance import OSA

from virtualclusters.capabilities.search.queries import SHORTEST_FUZZY
from virtualclusters.capabilities.search.words import keys

FIELDS = ("title", "words")


def mended(searcher, words):
    """The words with each unknown one replaced by the commonest known one that is one letter away; None when none
    could be.

    A letter wrong, missing, too much, or swapped with the next counts as one. The first letter is taken to be right.
    """
    replaced = [_mended_word(searcher, word) or word for word, _ in words]
    if replaced == [word for word, _ in words]:
        return None
    return tuple((word, " ".join(keys(word))) for word in replaced)


def _mended_word(searcher, word):
    if len(word) < SHORTEST_FUZZY or any(searcher.doc_freq(field, word) for field in FIELDS):
        return None
    near = {}
    for field in FIELDS:
        for known, count in searcher.terms_with_prefix(field, word[0]):
            if abs(len(known) - len(word)) <= 1 and OSA.distance(word, known, score_cutoff=1) == 1:
                near[known] = near.get(known, 0) + count
    return max(near, key=lambda known: (near[known], known)) if near else None
