"""Locks between processes. The system drops them when their holder ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class FileLock:
    """An advisory lock on a file. It belongs to the open file, so it is not passed on to programs we start."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def take(self, *, shared: bool = False) -> None:
        """Wait for the lock."""
        fcntl.flock(self.descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)

    def try_take(self) -> bool:
        """Take the lock alone if nobody holds it; say whether that went."""
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(self) -> None:
        fcntl.flock(self.descriptor, fcntl.LOCK_UN)

    def close(self) -> None:
        os.close(self.descriptor)


@contextmanager
def exclusive(path: Path) -> Iterator[FileLock]:
    """Hold the lock of a file alone, waiting for whoever holds it now."""
    lock = FileLock(path)
    try:
        lock.take()
        yield lock
    finally:
        lock.close()


def is_held(path: Path) -> bool:
    """Whether any process holds the lock of a file."""
    lock = FileLock(path)
    try:
        return not lock.try_take()
    finally:
        lock.close()
