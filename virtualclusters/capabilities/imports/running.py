"""Applying the rows of a confirmed import, batch by batch, and taking them back."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from itertools import islice

from django.db import transaction

from virtualclusters.capabilities.files.operations import checked_path
from virtualclusters.capabilities.imports.applying import add_up, apply_rows
from virtualclusters.capabilities.imports.counting import count_grown_tables
from virtualclusters.capabilities.imports.models import Import, ImportRow
from virtualclusters.capabilities.imports.reading import open_table
from virtualclusters.capabilities.imports.rows import picked
from virtualclusters.capabilities.imports.specs import RowSpec, spec_named

ROWS_A_TRANSACTION = 500


def run(*, import_id: int, at: datetime, after_batch: Callable[[], None] = lambda: None) -> Import:
    """Apply the rows that are not applied yet, 500 a transaction. A run that was killed goes on where its last
    transaction ended. Tables that grew are counted anew between transactions, so that pages stay fast meanwhile.

    Args:
        after_batch: called when a transaction has ended; a command line draws its progress there.
    """
    job = Import.objects.select_related("file").get(pk=import_id)
    if job.state == Import.State.RUNNING:
        rows = open_table(checked_path(job.file)).rows(after=job.last_line)
        while batch := list(islice(rows, spec_named(job.spec).rows_a_transaction)):
            _apply_batch(import_id, batch, at)
            count_grown_tables()
            after_batch()
        Import.objects.filter(pk=import_id, state=Import.State.RUNNING).update(state=Import.State.DONE, finished_at=at)
    job.refresh_from_db()
    return job


@transaction.atomic
def _apply_batch(import_id: int, batch: list, at: datetime) -> None:
    """Apply a batch and note how far it got, all or nothing; lines that another run has passed are left alone."""
    job = Import.objects.select_for_update(of=("self",)).select_related("file").get(pk=import_id)
    spec, mapping = spec_named(job.spec), {int(column): field for column, field in job.mapping.items()}
    if job.state != Import.State.RUNNING:
        return
    lines = [(line, picked(mapping, cells)) for line, cells in batch if line > job.last_line]
    results = apply_rows(job, spec, lines, at=at)
    ImportRow.objects.bulk_create(result.remembered for result in results if result.remembered)
    job.last_line = max(job.last_line, batch[-1][0])
    add_up(job, Counter(result.outcome for result in results))


def take_back(*, import_id: int, at: datetime) -> Import:
    """Carry an undo out, 500 records a transaction; safe to run again after it was killed."""
    job = Import.objects.get(pk=import_id)
    if job.state == Import.State.UNDOING:
        spec = spec_named(job.spec)
        while _put_back_batch(job, spec):
            continue
        while _undo_batch(job, spec):
            continue
        Import.objects.filter(pk=import_id).update(state=Import.State.UNDONE, added=0, changed=0)
    job.refresh_from_db()
    return job


@transaction.atomic
def _put_back_batch(job: Import, spec: RowSpec) -> int:
    """Restore changed records, the last change first."""
    changed = list(job.rows.filter(outcome=ImportRow.Outcome.CHANGED).order_by("-line")[:ROWS_A_TRANSACTION])
    for row in changed:
        spec.put_back(row.key, row.before)
    job.rows.filter(pk__in=[row.pk for row in changed]).delete()
    return len(changed)


@transaction.atomic
def _undo_batch(job: Import, spec: RowSpec) -> int:
    return spec.undo(job.pk, ROWS_A_TRANSACTION)
