"""What a process keeps for long is put out of the garbage collector's sight, between two requests.

A web process holds a few hundred thousand small objects (names, relations, rarities). Each full collection walks all of them while
somebody waits for a page: 120 to 190 ms, measured (docs/decisions/what-lasts-is-not-collected.md).
"""

import gc

_waiting = False


def begin() -> None:
    """A process begins: what it lays out from now on lasts, so nothing is collected until `begun`."""
    gc.disable()


def begun() -> None:
    """All is laid out. It is put out of sight, with what little rubbish beginning left, and collecting begins."""
    gc.freeze()
    gc.enable()


def lasts() -> None:
    """Say that this process has just laid something out that it keeps for long."""
    global _waiting  # noqa: PLW0603 - one collector a process
    _waiting = True


def settle(**_signal: object) -> None:
    """Collect once and put all that is left out of sight; nothing when nothing lasting came since. To be called between requests."""
    global _waiting  # noqa: PLW0603
    if _waiting:
        _waiting = False
        gc.collect()
        gc.freeze()
