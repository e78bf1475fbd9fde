"""What a screen or a command line shows of an import."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.functional import Promise

from virtualclusters.capabilities.files import refusals
from virtualclusters.capabilities.files.operations import checked_path
from virtualclusters.capabilities.imports import reasons
from virtualclusters.capabilities.imports.models import Import, ImportRow
from virtualclusters.capabilities.imports.operations import UNDO_TIME
from virtualclusters.capabilities.imports.reading import open_table
from virtualclusters.capabilities.imports.reading import problems as table_problems
from virtualclusters.capabilities.imports.specs import Problem, RowSpec, spec_named
from virtualclusters.capabilities.imports.values import words_of
from virtualclusters.foundation.errors import NotFound


def imports_of(person) -> QuerySet[Import]:
    """The imports of a person, newest first; None for those of the command line."""
    return Import.objects.filter(person=person).select_related("file", "same_file_as").order_by("-created_at", "-pk")


def everyones_imports() -> QuerySet[Import]:
    """All imports with who sent each, newest first; for those who look after what is imported."""
    return Import.objects.select_related("file", "person").order_by("-created_at", "-pk")


def import_of(person, import_id: int) -> Import:
    """One import of a person.

    Raises:
        NotFound: there is none of hers by that number.
    """
    found = imports_of(person).filter(pk=import_id).first()
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True)
class Progress:
    """How far an import is. `percent` is whole, from 0 to 100; `said` is the sentence of a file refused as a whole."""

    state: str
    done: int
    total: int
    percent: int
    added: int
    changed: int
    same: int
    refused: int
    said: str


def progress(import_id: int) -> Progress:
    """How far an import is, in one query."""
    job = Import.objects.get(pk=import_id)
    return Progress(
        state=job.state,
        done=job.rows_done,
        total=job.rows_in_file,
        percent=100 * job.rows_done // job.rows_in_file if job.rows_in_file else 0,
        added=job.added,
        changed=job.changed,
        same=job.same,
        refused=job.refused,
        said=file_sentence(job.reason),
    )


def file_sentence(reason: str) -> str:
    """Why a file as a whole was refused, in the language in use; empty when it was not."""
    known: dict[str, Promise] = {**refusals.SENTENCES, **table_problems.SENTENCES}
    return str(known[reason]) if reason else ""


@dataclass(frozen=True)
class Column:
    """A column of the file, for the page on which a person says what it holds. `field` is empty when nothing was
    guessed.
    """

    number: int
    heading: str
    field: str
    confidence: float


def columns(job: Import) -> list[Column]:
    """The columns of a file with what each is thought, or was said, to hold."""
    guesses = {one["column"]: one for one in job.guesses}
    confirmed = {int(column): name for column, name in job.mapping.items()}
    return [
        Column(
            number=number,
            heading=heading,
            field=confirmed.get(number, "") if confirmed else guesses.get(number, {}).get("field", ""),
            confidence=guesses.get(number, {}).get("confidence", 0),
        )
        for number, heading in enumerate(job.layout["headings"])
    ]


def samples(job: Import, *, most: int = 3) -> list[list[str]]:
    """The first different values of each column, as words, to show beside its name."""
    rows = open_table(checked_path(job.file)).sample()
    found = [
        dict.fromkeys(words_of(row[place]) for row in rows if place < len(row))
        for place in range(len(job.layout["headings"]))
    ]
    return [[words[:60] for words in column if words][:most] for column in found]


def guessed_mapping(job: Import) -> dict[int, str]:
    """The guesses as `operations.confirm` takes them."""
    return {one["column"]: one["field"] for one in job.guesses}


@dataclass(frozen=True)
class RefusedRow:
    """A refused row: its words by field, and the sentences against it as (field, label, sentence)."""

    line: int
    values: dict[str, str]
    problems: list[tuple[str, str, str]]


def refused_rows(job: Import) -> Iterator[RefusedRow]:
    """The refused rows in the order of the file."""
    spec = spec_named(job.spec)
    for row in _refused(job).iterator(chunk_size=500):
        yield _refused_row(spec, row)


def refused_page(job: Import, number: str | None, *, size: int) -> Page:
    """One page of the refused rows in the order of the file; its objects are `RefusedRow`."""
    page = Paginator(_refused(job), size).get_page(number)
    spec = spec_named(job.spec)
    page.object_list = [_refused_row(spec, row) for row in page.object_list]
    return page


def _refused(job: Import) -> QuerySet[ImportRow]:
    return job.rows.filter(outcome=ImportRow.Outcome.REFUSED).order_by("line")


def _refused_row(spec: RowSpec, row: ImportRow) -> RefusedRow:
    return RefusedRow(line=row.line, values=row.values, problems=[told(spec, problem) for problem in row.problems])


def told(spec: RowSpec, problem: dict[str, str]) -> tuple[str, str, str]:
    """A kept problem as field, label and sentence."""
    known = Problem(problem["field"], problem["code"])
    return known.field, reasons.label(spec, known), reasons.sentence(spec, known, problem.get("sentence", ""))


@dataclass(frozen=True)
class Reason:
    """One reason for refusing rows: the field's label, the sentence, how many rows, and the first line it stands on."""

    label: str
    sentence: str
    rows: int
    first_line: int


@dataclass(frozen=True)
class Report:
    """What became of a file.

    `same_file_at` is when the same bytes were imported before, or None. `unread` are headings that no field was given.
    `undo_until` is None when nothing can be taken back.
    """

    progress: Progress
    same_file_at: datetime | None
    unread: list[str]
    reasons: list[Reason]
    undo_until: datetime | None


def report(import_id: int) -> Report:
    """What became of a file, with the reasons for refusal, the commonest first."""
    job = Import.objects.select_related("same_file_as").get(pk=import_id)
    return Report(
        progress=progress(import_id),
        same_file_at=job.same_file_as.created_at if job.same_file_as else None,
        unread=[
            heading
            for number, heading in enumerate(job.layout.get("headings", []))
            if heading and str(number) not in job.mapping
        ],
        reasons=_reasons(job),
        undo_until=_undo_until(job.state, job.finished_at),
    )


def _undo_until(state: str, finished_at: datetime | None) -> datetime | None:
    return finished_at + UNDO_TIME if state == Import.State.DONE and finished_at else None


def _reasons(job: Import) -> list[Reason]:
    counted: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], int] = {}
    for row in refused_rows(job):
        for _field, label, sentence in row.problems:
            counted[label, sentence] += 1
            first.setdefault((label, sentence), row.line)
    return [Reason(label, sentence, rows, first[label, sentence]) for (label, sentence), rows in counted.most_common()]
