"""How much an opportunity resembles what a unit won before: the words of the notice, who asked, of which sort, in which state.

Four shares between 0 and 1, each of which can only help: a fifth win never lowers what four were worth by their words. The
weights stood up on held-out suppliers (docs/decisions/matching-second-edition.md); words decide, the rest sorts what is alike.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from virtualclusters.matching.phrases import Phrases
from virtualclusters.matching.values import OpportunityView, Win

WORDS_ALIKE: Final = 0.7
SAME_PUBLISHER: Final = 0.1
SAME_CATEGORY: Final = 0.1
SAME_STATE: Final = 0.1


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
    """What one unit won, laid out once to be held against any number of opportunities."""

    def __init__(self, wins: Iterable[Win], word_rarity: Mapping[str, float]) -> None:
        self._wins = tuple(wins)
        self._titles = Phrases((win.words for win in self._wins), word_rarity)

    def resemblance(self, opportunity: OpportunityView) -> Resemblance:
        """How an opportunity resembles the wins; nothing when it shares no word and no category with any of them."""
        if not self._wins:
            return NONE
        words = self._titles.nearest(opportunity.titled)
        category = self._share(lambda win: bool(win.category) and win.category == opportunity.category)
        if not (words or category):
            return NONE
        states = {place.state for place in opportunity.places if place.state}
        publisher = self._share(lambda win: win.publisher == opportunity.publisher)
        return Resemblance(words, publisher, category, self._share(lambda win: win.state in states))

    def _share(self, same: Callable[[Win], bool]) -> float:
        return sum(map(same, self._wins)) / len(self._wins)
