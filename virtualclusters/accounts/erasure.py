"""Who else must forget a person. Rings above register what they do; the order is that of registration."""

from collections.abc import Callable

_erasers: list[Callable] = []


def register(eraser: Callable) -> Callable:
    """Have ``eraser(person=…, at=…)`` called when a person is erased, while her phone and e-mail are still known.

    It runs inside the erasing transaction: if it raises, nothing is erased.
    """
    if eraser not in _erasers:
        _erasers.append(eraser)
    return eraser


def all_erasers() -> tuple[Callable, ...]:
    """Every registered eraser, in order."""
    return tuple(_erasers)
