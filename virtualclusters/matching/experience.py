"""How much an opportunity resembles what a unit won before: the words of the notice, who asked, of which sort, in which state.

Four shares between 0 and 1, each of which can only help: a fifth win never lowers what four were worth by their words. The
weights stood up on held-out suppliers (docs/decisions/matching-second-edition.md); words decide, the rest sorts what is alike.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Final

from virtualclusters.foundation.scripts import fold
from virtualclusters.matching.values import OpportunityView, Win

WORDS_ALIKE: Final = 0.7
SAME_PUBLISHER: Final = 0.1
SAME_CATEGORY: Final = 0.1
SAME_STATE: Final = 0.1
UNUSUAL_WORD: Final = 0.5
"""The rarity of a word that nobody counted."""
SHORTEST_STEM: Final = 4
ENDINGS: Final = ("ments", "ment", "ings", "ions", "ing", "ion", "ies", "ied", "es", "ed", "s")


@dataclass(frozen=True, slots=True)
class Resemblance:
    """The parts: the nearest win by words, and the shares of wins with the same publisher, category and state."""

    words: float = 0.0
    publisher: float = 0.0
    category: float = 0.0
    state: float = 0.0

    @property
    def value(self) -> float:
        """All parts as one figure from 0 to 1."""
        alike = WORDS_ALIKE * self.words + SAME_PUBLISHER * self.publisher
        return alike + SAME_CATEGORY * self.category + SAME_STATE * self.state


NONE: Final = Resemblance()


class Experience:
    """What one unit won, laid out once to be held against any number of opportunities.

    `word_rarity` weighs words as in `relations.Vocabulary`.
    """

    def __init__(self, wins: Iterable[Win], word_rarity: Mapping[str, float]) -> None:
        self._wins, self._rarity = tuple(wins), word_rarity
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for number, win in enumerate(self._wins):
            for word in win.words:
                self._holding[word].append(number)
        self._words = self._holding.keys()
        self._weights = [self._weight(win.words) for win in self._wins]

    def resemblance(self, opportunity: OpportunityView) -> Resemblance:
        """How an opportunity resembles the wins; nothing when it shares no word and no category with any of them."""
        if not self._wins:
            return NONE
        words = self._nearest(opportunity.titled)
        category = self._share(lambda win: bool(win.category) and win.category == opportunity.category)
        if not (words or category):
            return NONE
        states = {place.state for place in opportunity.places if place.state}
        publisher = self._share(lambda win: win.publisher == opportunity.publisher)
        return Resemblance(words, publisher, category, self._share(lambda win: win.state in states))

    def _nearest(self, titled: frozenset[str]) -> float:
        """The highest cosine of a title with that of a win, words weighted by rarity."""
        shared: defaultdict[int, float] = defaultdict(float)
        for word in titled & self._words:
            weight = self._squared(word)
            for number in self._holding[word]:
                shared[number] += weight
        if not any(shared.values()):
            return 0.0
        own = self._weight(titled)
        return min(1.0, max(weight / sqrt(self._weights[number] * own) for number, weight in shared.items()))

    def _weight(self, words: Iterable[str]) -> float:
        return sum(map(self._squared, words))

    def _squared(self, word: str) -> float:
        return self._rarity.get(word, UNUSUAL_WORD) ** 2

    def _share(self, same: Callable[[Win], bool]) -> float:
        return sum(map(same, self._wins)) / len(self._wins)


@lru_cache(maxsize=16_384)
def stems(title: str) -> frozenset[str]:
    """The words of a title without their English endings, in any script: what `Win.words` and `titled` hold."""
    return frozenset(_stem(word) for word in fold(title).split() if len(word) > 1)


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
