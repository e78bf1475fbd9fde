"""``virtualclusters run``: everything a newcomer needs, in one terminal."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable

from virtualclusters.config import database
from virtualclusters.config.supervisor import Child, Supervisor
from virtualclusters.foundation.postgres import Server
from virtualclusters.foundation.postgres.locks import exclusive

WEB_WORKERS = 2
DEFAULT_PORT = 8000


def run() -> int:
    """The database, the migrations, the data, then web, worker and indexer until it is told to stop.

    Raises:
        NotPossible: the port is taken or no number; a step of the preparation failed.
    """
    port = free_port()
    with database.available() as server:
        people = _prepare()
        free_port()  # granian shares a port without a word: whoever took it while we prepared would get half the visitors
        children, later = [web(port)], [_background("worker"), _background("indexer")]
        Supervisor(children, meanwhile=_each_look(server, port, _greet_and_start(people, port, children, later))).run()
    return 0


def serve() -> int:
    """The web server alone, kept running."""
    port = free_port()
    with database.available() as server:
        Supervisor([web(port)], meanwhile=_keep(server)).run()
    return 0


def web(port: int) -> Child:
    """granian: two processes, one blocking thread each; a worker that is killed is started again."""
    workers = os.environ.get("WEB_WORKERS", str(WEB_WORKERS))
    shape = ["--interface", "wsgi", "--workers", workers, "--blocking-threads", "1", "--respawn-failed-workers"]
    address = ["--host", _host(), "--port", str(port), "--no-ws", "--log-level", "warning"]
    command = [sys.executable, "-m", "granian", *shape, *address, "virtualclusters.config.wsgi:application"]
    return Child("web", command, dict(os.environ))


def free_port() -> int:
    """The port from PORT, 8000 if none is given, when nobody listens there.

    Raises:
        NotPossible: it is not a port, or taken.
    """
    given = os.environ.get("PORT") or str(DEFAULT_PORT)
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise database.NotPossible(f"PORT is {given!r}: give a number from 1 to 65535, for example PORT=8001.")
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((_host(), int(given)))
        except OSError as problem:
            raise database.NotPossible(
                f"Port {given} cannot be used ({problem.strerror}). "
                f"Choose another, for example: PORT={int(given) + 1} make run"
            ) from problem
    return int(given)


def _prepare() -> str:
    """Bring tables, assets and data up to date, one launcher at a time. Returns the table of sample people."""
    with exclusive(database.state_folder() / "locks" / "preparing"):
        done = subprocess.run(_own("prepare"), stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise database.NotPossible(
            f"Tables and data could not be made ready; what was said stands above.\n{done.stdout}"
        )
    return done.stdout


def _background(name: str) -> Child:
    return Child(name, _own(name), database.allow_long_work(dict(os.environ)))


def _own(name: str) -> list[str]:
    return [sys.executable, "-m", "virtualclusters.config.cli", name]


def _host() -> str:
    return os.environ.get("HOST_TO_LISTEN_ON") or "127.0.0.1"


def _each_look(server: Server | None, port: int, when_it_answers: Callable[[], None]) -> Callable[[], None]:
    """What the supervisor does besides: keep the database's keeper, and one thing once the pages answer."""
    answered = False
    keep = _keep(server)

    def look() -> None:
        nonlocal answered
        keep()
        if not answered and _answers(port):
            answered = True
            when_it_answers()

    return look


def _greet_and_start(people: str, port: int, children: list[Child], later: list[Child]) -> Callable[[], None]:
    """Say where the pages are, then start what works behind them: two cores make one page ready sooner than four programs."""

    def greet() -> None:
        sys.stdout.write(f"\nVirtual Clusters runs at http://localhost:{port}\n\n{people}\nStop it with Ctrl-C.\n")
        sys.stdout.flush()
        children.extend(later)

    return greet


def _keep(server: Server | None) -> Callable[[], None]:
    def keep() -> None:
        if server and not server.is_kept():
            server.ensure()

    return keep


def _answers(port: int) -> bool:
    with socket.socket() as trial:
        trial.settimeout(0.5)
        return trial.connect_ex((_host(), port)) == 0
