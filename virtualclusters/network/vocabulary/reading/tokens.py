"""A text as sentences of words, each with the term it is looked up by."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from virtualclusters.foundation.scripts import ascii_digits, fold
from virtualclusters.network.vocabulary.reading.cues import AND, CONNECTORS
from virtualclusters.network.vocabulary.reading.terms import term

_SENTENCES = re.compile(r"[;।॥!?\n|؟۔]+|\.(?!\d)")
_PARTS = re.compile(r"[,،/&+()\[\]:•]+")
NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class Token:
    """``word`` is folded; ``breaks`` says that a comma or an *and* stands before it; ``weight`` falls when it was corrected."""

    word: str
    term: str
    breaks: bool
    weight: float = 1.0


def sentences(text: str) -> list[list[Token]]:
    """The words of each sentence; connectors and joining words are dropped, the latter leave a break behind."""
    return [tokens for part in _SENTENCES.split(ascii_digits(text)) if (tokens := _tokens(part))]


def _tokens(sentence: str) -> list[Token]:
    tokens: list[Token] = []
    breaks = False
    for part in _PARTS.split(sentence):
        for word in fold(part).split():
            key = term(word)
            if word in AND:
                breaks = True
            elif word not in CONNECTORS:
                tokens.append(Token(word, key or word, breaks))
                breaks = False
        breaks = True
    return tokens


def holds_one_of(words: Collection[str], text: str) -> bool:
    """Whether one of these folded words stands in a text: asked before a text is read in vain."""
    return any(token.word in words for tokens in sentences(text) for token in tokens)
