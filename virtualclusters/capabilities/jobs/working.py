"""The worker's process."""

from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from virtualclusters.capabilities.jobs import time_limits
from virtualclusters.capabilities.jobs.sweeping import DEAD_AFTER, HEARTBEAT

AT_ONCE = 2
POLLS_EVERY = 0.5
SECONDS_TO_FINISH = 25


def work(*, at_once: int = AT_ONCE, until_empty: bool = False) -> None:
    """Run jobs until told to stop by SIGINT or SIGTERM; jobs that have begun get 25 seconds to finish.

    Jobs that succeed are removed. When the database goes away the worker ends, and its supervisor starts another.

    Args:
        at_once: how many jobs run side by side, each in a thread.
        until_empty: return when nothing is due any more.
    """
    connector = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=4)
    time_limits.watch()
    with app.replace_connector(connector):
        app.run_worker(
            concurrency=at_once,
            wait=not until_empty,
            fetch_job_polling_interval=POLLS_EVERY,
            update_heartbeat_interval=HEARTBEAT.total_seconds(),
            stalled_worker_timeout=DEAD_AFTER.total_seconds(),
            shutdown_graceful_timeout=SECONDS_TO_FINISH,
            delete_jobs="successful",
        )
