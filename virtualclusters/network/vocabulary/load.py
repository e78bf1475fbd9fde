"""The data files of this package into the database: safe to repeat, and done at once when nothing changed."""

import uuid
from collections.abc import Iterable
from itertools import groupby

from django.db import transaction

from virtualclusters.foundation.scripts import roman_key
from virtualclusters.network.vocabulary.files import Line, Words, fingerprint, rows, several, words_of
from virtualclusters.network.vocabulary.models import Concept, ConceptCode, ConceptName, Edition, Relation, State
from virtualclusters.network.vocabulary.reading.held import forget


@transaction.atomic
def load_vocabulary() -> str:
    """Bring concepts, names, codes, relations and states in step with the data files; what people added stays as it is.

    Returns what was done, in a few words.

    Raises:
        WrongFile: a data file says what cannot be; nothing was changed.
    """
    edition, _ = Edition.objects.select_for_update().get_or_create(pk=1)
    if edition.files == fingerprint():
        return "up to date"
    words = words_of()
    ids = _load_concepts(words)
    _load_names(words, ids)
    _load_codes(words, ids)
    _load_relations(words, ids)
    _load_states()
    edition.files, edition.number = fingerprint(), uuid.uuid4()
    edition.save()
    forget()
    return f"{len(ids)} concepts"


def new_edition() -> None:
    """Tell every process that the vocabulary changed: called in the transaction that adds a concept or a name."""
    Edition.objects.update_or_create(pk=1, defaults={"number": uuid.uuid4()})
    forget()


def _load_concepts(words: Words) -> dict[str, int]:
    """Groups first, for the others point at them. What left the files retires: rows of others may hold it."""
    for _, level in groupby(words.concepts.values(), key=lambda line: _steps_up(line, words)):
        _save_concepts(list(level), words)
    Concept.objects.filter(from_files=True).exclude(slug__in=words.concepts).update(status=Concept.Status.RETIRED)
    return dict(Concept.objects.filter(slug__in=words.concepts).values_list("slug", "id"))


def _steps_up(line: Line, words: Words) -> int:
    group = line.cells.get("group")
    return 1 + _steps_up(words.concepts[group], words) if group else 0


def _save_concepts(level: list[Line], words: Words) -> None:
    groups = dict(Concept.objects.filter(kind__in=[Concept.Kind.GROUP, Concept.Kind.SECTOR]).values_list("slug", "id"))
    concepts = [
        Concept(
            slug=line.slug,
            kind=words.kind(line.slug),
            group_id=groups[line.cells["group"]] if line.cells.get("group") else None,
            decides_compound=line.cells.get("head") == "1",
            from_files=True,
        )
        for line in level
    ]
    Concept.objects.bulk_create(
        concepts,
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["kind", "group", "status", "decides_compound", "from_files"],
    )


def _load_names(words: Words, ids: dict[str, int]) -> None:
    """People's own names stay; where one of theirs is the same, the file's steps back."""
    ConceptName.objects.filter(from_files=True).delete()
    names = {(ids[slug], language, text): preferred for slug, language, text, preferred in words.names}
    ConceptName.objects.bulk_create(
        [
            ConceptName(
                concept_id=concept,
                language=language,
                text=text,
                preferred=preferred,
                key=roman_key(text),
                from_files=True,
            )
            for (concept, language, text), preferred in names.items()
        ],
        ignore_conflicts=True,
    )


def _load_codes(words: Words, ids: dict[str, int]) -> None:
    ConceptCode.objects.filter(concept__from_files=True).delete()
    ConceptCode.objects.bulk_create(
        ConceptCode(concept_id=ids[slug], system=system, code=code, note=note)
        for slug, system, code, note in words.codes
    )


def _load_relations(words: Words, ids: dict[str, int]) -> None:
    Relation.objects.filter(concept__from_files=True, other__from_files=True).delete()
    triples = {(ids[concept], relation, ids[other]) for concept, relation, other in words.relations}
    Relation.objects.bulk_create(
        Relation(concept_id=concept, relation=relation, other_id=other) for concept, relation, other in sorted(triples)
    )


def _load_states() -> None:
    State.objects.bulk_create(
        _states(rows("states")),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["gst_code", "lgd_code", "former_gst_code", "other_codes", "languages", "name", "hindi_name"],
    )


def _states(lines: Iterable[dict[str, str]]) -> list[State]:
    return [
        State(
            code=row["code"],
            gst_code=row["gst_code"],
            lgd_code=int(row["lgd_code"]),
            former_gst_code=row["former_gst_code"],
            other_codes=several(row["other_codes"]),
            languages=several(row["languages"]),
            name=row["en"],
            hindi_name=row["hi"],
        )
        for row in lines
    ]
