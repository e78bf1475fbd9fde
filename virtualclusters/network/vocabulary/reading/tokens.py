"""A text as sentences of words, each with the term it is looked up by."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from virtualclusters.foundation.scripts import ascii_digits, fold
from virtualclusters.network.vocabulary.reading.cues import AND, BUT, CONNECTORS
from virtualclusters.network.vocabulary.reading.terms import term

_SENTENCE = re.compile(r"(?:[^;।॥!?\n|؟۔.]|\.(?=\d))+")
_PART = re.compile(r"[^,،/&+()\[\]:•]+")
_WORD = re.compile(r"\S+")
NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class Token:
    """``word`` is folded; ``breaks`` says that a comma or an *and* stands before it, ``turns`` a *but*; ``weight`` falls when it was
    corrected; the letters ``start`` to ``end`` of the text were read.
    """

    word: str
    term: str
    breaks: bool
    weight: float = 1.0
    turns: bool = False
    start: int = 0
    end: int = 0


def sentences(text: str) -> list[list[Token]]:
    """The words of each sentence; connectors and joining words are dropped, the latter leave a break behind."""
    plain = ascii_digits(text)
    return [tokens for part in _SENTENCE.finditer(plain) if (tokens := _tokens(plain, part.start(), part.end()))]


def _tokens(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    breaks = turns = False
    for part in _PART.finditer(text, start, end):
        for written in _WORD.finditer(text, part.start(), part.end()):
            for word in fold(written[0]).split():
                if word in AND:
                    breaks, turns = True, turns or word in BUT
                elif word not in CONNECTORS or (word == "no" and (breaks or not tokens)):
                    tokens.append(Token(word, term(word) or word, breaks, 1.0, turns, written.start(), written.end()))
                    breaks = turns = False
        breaks = True
    return tokens


def holds_one_of(words: Collection[str], text: str) -> bool:
    """Whether one of these folded words stands in a text: asked before a text is read in vain."""
    return any(token.word in words for tokens in sentences(text) for token in tokens)
