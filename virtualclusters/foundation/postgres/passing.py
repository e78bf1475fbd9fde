"""A state folder for as long as something takes, for measurements, pictures and drawings of the structure."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from virtualclusters.foundation.postgres.places import Place

PATIENCE = 60
"""Seconds for which the end of a server is waited for. Who stopped it may be ahead of it."""


@contextmanager
def passing_state(prefix: str = "vc-") -> Iterator[Path]:
    """A new state folder that is gone afterwards, with the database's own files, which stand elsewhere when root runs it."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        forget(Place.of(folder))
        shutil.rmtree(folder)


def forget(place: Place) -> None:
    """Remove what a server has written, once it has ended.

    Raises:
        TimeoutError: it still runs after a minute, so its files stay.
    """
    until = time.monotonic() + PATIENCE
    while (place.data / "postmaster.pid").exists():
        if time.monotonic() > until:
            raise TimeoutError(f"The server in {place.home} still runs. Its files stay there.")
        time.sleep(0.2)
    if place.home.exists():
        shutil.rmtree(place.home)
