"""Keeps what went wrong with a try of a job: the kind of error and where it was raised, never its words."""

import traceback
from collections.abc import Callable
from functools import wraps

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from procrastinate import JobContext


def noting_failure(function: Callable[..., None]) -> Callable[..., None]:
    """What the worker calls: the job's function, and a row for the error it ends in."""

    @wraps(function)
    def run(context: JobContext, **ids) -> None:
        try:
            function(**ids)
        except Exception as error:
            _note(context, error)
            raise

    return run


def _note(context: JobContext, error: Exception) -> None:
    with transaction.atomic():
        apps.get_model("jobs", "Failure").objects.create(
            job_id=context.job.id,
            job=context.job.task_name,
            attempt=context.job.attempts + 1,
            at=timezone.now(),
            error=type(error).__qualname__,
            place=_place(error),
        )


def _place(error: Exception) -> str:
    """The last line of ours in the traceback, else the last line: ``module.py:12 in name``."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "virtualclusters" in frame.filename] or frames
    short = ours[-1].filename.split("site-packages/")[-1].split("virtualclusters/", 1)[-1]
    return f"{short}:{ours[-1].lineno} in {ours[-1].name}"[:300]
