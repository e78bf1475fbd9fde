"""Concepts as search needs them: by which names, under which wider ones, in which group of the sector."""

from dataclasses import dataclass
from typing import NamedTuple

from virtualclusters.network.vocabulary.models import Concept, ConceptCode, ConceptName

STEPS_UP = 4
"""How far up the groups a concept counts: chilli powder → spices → food processing."""


@dataclass(frozen=True)
class Searchable:
    """One concept.

    Attributes:
        names: all its names in all languages, in one line.
        with_wider: its id and those of the wider concepts.
        group: id, as text, of the nearest group it belongs to; its own when it is one; empty when there is none.
        codes: its HSN and NIC codes.
    """

    names: str
    with_wider: tuple[int, ...]
    group: str
    codes: tuple[str, ...] = ()


class Broader(NamedTuple):
    """A concept's kind, and the id of its wider one."""

    kind: str
    group_id: int | None


def searchable_concepts(concept_ids) -> dict[int, Searchable]:
    """The concepts of these ids. At most seven queries, however many."""
    wanted, known = set(concept_ids), {}
    missing = set(wanted)
    for _step in range(STEPS_UP + 1):
        if not missing:
            break
        rows = Concept.objects.filter(pk__in=missing).values_list("pk", "kind", "group_id")
        known |= {pk: Broader(kind, group) for pk, kind, group in rows}
        missing = {one.group_id for one in known.values() if one.group_id} - known.keys()
    names = ConceptName.objects.filter(concept__in=wanted).values_list("concept", "text")
    codes = (
        ConceptCode.objects.filter(concept__in=wanted)
        .exclude(system=ConceptCode.System.PORTAL)
        .values_list("concept", "code")
    )
    return searchable(wanted, known, names, codes)


def searchable(wanted, known, names, codes) -> dict[int, Searchable]:
    """The wanted concepts among the known, from (id, name) and (id, code) pairs. Pure."""
    named, coded = _texts(names), _texts(codes)
    return {
        pk: Searchable(" ".join(named.get(pk, ())), _with_wider(pk, known), _group(pk, known), tuple(coded.get(pk, ())))
        for pk in wanted
        if pk in known
    }


def _texts(rows):
    found: dict[int, list[str]] = {}
    for concept, text in rows:
        found.setdefault(concept, []).append(text)
    return found


def _with_wider(pk, known):
    chain = []
    while pk in known and pk not in chain:
        chain.append(pk)
        pk = known[pk].group_id
    return tuple(chain)


def _group(pk, known):
    return next((str(one) for one in _with_wider(pk, known) if known[one].kind == Concept.Kind.GROUP), "")
