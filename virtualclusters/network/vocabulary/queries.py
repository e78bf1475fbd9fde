"""Reads of the vocabulary for others: names to show, and how concepts hang together as plain values."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import BigIntegerField, CharField, Q

from virtualclusters.foundation.built_once import BuiltOnce, OneOf
from virtualclusters.foundation.scripts import roman_key
from virtualclusters.network.vocabulary.models import Concept, ConceptName, Relation

BROADER = "broader"
"""The relation to the group a concept belongs to, and to what it is a kind of."""

RELATED = "related"
"""The relation between what is sold together."""

AS_LINKED = {Relation.Name.KIND_OF: BROADER, Relation.Name.SOLD_WITH: RELATED}
"""Relations by the name that ``matching.relations.Link`` has for them; the others have the same name there."""


def names_of(concept_ids: Iterable[int], language: str) -> dict[int, str]:
    """The name to show of each concept in a language, else in English, else any it has. One query."""
    asked = list(set(concept_ids))
    rows = _NAMED.ask(concepts=asked) if asked else []
    return {concept: text for (concept, _slug), text in _best_names(rows, language).items()}


def english_name_of(words: str) -> str:
    """The English name of the sector, group, product or machine that somebody calls so in any language; empty when none is."""
    called = ConceptName.objects.filter(key=roman_key(words)).order_by("concept__kind", "concept")
    found = called.values_list("concept", flat=True).first()
    return names_of([found], "en").get(found, "") if found else ""


def names_by_id_and_slug(
    concept_ids: Iterable[int], slugs: Iterable[str], language: str
) -> tuple[dict[int, str], dict[str, str]]:
    """The same for concepts known by id or by slug: names by id, names by slug. One query."""
    by_id, by_slug = list(set(concept_ids)), list(set(slugs))
    best = _best_names(_CALLED.ask(concepts=by_id, slugs=by_slug) if by_id or by_slug else [], language)
    return {pk: text for (pk, _), text in best.items()}, {slug: text for (_, slug), text in best.items()}


def _names_where(asked: Q):
    rows = ConceptName.objects.filter(asked).exclude(language=ConceptName.ROMAN)
    return rows.values_list("concept_id", "concept__slug", "language", "preferred", "text")


_ASKED_BY_ID = Q(concept=OneOf("concepts", BigIntegerField()))
_NAMED = BuiltOnce(lambda: _names_where(_ASKED_BY_ID))
_CALLED = BuiltOnce(lambda: _names_where(_ASKED_BY_ID | Q(concept__slug=OneOf("slugs", CharField()))))


def _best_names(rows, language: str) -> dict[tuple[int, str], str]:
    shown: dict[tuple[int, str], tuple[int, str]] = {}
    for concept, slug, spoken, preferred, text in rows:
        rank = _rank(spoken, preferred, language)
        if (concept, slug) not in shown or rank < shown[concept, slug][0]:
            shown[concept, slug] = (rank, text)
    return {key: text for key, (_, text) in shown.items()}


def _rank(spoken: str, preferred: bool, language: str) -> int:
    """0 is best: the language asked for, then English, then any; of each the preferred name first."""
    return 2 * (0 if spoken == language else 1 if spoken == "en" else 2) + (not preferred)


def related(concept_ids: Iterable[int]) -> dict[int, list[tuple[str, int]]]:
    """What concepts are for, and their group: id to a list of (relation, other id). Two queries."""
    wanted = set(concept_ids)
    groups = Concept.objects.filter(id__in=wanted).exclude(group=None)
    return _edges(groups, Relation.objects.filter(concept__in=wanted))


def all_relations() -> dict[int, list[tuple[str, int]]]:
    """Every relation of the vocabulary, in the shape ``matching.relations.Vocabulary`` is built from. Two queries."""
    return _edges(Concept.objects.exclude(group=None), Relation.objects.all())


def _edges(groups, relations) -> dict[int, list[tuple[str, int]]]:
    edges: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for concept, group in groups.order_by("id").values_list("id", "group_id"):
        edges[concept].append((BROADER, group))
    for concept, relation, other in relations.order_by("id").values_list("concept_id", "relation", "other_id"):
        edges[concept].append((AS_LINKED.get(relation, relation), other))
    return dict(edges)


def concepts_with_code(code: str) -> list[int]:
    """Ids of concepts with an HSN or NIC code, or whose code begins with it."""
    active = Concept.objects.filter(codes__code__startswith=code, status=Concept.Status.ACTIVE)
    return list(active.order_by("id").values_list("id", flat=True).distinct())
