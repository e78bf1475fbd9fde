"""What stands on the desk: each package adds its own entry in ``ready()``, and a person sees those she may use."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.functional import Promise


@dataclass(frozen=True)
class Figure:
    """A number of things waiting, with a sentence about them (the age of the oldest, for example)."""

    count: int
    note: str = ""


@dataclass(frozen=True)
class DeskEntry:
    """A piece of work at the desk.

    Args:
        url_name: of its first page, which asks for the same permission.
        label: its name, lazily translated.
        about: one sentence about what is done there, lazily translated.
        permission: who does not hold it, in her organisation or a cluster, does not see the entry.
        figure: says how much waits, for the actor and the moment; None when nothing is counted.
        position: entries stand in this order.
    """

    url_name: str
    label: str | Promise
    about: str | Promise
    permission: StrEnum
    figure: Callable[..., Figure] | None = None
    position: int = 50


_entries: dict[str, DeskEntry] = {}


def add_desk_entry(entry: DeskEntry) -> None:
    """Put an entry on the desk; the one added last under a page's name stands."""
    _entries[entry.url_name] = entry


def desk_entries(actor) -> list[DeskEntry]:
    """The entries the actor may use, in their order."""
    return sorted(
        (entry for entry in _entries.values() if actor.may_somewhere(entry.permission)),
        key=lambda entry: (entry.position, entry.url_name),
    )


def figure_of(entry: DeskEntry, *, actor, at: datetime) -> Figure | None:
    """How much waits behind an entry, or None when it counts nothing."""
    return entry.figure(actor=actor, at=at) if entry.figure else None
