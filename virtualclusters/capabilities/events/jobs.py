"""The watch over the feeds."""

from datetime import datetime

import structlog

from virtualclusters.capabilities.events.alarms import oldest_writing_transaction
from virtualclusters.capabilities.jobs.declaring import job

log = structlog.get_logger(__name__)


@job(name="events.watch_feeds", tries=1, cron="* * * * *")
def watch_feeds(*, at: datetime) -> None:
    """Every minute: say so when a transaction holds the feeds back."""
    writer = oldest_writing_transaction()
    if writer and writer.is_too_old:
        log.error("feeds_held_back", pid=writer.pid, application=writer.application, age=writer.age.total_seconds())
