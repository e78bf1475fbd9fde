"""Background work in the transaction that asks for it: at least once, five tries, then a list that someone sees.

``effects`` holds the once-only claim for things done to the outside world, ``dead_letters`` what failed for good.
"""

from virtualclusters.capabilities.jobs.declaring import Job, enqueue, job
from virtualclusters.capabilities.jobs.running import run_jobs

__all__ = ["Job", "enqueue", "job", "run_jobs"]
