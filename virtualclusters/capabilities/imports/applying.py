"""One row of an import: read, checked and applied, with what must be remembered of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from virtualclusters.capabilities.imports import rows
from virtualclusters.capabilities.imports.models import Import, ImportRow
from virtualclusters.capabilities.imports.specs import Outcome, Problem, Row, RowSpec, Source
from virtualclusters.capabilities.imports.values import Cell
from virtualclusters.foundation.errors import Refused


@dataclass
class Result:
    """What became of one row; `remembered` is the row to keep, or None."""

    outcome: Outcome
    remembered: ImportRow | None = field(default=None)


def apply_rows(job: Import, spec: RowSpec, lines: list[tuple[int, dict[str, Cell]]], *, at) -> list[Result]:
    """Apply a batch of rows, in one go where the spec can."""
    if spec.apply_many is None:
        return [apply_row(job, spec, line, cells, at=at) for line, cells in lines]
    read = [(line, cells, *rows.read_row(spec, cells)) for line, cells in lines]
    good = [(row, source_of(job, line, at)) for line, _cells, row, problems in read if not problems]
    applied = iter(zip(spec.apply_many(good), good, strict=True))
    return [
        _refused(job, line, cells, [vars(problem) for problem in problems])
        if problems
        else _result(job, spec, line, cells, *next(applied))
        for line, cells, _row, problems in read
    ]


def _result(job: Import, spec: RowSpec, line: int, cells: dict[str, Cell], outcome: str, applied: tuple[Row, Source]):
    row, source = applied
    return _kept(job, spec, line, cells, Outcome(outcome), row, source)


def apply_row(job: Import, spec: RowSpec, line: int, cells: dict[str, Cell], *, at) -> Result:
    """Apply one row. What a refused row wrote before it was refused is rolled back with it."""
    row, problems = rows.read_row(spec, cells)
    if problems:
        return _refused(job, line, cells, [vars(problem) for problem in problems])
    source = source_of(job, line, at)
    try:
        with transaction.atomic():
            outcome = Outcome(spec.apply(row, source))
    except Refused as refusal:
        problem = {
            **vars(Problem(spec.field_of.get(refusal.code, ""), refusal.code)),
            "sentence": " ".join(filter(None, (refusal.sentence, refusal.change))),
        }
        return _refused(job, line, cells, [problem])
    return _kept(job, spec, line, cells, outcome, row, source)


def _kept(job: Import, spec: RowSpec, line: int, cells: dict[str, Cell], outcome: Outcome, row: Row, source: Source):
    """A row that changed a record is remembered, so that it can be put back."""
    if outcome is not Outcome.CHANGED:
        return Result(outcome)
    kept = ImportRow(
        of=job, line=line, outcome=outcome, key=spec.key(row), values=rows.words(cells), before=source.before or {}
    )
    return Result(outcome, kept)


def source_of(job: Import, line: int, at) -> Source:
    """Where a row comes from."""
    return Source(
        import_id=job.pk,
        line=line,
        file_name=job.file.name,
        origin=job.origin,
        sha256=job.file.sha256,
        person_id=job.person_id,
        at=at,
        as_of=job.as_of or at,
        subject=job.subject,
    )


def _refused(job: Import, line: int, cells: dict[str, Cell], problems: list[dict[str, str]]) -> Result:
    kept = ImportRow(of=job, line=line, outcome=Outcome.REFUSED, values=rows.words(cells), problems=problems)
    return Result(Outcome.REFUSED, kept)


def add_up(job: Import, tally: Mapping[Outcome, int]) -> None:
    """Add to the figures of an import and save it."""
    for outcome in Outcome:
        setattr(job, outcome, getattr(job, outcome) + tally.get(outcome, 0))
    job.save()
