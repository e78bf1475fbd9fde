"""Which database a command works on, and the two ways to reach it: as the portal and as the owner of the tables."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from virtualclusters.foundation.postgres import Server, connection_url, running

LONG_WORK = "-c statement_timeout=60s -c lock_timeout=10s"


class NotPossible(Exception):
    """A command cannot be done; the message tells the operator why and what to do."""


def state_folder() -> Path:
    """The folder of everything the portal keeps: VIRTUALCLUSTERS_STATE, else ``var`` in the checkout."""
    return Path(os.environ.get("VIRTUALCLUSTERS_STATE") or Path(__file__).resolve().parents[2] / "var").resolve()


def is_embedded() -> bool:
    return not os.environ.get("DATABASE_URL")


@contextmanager
def available() -> Iterator[Server | None]:
    """The embedded server, running while the block runs; None when DATABASE_URL points to another one."""
    if not is_embedded():
        yield None
        return
    with running(state_folder()) as server:
        yield server


def owner_url() -> str:
    """The address for migrations.

    Raises:
        NotPossible: another server is in use and its owner's address is not given.
    """
    if is_embedded():
        return connection_url(state_folder(), role="owner")
    if given := os.environ.get("DATABASE_OWNER_URL"):
        return given
    raise NotPossible("DATABASE_URL is set: set DATABASE_OWNER_URL too, the address of the role that owns the tables.")


def allow_long_work(environment: dict[str, str]) -> dict[str, str]:
    """The environment for a process that serves no page: its statements may take a minute instead of five seconds."""
    given = environment.get("PGOPTIONS", "")
    return {**environment, "PGOPTIONS": f"{given} {LONG_WORK}".strip()}
