"""What the worker does for an import. Each may run twice: a second run finds the work done or goes on behind it."""

from datetime import datetime, timedelta

from django.utils import timezone

from virtualclusters.capabilities.imports.looking import look
from virtualclusters.capabilities.imports.running import run, take_back
from virtualclusters.capabilities.imports.tidying import tidy
from virtualclusters.capabilities.jobs.declaring import job

# A large file takes minutes; nothing is held meanwhile, for each 500 rows are a transaction of their own.
LONGEST = timedelta(hours=1)


@job(name="imports.look", longest=LONGEST)
def look_at_import(*, import_id: int) -> None:
    """Check the file and guess its columns."""
    look(import_id=import_id, at=timezone.now())


@job(name="imports.run", longest=LONGEST)
def run_import(*, import_id: int) -> None:
    """Apply the rows that are not applied yet."""
    run(import_id=import_id, at=timezone.now())


@job(name="imports.undo", longest=LONGEST)
def undo_import(*, import_id: int) -> None:
    """Take back what the import did."""
    take_back(import_id=import_id, at=timezone.now())


@job(name="imports.tidy", cron="10 20 * * *")
def tidy_imports(*, at: datetime) -> None:
    """Forget files that were kept long enough, at 01:40 in India: before the sweep that removes their bytes."""
    tidy(at=at)
