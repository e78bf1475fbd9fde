"""The postings of this process: read from the node's file, put in order and explained under one lock."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from virtualclusters.capabilities.events.feeds import Position, position_now
from virtualclusters.exchange.alerts.matcher.columns import all_postings
from virtualclusters.foundation.postgres.locks import exclusive
from virtualclusters.matching.postings import Kept, Postings, Unreadable, read, write
from virtualclusters.matching.postings.files import VERSION


@dataclass
class Held:
    """Postings in memory, and how far in the events they are; ``stamp`` is that of the file they came from or went to."""

    postings: Postings
    position: Position
    built_at: float
    stamp: tuple[int, int] | None = None
    unsaved: int = 0


_lock = threading.RLock()
_held: list[Held] = []


def path() -> Path:
    """Where this node keeps its postings."""
    return Path(settings.VIRTUALCLUSTERS_STATE) / "postings" / f"v{VERSION}"


@contextmanager
def held() -> Iterator[Held | None]:
    """What this process holds, alone while the block runs; None while there is nothing yet."""
    with _lock:
        yield _held[0] if _held else None


def rebuild(*, at) -> Held:
    """Build everything from PostgreSQL and put it into the file. One process of a node does it at a time.

    What is changed meanwhile is read again from the events after the position, which is taken first.
    """
    with exclusive(path().with_suffix(".lock")):
        position = position_now()
        built = Held(all_postings(at=at), position, at.timestamp())
        save(built)
    return built


def save(held_now: Held) -> int:
    """Write what is held into the file; its size in bytes."""
    place = held_now.position
    kept = Kept(place.server, place.transaction, place.event_id, held_now.built_at)
    size = write(path(), held_now.postings, kept)
    held_now.stamp, held_now.unsaved = stamp(), 0
    return size


def load() -> None:
    """Hold what the file says, instead of what was held.

    Raises:
        Unreadable: it is missing or torn, or belongs to another database.
    """
    forget()
    found = stamp()
    postings, kept = read(path())
    here = position_now()
    if kept.server != here.server or int(kept.transaction) > int(here.transaction):
        raise Unreadable(f"{path()} was built from another database")
    position = Position(kept.server, kept.transaction, kept.event_id)
    hold(Held(postings, position, kept.built_at, found))


def hold(new: Held) -> None:
    """Answer from these postings from now on."""
    with _lock:
        _held[:] = [new]


def forget() -> None:
    """Hold nothing: PostgreSQL answers."""
    with _lock:
        _held.clear()


def stamp() -> tuple[int, int] | None:
    """What tells one file from the next; None when there is none."""
    if not path().exists():
        return None
    found = path().stat()
    return found.st_ino, found.st_mtime_ns
