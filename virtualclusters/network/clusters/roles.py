"""Which cluster roles hold a permission; each package that guards something says so at start-up."""

from collections.abc import Iterable
from enum import StrEnum

_grants: dict[str, set[StrEnum]] = {}


def grant_in_cluster(permission: StrEnum, *, roles: Iterable[str]) -> None:
    """Say that these cluster roles hold a permission in their cluster; called from ``ready()``."""
    for role in roles:
        _grants.setdefault(str(role), set()).add(permission)


def cluster_permissions_of(role: str) -> frozenset[StrEnum]:
    """All permissions a cluster role holds in its cluster."""
    return frozenset(_grants.get(str(role), ()))
