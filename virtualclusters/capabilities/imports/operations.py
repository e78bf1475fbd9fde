"""What people do with an import: start, confirm, mend, undo.

A person reaches her own imports only (`person=None` is the command line, and reaches the command line's).
`looking.look`, `running.run` and `running.take_back` follow as jobs; a command line may call them itself.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.files.operations import one_after_the_other, receive
from virtualclusters.capabilities.imports import jobs
from virtualclusters.capabilities.imports.applying import add_up, apply_row
from virtualclusters.capabilities.imports.models import Import, ImportRow
from virtualclusters.capabilities.imports.specs import Outcome, RowSpec, spec_named
from virtualclusters.capabilities.jobs.declaring import enqueue
from virtualclusters.foundation.errors import NotFound, Refused

UNDO_TIME = timedelta(hours=24)


def start(
    *,
    person,
    spec: str,
    upload,
    at: datetime,
    as_of: datetime | None = None,
    name: str = "",
    origin: str = "",
    subject: str = "",
) -> Import:
    """Take a file in and ask for a look at it.

    Args:
        spec: the name of a registered RowSpec.
        upload: an uploaded file or any open binary file.
        as_of: replay the file as if it were that moment.
        origin: where the file comes from, in a person's words (the name of a portal).
        subject: what the file is about, in the spec's own words (``course:12``). It is fixed here and handed to every row:
            what its sender becomes later does not move her file elsewhere. The caller has checked her right to it.

    Raises:
        Refused: it is empty or too large.
    """
    file = receive(upload, person=person, purpose="table", at=at, name=name)
    with transaction.atomic():
        job = Import.objects.create(
            person=person,
            spec=spec_named(spec).name,
            file=file,
            origin=origin[:80],
            subject=subject,
            as_of=as_of,
            created_at=at,
        )
        enqueue(jobs.look_at_import, lock=one_after_the_other(file), import_id=job.pk)
    return job


@transaction.atomic
def confirm(
    *, import_id: int, person, mapping: Mapping[int, str], at: datetime, as_of: datetime | None = None
) -> Import:
    """Say which column is which, and let the rows be applied.

    Args:
        mapping: field name by column number, counted from 0. Columns left out are not read.

    Raises:
        NotFound: it is not this person's import.
        Refused: it does not wait for this; a field is used twice; a needed field has no column.
    """
    job = _locked(import_id, person)
    if job.state != Import.State.GUESSED:
        raise Refused("not_waiting", _("This file does not wait for its columns any more."))
    _must_fit(mapping, spec_named(job.spec), len(job.layout["headings"]))
    job.mapping = {str(column): field for column, field in mapping.items()}
    job.as_of = as_of or job.as_of
    job.state = Import.State.RUNNING
    job.save()
    enqueue(jobs.run_import, import_id=job.pk)
    return job


def _locked(import_id: int, person) -> Import:
    job = (
        Import.objects.select_for_update(of=("self",))
        .select_related("file")
        .filter(pk=import_id, person=person)
        .first()
    )
    if job is None:
        raise NotFound
    return job


def _must_fit(mapping: Mapping[int, str], spec: RowSpec, width: int) -> None:
    known = {field.name for field in spec.fields}
    used = Counter(mapping.values())
    if not set(used) <= known or any(not 0 <= column < width for column in mapping):
        raise Refused("unknown_column", _("We do not know one of these columns. Choose from the list."))
    if used and max(used.values()) > 1:
        raise Refused("column_twice", _("Two columns are set to the same thing. Keep one of them."))
    missing = [str(field.label) for field in spec.fields if field.required and field.name not in used]
    if missing:
        raise Refused("column_missing", _("Say which column holds: %(names)s.") % {"names": ", ".join(missing)})


@transaction.atomic
def mend(*, import_id: int, line: int, values: Mapping[str, str], person, at: datetime) -> ImportRow | None:
    """Try a refused row again with mended words.

    Returns:
        The row with what still stands against it, or None when it is in.

    Raises:
        NotFound: it is not this person's import, or the line was not refused.
    """
    job = _locked(import_id, person)
    row = job.rows.filter(line=line, outcome=ImportRow.Outcome.REFUSED).first()
    if row is None or job.state not in (Import.State.RUNNING, Import.State.DONE):
        raise NotFound
    known = {field.name for field in spec_named(job.spec).fields}
    words = {**row.values, **{name: word for name, word in values.items() if name in known}}
    result = apply_row(job, spec_named(job.spec), line, words, at=at)
    row.delete()
    if result.remembered:
        result.remembered.save()
    if result.outcome is Outcome.REFUSED:
        return result.remembered
    add_up(job, {result.outcome: 1, Outcome.REFUSED: -1})
    return None


@dataclass(frozen=True)
class Mended:
    """How many rows came in, and against how many something still stands."""

    good: int
    bad: int


def mend_rows(*, import_id: int, values: Mapping[int, Mapping[str, str]], person, at: datetime) -> Mended:
    """Try refused rows again, each for itself: ``values`` holds the mended words by line.

    Raises:
        NotFound: it is not this person's import, or a line was not refused.
    """
    left = [
        mend(import_id=import_id, line=line, values=words, person=person, at=at)
        for line, words in sorted(values.items())
    ]
    return Mended(good=left.count(None), bad=len(left) - left.count(None))


@transaction.atomic
def undo(*, import_id: int, person, at: datetime) -> Import:
    """Take back what an import did, within 24 hours of its end.

    Raises:
        NotFound: it is not this person's import.
        Refused: it is not done, or the time is over.
    """
    job = _locked(import_id, person)
    if job.state != Import.State.DONE:
        raise Refused("not_done", _("Only a finished file can be taken back."))
    if at - job.finished_at > UNDO_TIME:
        raise Refused("undo_time_over", _("A file can be taken back for 24 hours. That time is over."))
    job.state = Import.State.UNDOING
    job.save()
    enqueue(jobs.undo_import, import_id=job.pk)
    return job
