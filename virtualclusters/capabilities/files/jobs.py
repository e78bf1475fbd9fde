"""The check of a sent file, in the background."""

from datetime import datetime, timedelta

from django.utils import timezone

from virtualclusters.capabilities.files import checking, sweeping
from virtualclusters.capabilities.jobs.declaring import job


@job(name="files.check", longest=timedelta(seconds=60))
def check_file(*, file_id: int) -> None:
    """Check a quarantined file; a second run finds it done."""
    checking.check(file_id=file_id, at=timezone.now())


@job(name="files.sweep", cron="40 20 * * *")
def sweep_files(*, at: datetime) -> None:
    """Remove abandoned bytes, at 02:10 in India."""
    sweeping.sweep(at=at)
