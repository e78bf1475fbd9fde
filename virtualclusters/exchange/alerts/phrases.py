"""What units and opportunities are called in their own words, as matching compares it, and how common each word is."""

import re
from collections import Counter

from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.matching.phrases import Phrase, stems
from virtualclusters.matching.relations import rarity_of
from virtualclusters.matching.values import ConceptId, OpportunityView
from virtualclusters.network.organisations.models import CapabilityWords
from virtualclusters.network.vocabulary import reading

TITLES_COUNTED = 1_000
"""So many of the latest titles tell how common a word is; fewer than ``ENOUGH_TITLES`` tell nothing."""
ENOUGH_TITLES = 50
TITLED_IN = ("en", "hi")
"""Languages in which most titles are written."""
_PARTED = re.compile(r"[,;\n।/|•]+")
MADE = frozenset({CapabilityWords.Part.PRODUCTS, CapabilityWords.Part.SERVICES})
"""The parts of a profile that say what a unit makes and does."""


def phrases_of(said, about: OpportunityView | None = None) -> tuple[Phrase, ...]:
    """What a unit makes and does, each as its stems; if one opportunity is given, only what shares a word with it.

    ``said`` are texts with the part of the profile they stand in.
    """
    texts = [text for one in said if one["part"] in MADE for text in _PARTED.split(one["words"])]
    phrases = [phrase for phrase in map(stems, texts) if phrase]
    if about is None:
        return tuple(phrases)
    asked = frozenset().union(*about.phrases)
    return tuple(phrase for phrase in phrases if phrase & asked)


def names_as_stems(names_in=reading.names_in) -> dict[ConceptId, tuple[Phrase, ...]]:
    """What concepts are called in the languages of most titles. No query while the vocabulary is held.

    ``names_in`` gives each concept's names in some languages: of the vocabulary that is held, if nothing else is said.
    """
    return {concept: tuple(map(stems, names)) for concept, names in names_in(TITLED_IN).items()}


def word_rarity() -> dict[str, float]:
    """How rare each word is among the latest titles: 0 for what a tenth of them say. One query."""
    titles = Opportunity.objects.order_by("-pk").values_list("title", flat=True)[:TITLES_COUNTED]
    counts: Counter[ConceptId] = Counter(word for title in titles for word in stems(title))
    total = len(titles)
    if total < ENOUGH_TITLES:
        return {}
    common = rarity_of({"": total // 10}, total)[""]
    return {str(word): max(0.0, rare - common) / (1 - common) for word, rare in rarity_of(counts, total).items()}
