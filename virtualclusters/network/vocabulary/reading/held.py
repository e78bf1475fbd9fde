"""The lexicon of the database, held in memory by each process and read again when the edition changes."""

import time
from collections.abc import Collection, Iterable
from uuid import UUID

from virtualclusters.foundation.lasting import lasts
from virtualclusters.network.vocabulary.models import Concept, ConceptCode, ConceptName, Edition, Relation
from virtualclusters.network.vocabulary.reading.lexicon import Entry, Lexicon, Rows, build

LOOK_AGAIN_AFTER = 5.0
"""Seconds for which a process trusts what it holds before it asks for the edition's number again."""

_held: tuple[float, UUID | None, Lexicon] = (0.0, None, Lexicon())


def lexicon() -> Lexicon:
    """The names as they are now, or were at most ``LOOK_AGAIN_AFTER`` seconds ago."""
    global _held  # noqa: PLW0603 - one lexicon a process
    _looked_at, number, held = _held
    if _is_fresh():
        return held
    current = _current()
    if current is None or current != number:
        held = build(rows_of_database())
        lasts()
    _held = (time.monotonic(), current, held)
    return held


def edition() -> UUID | None:
    """The number of the edition, as fresh as the names; None before the first was loaded. No query while they are trusted."""
    return _held[1] if _is_fresh() else _current()


def _is_fresh():
    looked_at, number, _lexicon = _held
    return number is not None and time.monotonic() - looked_at < LOOK_AGAIN_AFTER


def _current():
    return Edition.objects.values_list("number", flat=True).first()


def ids_of(slugs: Iterable[str]) -> list[int]:
    """Ids of the concepts that are used now, in the order of their slugs; no query while the names are held."""
    by_slug = lexicon().by_slug
    return [by_slug[slug] for slug in slugs if slug in by_slug]


def names_in(languages: Collection[str]) -> dict[int, list[str]]:
    """The name to show of each concept in each of these languages that has one; no query while the names are held."""
    return lexicon().names_in(languages)


def forget() -> None:
    """Read the names again at the next question, for the process that changed them itself."""
    global _held  # noqa: PLW0603
    _held = (0.0, None, Lexicon())


def rows_of_database() -> Rows:
    """All active concepts with their names and codes: four queries."""
    active = Concept.objects.filter(status=Concept.Status.ACTIVE)
    concepts = active.values_list("id", "slug", "kind", "group__slug", "decides_compound")
    names = ConceptName.objects.filter(concept__in=active).order_by("-preferred", "id")
    codes = ConceptCode.objects.filter(concept__in=active).order_by("concept_id")
    machines = Relation.objects.filter(relation=Relation.Name.MACHINE_FOR).order_by("id")
    return Rows(
        [Entry(row[0], row[1], row[2], row[3] or "", row[4]) for row in concepts],
        list(names.values_list("concept_id", "language", "text")),
        list(codes.values_list("concept_id", "system", "code")),
        list(machines.values_list("concept_id", "other_id")),
    )
