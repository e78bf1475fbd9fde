"""The data files of this package into the database: safe to repeat, and done at once when nothing changed."""

import csv
import hashlib
import uuid
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from django.db import transaction

from virtualclusters.foundation.scripts import roman_key
from virtualclusters.network.vocabulary.models import Concept, ConceptCode, ConceptName, Edition, Relation, State
from virtualclusters.network.vocabulary.reading.lexicon import forget

KIND_FILES = {
    "products": Concept.Kind.PRODUCT,
    "machines": Concept.Kind.MACHINE,
    "materials": Concept.Kind.MATERIAL,
    "services": Concept.Kind.SERVICE,
    "skills": Concept.Kind.SKILL,
    "certificates": Concept.Kind.CERTIFICATE,
    "needs": Concept.Kind.NEED,
}
RELATION_OF_FILE = {
    "machines": Relation.Name.MACHINE_FOR,
    "materials": Relation.Name.MATERIAL_FOR,
    "services": Relation.Name.SERVICE_FOR,
    "certificates": Relation.Name.CERTIFICATE_FOR,
    "skills": Relation.Name.SKILL_FOR,
}
NAME_COLUMNS = {"en": "en", "hi": "hi", "roman": ConceptName.ROMAN}
FILES = ("groups", *KIND_FILES, "names", "states")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one data file. A cell that holds several values parts them by semicolons."""
    with _folder().joinpath(f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def several(cell: str | None) -> list[str]:
    return [value.strip() for value in (cell or "").split(";") if value.strip()]


def _folder():
    return resources.files(__package__).joinpath("data")


@cache
def _fingerprint() -> str:
    return hashlib.sha256(b"".join(_folder().joinpath(f"{name}.csv").read_bytes() for name in FILES)).hexdigest()


@transaction.atomic
def load_vocabulary() -> str:
    """Bring concepts, names, codes, relations and states in step with the data files; what people added stays as it is.

    Returns what was done, in a few words.
    """
    edition, _ = Edition.objects.select_for_update().get_or_create(pk=1)
    if edition.files == _fingerprint():
        return "up to date"
    ids = _load_concepts()
    _load_names(ids)
    _load_codes(ids)
    _load_relations(ids)
    _load_states()
    edition.files, edition.number = _fingerprint(), uuid.uuid4()
    edition.save()
    forget()
    return f"{len(ids)} concepts"


def new_edition() -> None:
    """Tell every process that the vocabulary changed: called in the transaction that adds a concept or a name."""
    Edition.objects.update_or_create(pk=1, defaults={"number": uuid.uuid4()})
    forget()


def _load_concepts() -> dict[str, int]:
    """Groups first, for the others point at them. What left the files retires: rows of others may hold it."""
    for level in _groups_by_level():
        _save_concepts(level)
    for name, kind in KIND_FILES.items():
        _save_concepts([{**row, "kind": kind} for row in rows(name)])
    wanted = {row["slug"] for row in _all_rows()}
    Concept.objects.filter(from_files=True).exclude(slug__in=wanted).update(status=Concept.Status.RETIRED)
    return dict(Concept.objects.filter(slug__in=wanted).values_list("slug", "id"))


def _groups_by_level() -> Iterator[list[dict[str, str]]]:
    groups = rows("groups")
    yield [row for row in groups if not row["group"]]
    yield [row for row in groups if row["group"]]


def _save_concepts(level: list[dict[str, str]]) -> None:
    groups = dict(Concept.objects.filter(kind__in=[Concept.Kind.GROUP, Concept.Kind.SECTOR]).values_list("slug", "id"))
    concepts = [
        Concept(
            slug=row["slug"],
            kind=row["kind"],
            group_id=groups[row["group"]] if row.get("group") else None,
            decides_compound=row.get("head") == "1",
            from_files=True,
        )
        for row in level
    ]
    Concept.objects.bulk_create(
        concepts,
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["kind", "group", "status", "decides_compound", "from_files"],
    )


def _all_rows() -> Iterator[dict[str, str]]:
    for name in ("groups", *KIND_FILES):
        yield from rows(name)


def _load_names(ids: dict[str, int]) -> None:
    ConceptName.objects.filter(from_files=True).delete()
    names = {(ids[slug], language, text): preferred for slug, language, text, preferred in _names()}
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


def _names() -> Iterator[tuple[str, str, str, bool]]:
    """Slug, language, text and whether it is the one shown: the first of its language, and never a Roman spelling."""
    for row in _all_rows():
        for column, language in NAME_COLUMNS.items():
            yield from _numbered(row["slug"], language, row[column])
    for row in rows("names"):
        for language, cell in row.items():
            if language != "slug":
                yield from _numbered(row["slug"], language, cell)


def _numbered(slug: str, language: str, cell: str) -> Iterator[tuple[str, str, str, bool]]:
    for number, text in enumerate(dict.fromkeys(several(cell))):
        yield slug, language, text, number == 0 and language != ConceptName.ROMAN


def _load_codes(ids: dict[str, int]) -> None:
    ConceptCode.objects.filter(concept__from_files=True).delete()
    ConceptCode.objects.bulk_create(
        ConceptCode(concept_id=ids[row["slug"]], system=system, code=row[column], note=row["note"])
        for name in ("products", "machines")
        for row in rows(name)
        for column, system in (("hsn", ConceptCode.System.HSN), ("nic", ConceptCode.System.NIC2008))
    )


def _load_relations(ids: dict[str, int]) -> None:
    Relation.objects.filter(concept__from_files=True, other__from_files=True).delete()
    triples = {(ids[concept], relation, ids[other]) for concept, relation, other in _relations()}
    Relation.objects.bulk_create(
        Relation(concept_id=concept, relation=relation, other_id=other) for concept, relation, other in sorted(triples)
    )


def _relations() -> Iterator[tuple[str, str, str]]:
    for name, relation in RELATION_OF_FILE.items():
        for row in rows(name):
            yield from ((row["slug"], relation, other) for other in several(row["for"]))
    for name in ("products", "machines"):
        for row in rows(name):
            yield from ((material, Relation.Name.MATERIAL_FOR, row["slug"]) for material in several(row["materials"]))


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
