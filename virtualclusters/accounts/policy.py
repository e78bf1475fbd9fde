"""What a view needs is declared here and checked above, where the Actor is known (architecture §3).

The decorator only marks the view. A view without a mark fails the build, and is refused when it is reached all the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Access(StrEnum):
    """Policies that need no permission of an organisation."""

    PUBLIC = "access:public"
    SIGNED_IN = "access:signed_in"


PUBLIC, SIGNED_IN = Access.PUBLIC, Access.SIGNED_IN


@dataclass(frozen=True)
class Policy:
    """What a view needs: one of the permissions; ``cluster`` says that they may be held in any one cluster."""

    any_of: frozenset[StrEnum]
    needs_second_factor: bool = False


def policy(*any_of: StrEnum, needs_second_factor: bool = False) -> Callable:
    """Mark a view with the permissions of which its actor must hold at least one."""
    if not any_of:
        raise ValueError("A policy names what it needs; a public view says PUBLIC.")

    def mark(view):
        view.policy = Policy(frozenset(any_of), needs_second_factor)
        return view

    return mark
