"""Forgetting old drafts, every night."""

from datetime import datetime

from virtualclusters.capabilities.drafts import operations
from virtualclusters.capabilities.jobs.declaring import job


@job(name="drafts.sweep", cron="50 20 * * *")
def sweep_drafts(*, at: datetime) -> None:
    """Forget drafts that nobody came back to, at 02:20 in India."""
    operations.sweep(at=at)
