"""Imports with real commits: runs that are killed and runs that meet."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime

import pytest
from django.db import connection

from virtualclusters.capabilities.drafts.models import Draft
from virtualclusters.capabilities.imports import operations
from virtualclusters.capabilities.imports.looking import look
from virtualclusters.capabilities.imports.models import Import
from virtualclusters.capabilities.imports.queries import guessed_mapping
from virtualclusters.capabilities.imports.running import run
from virtualclusters.capabilities.imports.specs import register
from virtualclusters.capabilities.imports.tests import kept_notices
from virtualclusters.foundation.time import IST

NOON = datetime(2026, 11, 21, 12, tzinfo=IST)
ROWS = 6_000


@pytest.fixture
def confirmed(committing_database, settings, tmp_path):
    """An import of 6,000 rows that waits for a worker."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path
    register(kept_notices.spec())
    upload = io.BytesIO(b"Number,Title\n" + b"".join(b"N/%d,a purchase\n" % number for number in range(ROWS)))
    job = operations.start(person=None, spec=kept_notices.FORM, upload=upload, at=NOON, name="notices.csv")
    job = look(import_id=job.pk, at=NOON)
    return operations.confirm(import_id=job.pk, person=None, mapping=guessed_mapping(job), at=NOON)


def rows_written() -> int:
    return Draft.objects.filter(form=kept_notices.FORM).count()


@pytest.mark.kills
def test_a_worker_killed_in_the_middle_of_an_import_loses_and_doubles_nothing(
    confirmed, committing_database, postgres_server, tmp_path
):
    surroundings = {
        **os.environ,
        "DATABASE_URL": postgres_server.url(database=committing_database),
        "VIRTUALCLUSTERS_STATE": str(tmp_path),
    }
    module = [sys.executable, "-m", "virtualclusters.capabilities.imports.tests.kept_notices", str(confirmed.pk)]
    worker = subprocess.Popen(module, env=surroundings)
    ends = time.monotonic() + 60
    while rows_written() == 0 and worker.poll() is None and time.monotonic() < ends:
        time.sleep(0.01)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    halfway = rows_written()
    noted = Import.objects.get(pk=confirmed.pk).added
    done = run(import_id=confirmed.pk, at=NOON)

    assert (halfway == noted, 0 < halfway < ROWS) == (True, True)
    assert (done.state, done.added, done.refused, rows_written()) == ("done", ROWS, 0, ROWS)


@pytest.mark.races
def test_two_workers_on_one_import_share_it_without_doubling(confirmed):
    def work():
        run(import_id=confirmed.pk, at=NOON)
        connection.close()

    workers = [threading.Thread(target=work) for _number in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    done = Import.objects.get(pk=confirmed.pk)

    assert (done.state, done.added, done.refused, rows_written()) == ("done", ROWS, 0, ROWS)
