"""A throw-away PostgreSQL for one run of the tests.

Tables are made as ``owner`` and tests run as ``app``, as in production, so that a missing right fails here. The server
with its migrated database is kept ready in a cache, by the content of all migrations, and copied for each run: a run
pays a quarter of a second. Nothing is shared between runs.
"""

import hashlib
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connections
from django.test import override_settings

from virtualclusters.config.structure import bring_up_to_date, digest_of_migrations
from virtualclusters.foundation.postgres import django_database, roles
from virtualclusters.foundation.postgres.addresses import url_at
from virtualclusters.foundation.postgres.clusters import connect, initialise, start, wait_until_ready
from virtualclusters.foundation.postgres.launcher import prepare
from virtualclusters.foundation.postgres.locks import FileLock, exclusive, is_held
from virtualclusters.foundation.postgres.places import SYSTEM_FOLDER, Account, Place

ROOT = Path(__file__).resolve().parent.parent
PRISTINE = "pristine"
RUN_PREFIX = "vc-tests-"
MEMORY, ROOM = Path("/dev/shm"), 4 * 2**30  # noqa: S108
"""Files in memory, and the bytes that must be free there for the servers of a run."""
KEPT_CACHES = 4
UNSAFE_BUT_FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"]
PLAIN_STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@dataclass(frozen=True)
class TestServer:
    """The running throw-away server. ``clone`` gives a database of one's own, where commits are real."""

    __test__ = False
    place: Place

    def url(self, *, role: str = roles.APP, database: str = roles.DATABASE) -> str:
        return url_at(self.place.socket_folder, role=role, database=database)

    @contextmanager
    def clone(self, template: str = PRISTINE) -> Iterator[str]:
        """The name of a new database that holds what the migrations made and nothing else, or what another one holds."""
        name = f"clone_{secrets.token_hex(4)}"
        with connect(self.place) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} OWNER {roles.OWNER}")
        try:
            yield name
        finally:
            with connect(self.place) as connection:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgres_server(django_test_environment, django_db_blocker) -> Iterator[TestServer]:
    account = Place(state=ROOT, home=Path("/nonexistent")).account()
    with django_db_blocker.unblock():
        prepared = _prepared_home(account)
    with folder_of_this_run() as folder:
        place = Place(state=folder, home=folder / "pg")
        place.make(account)
        subprocess.run(["cp", "-a", prepared / "data", place.data], check=True)
        with serving(place, account):
            yield TestServer(place)


@pytest.fixture(scope="session")
def django_db_setup(postgres_server) -> None:
    """Replaces pytest-django's: the database is there already, and tests use it as ``app``."""
    use(postgres_server.url())


@pytest.fixture
def committing_database(postgres_server, django_db_setup, django_db_blocker) -> Iterator[str]:
    """A database of this test's own in which commits are real, for races and for feeds. Its name is given.

    Use it instead of ``django_db(transaction=True)``, which ends in a TRUNCATE that the ``app`` role may not do.
    Threads of the test close their own connections.
    """
    with django_db_blocker.unblock(), own_database(postgres_server) as name:
        yield name


@pytest.fixture
def empty_database(postgres_server, django_db_setup, django_db_blocker) -> Iterator[None]:
    """A database without a table, in use as the owner of the tables that are to come."""
    with django_db_blocker.unblock(), postgres_server.clone(template="template1") as name:
        with connect(postgres_server.place, database=name) as connection:
            connection.execute(roles.PRIVILEGES)
        use(postgres_server.url(role=roles.OWNER, database=name))
        try:
            yield
        finally:
            use(postgres_server.url())


@contextmanager
def own_database(server: TestServer, *, template: str = PRISTINE) -> Iterator[str]:
    """This process works on a clone of the template while the block runs; its name is given."""
    with server.clone(template) as name, working_on(server, name):
        yield name


@contextmanager
def working_on(server: TestServer, database: str) -> Iterator[None]:
    """This process works on a database while the block runs, then again on the one it worked on before."""
    before = dict(connections["default"].settings_dict)
    use(server.url(database=database))
    try:
        yield
    finally:
        connections.close_all()
        connections["default"].settings_dict.update(before)


