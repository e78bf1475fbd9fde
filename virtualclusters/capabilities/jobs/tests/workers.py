"""Real worker processes for tests, on the database that the test uses."""

import os
import subprocess
import sys

from django.db import connection

UNTIL_EMPTY = """
import django
django.setup()
from virtualclusters.capabilities.jobs.tests import examples
from virtualclusters.capabilities.jobs.working import work
work(until_empty={until_empty})
"""


def worker(url: str, *, until_empty: bool = True) -> subprocess.Popen:
    """Start a worker that knows the example jobs; with ``until_empty`` it ends when nothing is due."""
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"]}
    command = [sys.executable, "-c", UNTIL_EMPTY.format(until_empty=until_empty)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def work_until_empty(url: str) -> int:
    """Run a worker to its end; its exit status."""
    return worker(url).wait(60)


def let_heartbeats_stop() -> None:
    """As if the workers that were killed had been silent for a minute."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")


def make_due() -> None:
    """As if the waits between tries had passed."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")


def queue() -> list[tuple]:
    """Name, status and past attempts of each job that is not done, periodic ones left out."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT task_name, status::text, attempts FROM procrastinate_jobs "
            "WHERE task_name LIKE 'examples.%' ORDER BY id"
        )
        return cursor.fetchall()
