"""Why each hit is shown, in words that a reader knows it by: names of what was meant, or the member's own words."""

from virtualclusters.capabilities.search.own_words import own_words
from virtualclusters.capabilities.search.words import key_of
from virtualclusters.foundation.scripts import script_of
from virtualclusters.network.vocabulary.reading import Step

GUESSED = frozenset({Step.MENDED, Step.SOUND})
MOST_SHOWN_FOR = 3


class Why:
    """The reasons of a page of hits.

    Attributes:
        of_hits: id to what of the question it has, in one line; empty when all that was asked has no words.
        ids: the hits in their order; when the best come first, those without a reason stand below the others.
        shown_for: names, or members' words, that were taken for words which nobody has as they were typed.
    """

    def __init__(self, answered, names):
        self._read, self._names, reasons = answered.read, names, answered.results.reasons
        own = own_words(answered.asked.source, {pk: words for pk, (words, _) in reasons.items()})
        self._own = {pk: _readable(own.get(pk, {})) for pk in reasons}
        self.of_hits = {pk: ", ".join(self._said(concepts, self._own[pk])) for pk, (_, concepts) in reasons.items()}
        self.ids = list(answered.results.ids)
        if answered.asked.order == "best" and any(self.of_hits.values()):
            self.ids.sort(key=lambda pk: not self.of_hits.get(pk))
        self.shown_for = self._guessed(reasons) or (self._near() if answered.results.loosened else [])

    def _said(self, concepts, own):
        """Names of concepts, of those that its own words name, then its other words; each once."""
        by_name = [self._names[one] for one in concepts if one in self._names]
        left = dict(own)
        for found in self._read.named:
            words = found.words.split()
            if found.step is Step.NAME and found.concept_id in self._names and all(_has(own, one) for one in words):
                by_name += [self._names[found.concept_id]] * any(word in left for word in words)
                left = {word: stands for word, stands in left.items() if word not in words}
        return list(dict.fromkeys([*by_name, *left.values()]))

    def _guessed(self, reasons):
        had = {concept for _, concepts in reasons.values() for concept in concepts}
        meant = [one.concept_id for one in self._read.named if one.step in GUESSED and one.concept_id in had]
        return list(dict.fromkeys(self._names[one] for one in meant if one in self._names))

    def _near(self):
        """Members' words that only look like what was typed."""
        near = [stands for own in self._own.values() for word, stands in own.items() if not _has(own, word)]
        return list(dict.fromkeys(near))[:MOST_SHOWN_FOR]


def _readable(own):
    """Without words that only look like what was typed, in a script that its asker did not use."""
    return {word: stands for word, stands in own.items() if _has(own, word) or script_of(stands) == script_of(word)}


def _has(own, word):
    return word in own and key_of(own[word]) == key_of(word)
