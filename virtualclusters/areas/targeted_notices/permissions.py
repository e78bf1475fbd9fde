"""Who writes to a group of units, gives the second yes, and says whether one is wanted."""

from enum import StrEnum

from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.organisations.roles import DECIDERS, grant

OFFICES = frozenset(
    {
        OrganisationKind.GOVERNMENT_BODY,
        OrganisationKind.PUBLIC_UNDERTAKING,
        OrganisationKind.NGO,
        OrganisationKind.ADMINISTRATOR,
    }
)


class NoticePermission(StrEnum):
    """The sender's side of a notice."""

    NOTICE_WRITE = "notice:write"
    NOTICE_APPROVE = "notice:approve"
    NOTICE_OFFICE_SET = "notice_office:set"


def grant_all() -> None:
    """Called from ``ready()``."""
    grant(NoticePermission.NOTICE_WRITE, roles=[*DECIDERS, Role.OFFICER], kinds=OFFICES)
    grant(NoticePermission.NOTICE_APPROVE, roles=[*DECIDERS, Role.OFFICER], kinds=OFFICES)
    grant(NoticePermission.NOTICE_OFFICE_SET, roles=DECIDERS, kinds=OFFICES)
