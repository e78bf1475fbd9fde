"""One PostgreSQL data folder: made, started, waited for."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

from virtualclusters.foundation.postgres.binaries import programs_for
from virtualclusters.foundation.postgres.places import Account, Place
from virtualclusters.foundation.processes import follow_parent

SUPERUSER = "postgres"
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
    "random_page_cost": "1.1",
}


class CannotStart(Exception):
    """The embedded server cannot run; the message says why and what can be done."""


def initialise(place: Place, account: Account, *extra: str) -> None:
    """Make the data folder once: checksums, and sorting that never depends on the machine's own locales.

    Raises:
        CannotStart: the folder was made by another major version of PostgreSQL.
    """
    programs = programs_for(account)
    if place.data.exists():
        _check_version(place, programs)
        return
    half = place.home / "data.new"
    shutil.rmtree(half, ignore_errors=True)
    locale = ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"]
    access = ["--auth-local=trust", "--auth-host=reject", f"--username={SUPERUSER}"]
    settings = [f"--set={name}={value}" for name, value in SETTINGS.items()]
    _run([programs / "initdb", "-D", half, "--data-checksums", *locale, *access, *settings, *extra], account)
    half.rename(place.data)


def start(
    place: Place, account: Account, *options: str, when_parent_dies: int = signal.SIGINT
) -> subprocess.Popen[bytes]:
    """Start the server as a child of this process. It stops (fast shutdown) when this process dies, also by SIGKILL."""
    buffers = os.environ.get("VIRTUALCLUSTERS_SHARED_BUFFERS", "128MB")
    command: list[str | Path] = [programs_for(account) / "postgres", "-D", place.data, "-k", place.socket_folder]
    with place.log.open("ab") as log:
        return subprocess.Popen(
            [*command, "-c", f"shared_buffers={buffers}", *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env=_environment(),
            start_new_session=True,
            preexec_fn=follow_parent(when_parent_dies),  # noqa: PLW1509
            **account.process_options,
        )


def is_ready(place: Place) -> bool:
    """Whether the server answers; False while it starts or recovers."""
    try:
        with connect(place):
            return True
    except psycopg.OperationalError:
        return False


def wait_until_ready(
    place: Place, *, alive: Callable[[], bool], ready: Callable[[Place], bool] = is_ready, every: float = 0.05
) -> None:
    """Wait, as long as the server lives, until it answers. Recovery after a crash may take minutes.

    Raises:
        CannotStart: ``alive`` said no; the end of the server's log is in the message.
    """
    while not ready(place):
        if not alive():
            raise CannotStart(f"PostgreSQL did not start. The end of {place.log}:\n{last_lines(place.log)}")
        time.sleep(every)


def connect(place: Place, *, database: str = "postgres", user: str = SUPERUSER) -> psycopg.Connection:
    """A connection over the private socket, in autocommit."""
    folder = str(place.socket_folder)
    return psycopg.connect(host=folder, dbname=database, user=user, autocommit=True, connect_timeout=5)


def last_lines(path: Path, count: int = 15) -> str:
    return "\n".join(path.read_text(errors="replace").splitlines()[-count:]) if path.exists() else ""


def _check_version(place: Place, programs: Path) -> None:
    made_by = (place.data / "PG_VERSION").read_text().strip()
    printed = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True)
    ours = printed.stdout.split()[-1].split(".")[0]
    if made_by != ours:
        raise CannotStart(
            f"{place.data} was made by PostgreSQL {made_by}; this is {ours}. "
            "Dump it with the old version and load it into this one."
        )


def _run(command: list[str | Path], account: Account) -> None:
    done = subprocess.run(
        command, cwd="/", env=_environment(), capture_output=True, text=True, check=False, **account.process_options
    )
    if done.returncode:
        raise CannotStart(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "HOME": "/"}
