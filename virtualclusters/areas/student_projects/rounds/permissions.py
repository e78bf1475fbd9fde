"""Who may run an allocation round."""

from enum import StrEnum

from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.organisations.roles import DECIDERS, grant


class RoundPermission(StrEnum):
    """Opening, rehearsing and applying a round; one that teams of all colleges may enter."""

    ROUND_RUN = "allocation_round:run"
    ROUND_RUN_FOR_ALL = "allocation_round:run_for_all"


def grant_all() -> None:
    """Colleges run rounds of their own, the administrator those for many colleges; called from ``ready()``."""
    kinds = [OrganisationKind.ACADEMIC_INSTITUTION, OrganisationKind.ADMINISTRATOR]
    roles = [*DECIDERS, Role.OFFICER, Role.COORDINATOR]
    grant(RoundPermission.ROUND_RUN, roles=roles, kinds=kinds)
    grant(RoundPermission.ROUND_RUN_FOR_ALL, roles=roles, kinds=[OrganisationKind.ADMINISTRATOR])