@pytest.fixture(scope="session", autouse=True)
def plain_static_files(django_test_environment) -> Iterator[None]:
    """Pages are rendered without the built assets and made anew each time; journeys use the real settings."""
    with override_settings(STORAGES=PLAIN_STORAGES, PUBLIC_PAGE_SECONDS=0):
        yield


@contextmanager
def folder_of_this_run() -> Iterator[Path]:
    """A folder that is removed in the end, by the next run if this one is killed."""
    _sweep_abandoned_runs()
    folder = Path(tempfile.mkdtemp(prefix=RUN_PREFIX, dir=quick_folder()))
    folder.chmod(0o755)
    in_use = FileLock(folder / "in-use")
    in_use.take()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
        in_use.close()


def quick_folder() -> Path:
    """Where servers that are thrown away keep their thousands of files: in memory where there is room, else on the disk."""
    has_room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if has_room else Path(tempfile.gettempdir())


def use(url: str) -> None:
    """From now on Django works on the database of this address."""
    connections.close_all()
    entry = django_database(url)
    connections["default"].settings_dict.update(entry)


@contextmanager
def serving(place: Place, account: Account) -> Iterator[None]:
    """A server runs on the place while the block runs."""
    options = [part for setting in UNSAFE_BUT_FAST for part in ("-c", setting)]
    server = start(place, account, *options, when_parent_dies=signal.SIGQUIT)
    try:
        wait_until_ready(place, alive=lambda: server.poll() is None)
        yield
    finally:
        connections.close_all()
        server.send_signal(signal.SIGINT)
        server.wait()


def _prepared_home(account: Account) -> Path:
    """The cached folder of a server whose database is migrated, made when the migrations have changed."""
    another = account.uid != os.geteuid()
    cache = SYSTEM_FOLDER / "tests" if another else ROOT / "var" / "tests"
    prepared = cache / _content_of_migrations()
    with exclusive(cache / "making.lock"):
        if not prepared.exists():
            _forget_old(cache)
            _make_prepared(prepared, account)
    os.utime(prepared)
    return prepared


def _make_prepared(prepared: Path, account: Account) -> None:
    half = prepared.with_suffix(".half")
    shutil.rmtree(half, ignore_errors=True)
    place = Place(state=half.parent, home=half)
    for folder in (half, place.socket_folder):
        folder.mkdir(parents=True, exist_ok=True)
        account.own(folder)
    initialise(place, account, "--no-sync")
    with serving(place, account):
        prepare(place)
        _migrate(place)
        with connect(place) as connection:
            connection.execute(f"CREATE DATABASE {PRISTINE} TEMPLATE {roles.DATABASE} OWNER {roles.OWNER}")
    half.rename(prepared)


def _migrate(place: Place) -> None:
    use(url_at(place.socket_folder, role=roles.OWNER, database=roles.DATABASE))
    bring_up_to_date(verbosity=0)
    connections.close_all()


def _content_of_migrations() -> str:
    """A digest of all that decides what the migrated database looks like."""
    besides = hashlib.sha256(Path(__file__).read_bytes() + Path(roles.__file__).read_bytes()).hexdigest()
    return f"{digest_of_migrations()}{besides[:8]}"


def _forget_old(cache: Path) -> None:
    by_age = sorted((path for path in cache.iterdir() if path.is_dir()), key=lambda path: path.stat().st_mtime)
    for path in by_age[: -KEPT_CACHES or None]:
        shutil.rmtree(path)


def _sweep_abandoned_runs() -> None:
    """Remove the folders of runs that were killed, in memory and on the disk: their lock is free."""
    kept_in = {MEMORY, Path(tempfile.gettempdir())}
    for folder in (one for place in kept_in for one in place.glob(f"{RUN_PREFIX}*")):
        abandoned = time.time() - folder.stat().st_mtime > 60 and not is_held(folder / "in-use")
        if abandoned:
            shutil.rmtree(folder, ignore_errors=True)  # another run may sweep it just now
