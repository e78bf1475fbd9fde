"""Text into comparable words, the same way for documents and for queries."""

from virtualclusters.foundation.scripts import fold, roman_key

MOST_WORDS = 12
"""A query's words beyond these are left out: nobody means more, and each costs time."""
LONGEST_WORD = 40


def folded(text):
    """The text's words, folded, in their order."""
    return [word[:LONGEST_WORD] for word in fold(text).split()]


def keys(text):
    """One key a word for all scripts and Roman spellings. Words without a key are left out."""
    return [key[:LONGEST_WORD] for key in roman_key(text).split()]


def words_of_query(text):
    """At most twelve folded words of what a person typed."""
    return folded(text[:400])[:MOST_WORDS]
