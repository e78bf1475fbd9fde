"""Importing a file from the command line: what the desk's pages do, without a browser."""

import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from virtualclusters.capabilities.imports import operations, queries
from virtualclusters.capabilities.imports.giving_back import refused_csv
from virtualclusters.capabilities.imports.looking import look
from virtualclusters.capabilities.imports.models import Import
from virtualclusters.capabilities.imports.running import run
from virtualclusters.capabilities.imports.specs import spec_named
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import start_of_day_in_india

FILE_REFUSED, ROWS_REFUSED = 1, 3
WIDTH = 40


def moment_of(words: str) -> datetime:
    """Noon in India of a day written ``2026-11-21``. Raises ValueError."""
    return start_of_day_in_india(date.fromisoformat(words)) + timedelta(hours=12)


class ImportCommand(BaseCommand):
    """A command that reads a file in by one RowSpec.

    Ends with 0 when every row is in, 1 when the file cannot be read or its columns were not confirmed, 2 for a wrong
    use, 3 when some rows were refused (they stand in the report).
    """

    spec = ""

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="CSV, XLSX, ODS, JSON or JSON lines, also packed with gzip")
        parser.add_argument("--portal", default="", help="the portal the file comes from; its name if not said")
        parser.add_argument(
            "--as-of", type=moment_of, help="replay the file as if it were noon of this day: 2026-11-21"
        )
        parser.add_argument("--yes", action="store_true", help="take the guessed columns without asking")
        parser.add_argument("--report", type=Path, help="where to write refused rows; beside you if not said")

    def handle(self, *, file, portal, as_of, yes, report, **_):
        try:
            job = self._looked_at(file, portal, as_of)
            self._confirm(job, yes)
        except Refused as refusal:
            raise CommandError(f"{refusal.sentence} {refusal.change}".strip(), returncode=FILE_REFUSED) from refusal
        run(import_id=job.pk, at=timezone.now(), after_batch=lambda: self._draw(job))
        self._report(job, report)

    def _looked_at(self, file, portal, as_of):
        try:
            with file.open("rb") as content:
                job = operations.start(
                    person=None,
                    spec=self.spec,
                    upload=content,
                    name=file.name,
                    origin=portal,
                    as_of=as_of,
                    at=timezone.now(),
                )
        except OSError as problem:
            raise CommandError(f"{file}: {problem.strerror}", returncode=FILE_REFUSED) from problem
        job = look(import_id=job.pk, at=timezone.now())
        if job.state == Import.State.REFUSED:
            raise CommandError(queries.file_sentence(job.reason), returncode=FILE_REFUSED)
        return job

    def _confirm(self, job, yes):
        spec = spec_named(job.spec)
        for column in queries.columns(job):
            label = str(spec.field_named(column.field).label) if column.field else "-"
            self.stdout.write(f"  {column.heading or '(no name)'}: {label}")
        if not yes and not self._asked():
            raise CommandError("Nothing was imported. Add --yes to take these columns.", returncode=FILE_REFUSED)
        operations.confirm(import_id=job.pk, person=None, mapping=queries.guessed_mapping(job), at=timezone.now())

    def _asked(self):
        return sys.stdin.isatty() and input("Import with these columns? [y/N] ").strip().lower() in ("y", "yes")

    def _draw(self, job):
        seen = queries.progress(job.pk)
        bar = "#" * (WIDTH * seen.percent // 100)
        end = "\r" if self.stdout.isatty() else "\n"
        self.stdout.write(f"  [{bar:<{WIDTH}}] {seen.percent:3d} %  {seen.done} of {seen.total}", ending=end)

    def _report(self, job, report):
        job.refresh_from_db()
        found = queries.report(job.pk).progress
        self.stdout.write(
            f"\n{found.added} added, {found.changed} changed, {found.same} known already, {found.refused} refused"
        )
        if found.refused:
            given = refused_csv(job)
            where = report or Path(given.name)
            where.write_bytes(given.content)
            raise CommandError(f"{found.refused} rows were refused: {where}", returncode=ROWS_REFUSED)
