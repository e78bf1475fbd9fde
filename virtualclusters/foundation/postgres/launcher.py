"""Starts the embedded server of a state folder, or joins the one that already runs there."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from virtualclusters.foundation.postgres import keeper, roles
from virtualclusters.foundation.postgres.addresses import url_at
from virtualclusters.foundation.postgres.clusters import connect, initialise, is_ready, wait_until_ready
from virtualclusters.foundation.postgres.locks import FileLock, exclusive, is_held
from virtualclusters.foundation.postgres.places import Place

SOURCE = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Server:
    """A running embedded server. It runs as long as any process is inside ``running`` for its state folder."""

    place: Place

    def url(self, role: str) -> str:
        """The address for one of the roles owner, app, reader."""
        return url_at(self.place.socket_folder, role=role, database=roles.DATABASE)

    def is_kept(self) -> bool:
        """Whether its keeper, which starts it again when it dies, is alive."""
        return is_held(keeper.keeping_lock(self.place))

    def ensure(self) -> None:
        """Start the keeper again if it was killed, and wait until the server answers."""
        with exclusive(keeper.launching_lock(self.place)):
            _start(self.place)


@contextmanager
def running(state_folder: Path) -> Iterator[Server]:
    """Use the embedded server of a state folder, started if need be, until the block ends.

    Any number of processes may do so at once: they share one server, which stops when the last of them has ended.

    Raises:
        CannotStart: initdb or the server refused; the message says why.
        PermissionError: a folder it needs belongs to another account.
    """
    place = Place.of(state_folder)
    using = FileLock(keeper.using_lock(place))
    try:
        with exclusive(keeper.launching_lock(place)):
            using.take(shared=True)
            _start(place)
        yield Server(place)
    finally:
        using.close()


def prepare(place: Place) -> None:
    """Make the three roles, the database and its privileges; all of it may already be there."""
    with connect(place) as connection:
        connection.execute(roles.ROLES)
        if not connection.execute("SELECT FROM pg_database WHERE datname = %s", [roles.DATABASE]).rowcount:
            connection.execute(roles.create_database())
    with connect(place, database=roles.DATABASE) as connection:
        connection.execute(roles.PRIVILEGES)


def _start(place: Place) -> None:
    """Called by one process at a time, the holder of the launching lock."""
    if _joined_keeper(place):
        return
    account = place.account()
    place.make(account)
    initialise(place, account)
    process = _start_keeper(place)
    wait_until_ready(place, ready=_keeper_answers, alive=lambda: process.poll() is None)
    prepare(place)


def _joined_keeper(place: Place) -> bool:
    """Wait for the server of a keeper that lives; False when there is none, or when it was about to end."""
    is_kept = partial(is_held, keeper.keeping_lock(place))
    wait_until_ready(place, ready=lambda place: not is_kept() or _keeper_answers(place), alive=lambda: True)
    return is_kept()


def _keeper_answers(place: Place) -> bool:
    """Whether the server that answers is the keeper's, not one that a killed keeper left and that is stopping."""
    kept, running_now = keeper.keeping_lock(place).read_text(), place.data / "postmaster.pid"
    return bool(kept) and running_now.exists() and running_now.read_text().startswith(f"{kept}\n") and is_ready(place)


def _start_keeper(place: Place) -> subprocess.Popen[bytes]:
    keeper.keeping_lock(place).write_text("")
    with (place.state / "locks" / "keeper.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-c", f"from {keeper.__name__} import main; main()", str(place.state)],
            cwd=SOURCE,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
