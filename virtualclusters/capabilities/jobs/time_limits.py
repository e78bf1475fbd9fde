"""A time limit on each try of a job.

A thread cannot be ended from outside, so when a try lasts too long its whole worker ends at once. Its supervisor starts
another; the sweep sends what it was doing round again, and after the last try it is a dead letter.
"""

import os
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from functools import wraps

import structlog
from procrastinate import JobContext

LOOKS_EVERY = 1.0
EXIT_STATUS = 75

log = structlog.get_logger(__name__)

_deadlines: dict[int, tuple[float, str]] = {}


def limited(function: Callable[..., None], *, longest: timedelta) -> Callable[..., None]:
    """The same function, whose running is known to ``watch``."""

    @wraps(function)
    def run(context: JobContext, **ids) -> None:
        mine = threading.get_ident()
        _deadlines[mine] = (time.monotonic() + longest.total_seconds(), context.job.task_name)
        try:
            function(context, **ids)
        finally:
            del _deadlines[mine]

    return run


def watch() -> None:
    """Start the thread that ends this process when a job is over its time."""
    threading.Thread(target=_end_when_over_time, name="job time limits", daemon=True).start()


def _end_when_over_time() -> None:
    while True:
        time.sleep(LOOKS_EVERY)
        late = [name for deadline, name in list(_deadlines.values()) if deadline < time.monotonic()]
        if late:
            log.error("job_over_its_time", jobs=late)
            os._exit(EXIT_STATUS)
