"""Who reads the figures and writes the review log, and who answers what was written about her institution."""

from enum import StrEnum

from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.organisations.roles import DECIDERS, grant

HELPING_KINDS = frozenset(
    {
        OrganisationKind.ACADEMIC_INSTITUTION,
        OrganisationKind.EXPERT_PRACTICE,
        OrganisationKind.VOLUNTEER_EXECUTIVE,
        OrganisationKind.NGO,
    }
)
"""Colleges and advisers: those whose help to units is reviewed."""


class ReviewPermission(StrEnum):
    """The administrator's side of a review, and the institution's."""

    REVIEW_WRITE = "review:write"
    REVIEW_ANSWER = "review:answer"


def grant_all() -> None:
    """Called from ``ready()``."""
    grant(ReviewPermission.REVIEW_WRITE, roles=[*DECIDERS, Role.OFFICER], kinds=[OrganisationKind.ADMINISTRATOR])
    grant(ReviewPermission.REVIEW_ANSWER, roles=[*DECIDERS, Role.COORDINATOR], kinds=HELPING_KINDS)
