"""What can be done with the vocabulary by hand."""

from enum import StrEnum


class VocabularyPermission(StrEnum):
    """Deciding what a word means that people type and nobody wrote down."""

    WORD_DECIDE = "word:decide"
