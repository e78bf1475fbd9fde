"""The first look at a file: is it a table, and what do its columns hold?"""

from datetime import datetime

from virtualclusters.capabilities.files.checking import check
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.files.operations import checked_path
from virtualclusters.capabilities.imports.guessing import guess
from virtualclusters.capabilities.imports.models import Import
from virtualclusters.capabilities.imports.reading import Table, TableProblem, open_table
from virtualclusters.capabilities.imports.specs import spec_named


def look(*, import_id: int, at: datetime) -> Import:
    """Check the file, find its table, guess its columns. Then it waits for `confirm`, or is refused with a reason.

    What was found is written in one conditional UPDATE: a second look, by a job or a command line, changes nothing.
    """
    job = Import.objects.select_related("file").get(pk=import_id)
    if job.state == Import.State.RECEIVED:
        Import.objects.filter(pk=import_id, state=Import.State.RECEIVED).update(**_found(job, at))
        job.refresh_from_db()
    return job


def _found(job: Import, at: datetime) -> dict[str, object]:
    file = check(file_id=job.file_id, at=at)
    if file.state == File.State.REFUSED:
        return _refusal(file.reason)
    try:
        table = open_table(checked_path(file))
        return _description(job, table, rows_in_file=sum(1 for _row in table.rows()))
    except TableProblem as problem:
        return _refusal(problem.code)


def _refusal(reason: str) -> dict[str, object]:
    return {"state": Import.State.REFUSED, "reason": reason}


def _description(job: Import, table: Table, *, rows_in_file: int) -> dict[str, object]:
    if rows_in_file == 0:
        raise TableProblem("no_rows")
    layout = {"kind": table.kind, "headings": table.headings, "heading_line": table.heading_line, **table.details}
    guesses = guess(table.headings, table.sample(), spec_named(job.spec))
    return {
        "state": Import.State.GUESSED,
        "layout": layout,
        "guesses": [vars(one) for one in guesses],
        "rows_in_file": rows_in_file,
        "same_file_as": _earlier_import(job),
    }


def _earlier_import(job: Import) -> Import | None:
    same = Import.objects.filter(
        spec=job.spec, subject=job.subject, file__sha256=job.file.sha256, state=Import.State.DONE
    ).exclude(pk=job.pk)
    return same.order_by("created_at").first()
