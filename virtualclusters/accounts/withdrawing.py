"""Who must end something when a consent is taken back. Rings above register what they do, by purpose."""

from collections.abc import Callable

_enders: dict[str, list[Callable]] = {}


def ends(purpose: str, ender: Callable) -> None:
    """Have ``ender(person=…, at=…)`` called when a person takes this consent back; called from ``ready()``.

    It runs inside the withdrawing transaction: if it raises, nothing is withdrawn.
    """
    held = _enders.setdefault(str(purpose), [])
    if ender not in held:
        held.append(ender)


def enders_of(purpose: str) -> tuple[Callable, ...]:
    """Everything that ends with a purpose, in order."""
    return tuple(_enders.get(str(purpose), ()))
