"""Which roles of which kinds of organisation hold a permission. Each package that guards something says so at start-up."""

from collections.abc import Iterable
from enum import StrEnum

from virtualclusters.network.organisations.models import OrganisationKind, Role

_grants: dict[tuple[str, str], set[StrEnum]] = {}


class OrganisationPermission(StrEnum):
    """What can be done with an organisation's own rows."""

    PROFILE_EDIT = "profile:edit"
    MEMBERS_EDIT = "members:edit"
    CHECK_IN_GIVE = "check_in:give"
    UNIT_REGISTER_FOR_OWNER = "unit:register_for_owner"
    WALLET_KEEP = "wallet:keep"


KEEPS_PAPERS = frozenset({OrganisationKind.ENTERPRISE, OrganisationKind.NGO, OrganisationKind.INDUSTRY_ASSOCIATION})
"""Kinds of organisation that ask others for loans and schemes, and so have papers to show."""
EVERY_KIND, EVERY_ROLE = frozenset(OrganisationKind.values), frozenset(Role.values)
DECIDERS = frozenset({Role.OWNER, Role.MANAGER})
HELPERS = frozenset(
    {
        OrganisationKind.ACADEMIC_INSTITUTION,
        OrganisationKind.NGO,
        OrganisationKind.INDUSTRY_ASSOCIATION,
        OrganisationKind.GOVERNMENT_BODY,
        OrganisationKind.VOLUNTEER_EXECUTIVE,
        OrganisationKind.ADMINISTRATOR,
    }
)


def grant(permission: StrEnum, *, roles: Iterable[str] = EVERY_ROLE, kinds: Iterable[str] = EVERY_KIND) -> None:
    """Say that these roles of these kinds of organisation hold a permission; called from ``ready()``."""
    for kind in kinds:
        for role in roles:
            _grants.setdefault((str(kind), str(role)), set()).add(permission)


def permissions_of(*, kind: str, role: str) -> frozenset[StrEnum]:
    """All permissions a role holds in a kind of organisation."""
    return frozenset(_grants.get((str(kind), str(role)), ()))


def roles_holding(permission: StrEnum) -> frozenset[tuple[str, str]]:
    """The (kind, role) pairs that hold a permission."""
    return frozenset(pair for pair, held in _grants.items() if permission in held)


def grant_own() -> None:
    """The permissions on an organisation's own rows; called from ``ready()``."""
    grant(OrganisationPermission.PROFILE_EDIT, roles=[*DECIDERS, Role.OFFICER, Role.COORDINATOR])
    grant(OrganisationPermission.MEMBERS_EDIT, roles=DECIDERS)
    grant(OrganisationPermission.CHECK_IN_GIVE, roles=DECIDERS)
    grant(OrganisationPermission.UNIT_REGISTER_FOR_OWNER, roles=[*DECIDERS, Role.COORDINATOR], kinds=HELPERS)
    grant(OrganisationPermission.WALLET_KEEP, roles=DECIDERS, kinds=KEEPS_PAPERS)
