"""How concepts hang together, and how rare they are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from enum import StrEnum
from functools import cached_property
from math import log
from typing import Final, TypeVar

from virtualclusters.matching.values import ConceptId, Weights


class Link(StrEnum):
    """From one concept to another: "chilli powder" BROADER "spices"; "spice grinder" MACHINE_FOR "spices"."""

    BROADER = "broader"
    MACHINE_FOR = "machine_for"
    MATERIAL_FOR = "material_for"
    SERVICE_FOR = "service_for"
    CERTIFICATE_FOR = "certificate_for"
    SKILL_FOR = "skill_for"
    RELATED = "related"


SERVING: Final = frozenset(
    {Link.MACHINE_FOR, Link.MATERIAL_FOR, Link.SERVICE_FOR, Link.CERTIFICATE_FOR, Link.SKILL_FOR}
)
STEPS_AT_MOST: Final = 4
"""How far up and down a tree of broader concepts we walk; deeper than that everything is related to everything."""

Key = TypeVar("Key")
Value = TypeVar("Value")
Edges = Mapping[ConceptId, Iterable[tuple[str, ConceptId]]]
"""Each concept's relations to others, by the names of `Link`."""

Names = Mapping[ConceptId, tuple[frozenset[str], ...]]


class Vocabulary:
    """The relations as plain edges and the rarity of concepts and words, ready to be asked both ways.

    Build it once a process and keep it: the reversed edges are worked out on first use. `rarity` and `word_rarity`
    give a weight between 0 (everybody has it) and 1 (hardly anybody); what they do not name counts as 1 and as 0.5.
    `names` are what concepts are called in the languages that titles are written in, each name as its stems.
    """

    def __init__(
        self,
        relations: Edges,
        rarity: Weights | None = None,
        word_rarity: Mapping[str, float] | None = None,
        names: Names | None = None,
    ) -> None:
        self._edges = {
            concept: tuple((Link(link), other) for link, other in edges) for concept, edges in relations.items()
        }
        self.rarity: Weights = rarity or {}
        self.word_rarity: Mapping[str, float] = word_rarity or {}
        self.names: Names = names or {}
        self._above: dict[ConceptId, dict[ConceptId, int]] = {}

    def weighed(self, rarity: Weights, word_rarity: Mapping[str, float]) -> "Vocabulary":
        """The same relations and names with other rarities; what was worked out of the relations is shared."""
        other = copy(self)
        other.rarity, other.word_rarity = rarity, word_rarity
        return other

    def above(self, concept: ConceptId) -> dict[ConceptId, int]:
        """Every broader concept with its distance in steps, the nearest way counted."""
        if concept not in self._above:
            self._above[concept] = _walk(concept, self._broader)
        return self._above[concept]

    def below(self, concept: ConceptId) -> dict[ConceptId, int]:
        """Every narrower concept with its distance in steps."""
        return _walk(concept, self._narrower)

    def serving(self, concept: ConceptId) -> tuple[tuple[Link, ConceptId], ...]:
        """What is *for* this concept: its machines, materials, services and certificates."""
        return self._serving.get(concept, ())

    def served(self, concept: ConceptId) -> tuple[tuple[Link, ConceptId], ...]:
        """What this concept is *for*."""
        return tuple((link, target) for link, target in self._edges.get(concept, ()) if link in SERVING)

    def related(self, concept: ConceptId) -> tuple[ConceptId, ...]:
        """Concepts that lie beside this one, both ways."""
        return self._related.get(concept, ())

    def is_trade(self, concept: ConceptId) -> bool:
        """Whether a concept stands for a whole trade: food processing, with groups of foods below it and nothing above."""
        return concept in self._trades

    @cached_property
    def _trades(self) -> frozenset[ConceptId]:
        wider = (
            other for groups in self._broader.values() for group in groups for other in self._broader.get(group, ())
        )
        return frozenset(other for other in wider if not self._broader.get(other))

    @cached_property
    def _broader(self) -> dict[ConceptId, tuple[ConceptId, ...]]:
        """What each concept is a kind of. Packing stands under food in the tree, but what is *for* a thing is no kind of it."""
        return {
            concept: tuple(
                target
                for link, target in edges
                if link is Link.BROADER and not any(other == target and to in SERVING for to, other in edges)
            )
            for concept, edges in self._edges.items()
        }

    @cached_property
    def _narrower(self) -> dict[ConceptId, tuple[ConceptId, ...]]:
        return _grouped((target, concept) for concept, targets in self._broader.items() for target in targets)

    @cached_property
    def _serving(self) -> dict[ConceptId, tuple[tuple[Link, ConceptId], ...]]:
        return _grouped(
            (target, (link, concept))
            for concept, edges in self._edges.items()
            for link, target in edges
            if link in SERVING
        )

    @cached_property
    def _related(self) -> dict[ConceptId, tuple[ConceptId, ...]]:
        one_way = [(a, b) for a, edges in self._edges.items() for link, b in edges if link is Link.RELATED]
        return _grouped(one_way + [(b, a) for a, b in one_way])


def rarity_of(counts: Mapping[ConceptId, int], total: int) -> dict[ConceptId, float]:
    """How rare each concept is among `total` units or opportunities that name it `counts` times.

    Logarithmic, as in text search: 1.0 for what nobody else has, 0.1 at least, for what everybody has.
    """
    most = log(1 + max(total, 1))
    return {concept: max(0.1, log((1 + max(total, 1)) / (1 + min(n, total))) / most) for concept, n in counts.items()}


def rarity_among(named: Iterable[Iterable[ConceptId]], relations: Edges) -> dict[ConceptId, float]:
    """How rare each concept is, from what each unit or opportunity names.

    Who names chilli powder also counts for spices and for food: a group is as common as all its members together.
    """
    tree = Vocabulary(relations)
    counts: Counter[ConceptId] = Counter()
    total = 0
    for concepts in named:
        total += 1
        counts.update({wider for concept in concepts for wider in (concept, *tree.above(concept))})
    return rarity_of(counts, total)


def _walk(start: ConceptId, edges: Mapping[ConceptId, tuple[ConceptId, ...]]) -> dict[ConceptId, int]:
    steps: dict[ConceptId, int] = {}
    front: list[ConceptId] = [start]
    for distance in range(1, STEPS_AT_MOST + 1):
        front = [near for concept in front for near in edges.get(concept, ()) if near != start and near not in steps]
        steps.update(dict.fromkeys(front, distance))
    return steps


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    groups: defaultdict[Key, dict[Value, None]] = defaultdict(dict)
    for key, value in pairs:
        groups[key][value] = None
    return {key: tuple(values) for key, values in groups.items()}
