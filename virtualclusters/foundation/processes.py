"""Processes that do not outlive their parent, however it dies."""

import ctypes
import sys
from collections.abc import Callable

PARENT_DEATH_SIGNAL = 1


def follow_parent(signal_number: int) -> Callable[[], object] | None:
    """What a child does before it becomes another program: ask Linux for a signal at its parent's death.

    For ``preexec_fn`` of ``subprocess``, from a process without threads. None where there is no such thing.
    """
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return lambda: library.prctl(PARENT_DEATH_SIGNAL, signal_number)


def stop_with_parent(signal_number: int) -> None:
    """Ask for a signal to this process itself when its parent dies."""
    if ask := follow_parent(signal_number):
        ask()
