"""The samples in a database, made once a run of the tests and copied for all that begin with them.

They are made as ``make run`` makes them in an empty folder: server, tables, reference data, samples. The first process that
needs them does it; another that needs them meanwhile waits. The copies belong to the portals of pages and journeys, to the
portal that is killed, and to the tests of the samples themselves.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.database import ROOT, RUN_PREFIX, TestServer, folder_of_this_run, quick_folder, serving
from virtualclusters.foundation.postgres.locks import FileLock, exclusive
from virtualclusters.foundation.postgres.places import Place, system_account

STATIC_ROOT = ROOT / "var" / "tests-static"
"""Collected and compressed once for every portal that tests start."""
WORK = """
import django
django.setup()
from virtualclusters.capabilities.jobs.working import work
from virtualclusters.config.database import available
with available():
    work(until_empty=True)
"""
"""What samples leave for the worker is done as well: a journey does not meet it half done."""
OF_THE_SERVER = shutil.ignore_patterns("postgres", "locks")


@dataclass(frozen=True)
class Samples:
    """A state folder that ``virtualclusters prepare`` made from nothing, all jobs done; its server is stopped."""

    state: Path

    def copy_to(self, state: Path) -> None:
        """Let an empty state folder begin with them: a portal that starts there finds them loaded."""
        place = Place.of(state)
        place.make(place.account())
        self.copy_database(place)
        self.copy_files(state)

    def copy_database(self, place: Place) -> None:
        """The data of the server; the place has none yet."""
        subprocess.run(["cp", "-a", Place.of(self.state).data, place.data], check=True)

    def copy_files(self, state: Path) -> None:
        """What lies beside the database: papers, certificates, the key that numbers are sealed with."""
        shutil.copytree(self.state, state, ignore=OF_THE_SERVER, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def samples(testrun_uid) -> Iterator[Samples]:
    """Made by the first process of this run that asks."""
    folder = quick_folder() / f"{RUN_PREFIX}samples-{testrun_uid}"
    with _in_use(folder):
        state = folder / "state"
        with exclusive(folder / "making.lock"):
            if not (folder / "made").exists():
                _make(state)
                (folder / "made").touch()
        yield Samples(state)


@pytest.fixture(scope="session")
def server_with_samples(samples) -> Iterator[TestServer]:
    """A server of this process's own. Its database ``virtualclusters`` holds the samples: clone it."""
    with folder_of_this_run() as folder:
        place = Place(state=folder, home=folder / "pg")
        account = place.account()
        place.make(account)
        samples.copy_database(place)
        with serving(place, account):
            yield TestServer(place)


@contextmanager
def _in_use(folder: Path) -> Iterator[None]:
    """The last process that uses the folder removes it."""
    folder.mkdir(mode=0o755, exist_ok=True)
    in_use = FileLock(folder / "in-use")
    in_use.take(shared=True)
    try:
        yield
    finally:
        if in_use.try_take():
            shutil.rmtree(folder)
        in_use.close()


def _make(state: Path) -> None:
    state.mkdir(mode=0o755)
    _keep_server_inside(state)
    unset = {"DATABASE_URL", "DATABASE_OWNER_URL"}
    environment = {name: value for name, value in os.environ.items() if name not in unset} | {
        "VIRTUALCLUSTERS_STATE": str(state),
        "STATIC_ROOT": str(STATIC_ROOT),
        "DJANGO_SETTINGS_MODULE": "virtualclusters.config.settings",
        "QUIET_HOURS": "false",
    }
    for command in (["-m", "virtualclusters.config.cli", "prepare"], ["-c", WORK]):
        subprocess.run([sys.executable, *command], env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


def _keep_server_inside(state: Path) -> None:
    """Also when root runs the tests: then the server would keep its data elsewhere, and nobody would remove it."""
    home = state / "postgres"
    home.mkdir(mode=0o700)
    if os.geteuid() == 0:
        system_account().own(home)
