"""Who may run an allocation round."""

from enum import StrEnum

from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.organisations.roles import DECIDERS, grant


class RoundPermission(StrEnum):
    """Opening, rehearsing and applying a round."""

    ROUND_RUN = "allocation_round:run"


def grant_all() -> None:
    """Colleges run rounds of their own, the administrator those for many colleges; called from ``ready()``."""
    kinds = [OrganisationKind.ACADEMIC_INSTITUTION, OrganisationKind.ADMINISTRATOR]
    grant(RoundPermission.ROUND_RUN, roles=[*DECIDERS, Role.OFFICER, Role.COORDINATOR], kinds=kinds)
