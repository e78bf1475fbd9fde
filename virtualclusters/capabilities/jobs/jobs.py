"""The queue's own periodic work."""

from datetime import datetime, timedelta

import structlog

from virtualclusters.capabilities.jobs.declaring import JOBS, job
from virtualclusters.capabilities.jobs.models import Failure
from virtualclusters.capabilities.jobs.sweeping import sweep_stalled

KEPT = timedelta(days=90)

log = structlog.get_logger(__name__)


@job(name="jobs.sweep_stalled", tries=1, cron="* * * * * */10")
def sweep(*, at: datetime) -> None:
    """Every ten seconds: send the jobs of killed workers round again."""
    swept = sweep_stalled(tries_of={name: declared.tries for name, declared in JOBS.items()})
    if swept.again or swept.given_up:
        log.warning("stalled_jobs_swept", again=swept.again, given_up=swept.given_up)


@job(name="jobs.forget_failures", cron="40 21 * * *")
def forget_failures(*, at: datetime) -> None:
    """Every night at 03:10 IST: forget what went wrong more than 90 days ago."""
    Failure.objects.filter(at__lt=at - KEPT).delete()
