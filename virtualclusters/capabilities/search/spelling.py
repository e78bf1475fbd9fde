"""Words that no document holds, and the known words that were probably meant."""

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST_MENDED, SHORTEST_WITH_TWO = 4, 8
"""Letters of a word from which on one letter may be wrong, and two."""
MOST_MEANT = 3


def near_words(reader, word):
    """At most three known words that this one was probably meant to be, the likeliest first.

    A letter wrong, missing, too much, or swapped with the next counts as one error. Words with the same first two letters are
    looked through, or with those that a slip among the first three makes; only when there is none all of the first letter.
    """
    allowed = errors_allowed(word)
    if not allowed:
        return []
    for beginnings in ({word[:2], word[1] + word[0], word[0] + word[2]}, {word[0]}):
        known = {term: count for begin in beginnings for term, count in reader.terms_with_prefix("exact", begin)}
        near = process.extract(word, list(known), scorer=OSA.distance, score_cutoff=allowed, limit=None)
        if near:
            ranked = sorted(near, key=lambda found: (found[1], -known[found[0]], found[0]))
            return [term for term, _, _ in ranked[:MOST_MEANT]]
    return []


def errors_allowed(word):
    """How many letters of a word may be wrong."""
    if len(word) < SHORTEST_MENDED or word.isdigit():
        return 0
    return 1 if len(word) < SHORTEST_WITH_TWO else 2
