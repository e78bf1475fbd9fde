"""Whose role needs a second factor (conventions, "second factor"), as pure functions."""

from datetime import datetime
from enum import StrEnum

from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.organisations.roles import HELPERS

KINDS = frozenset(
    {
        OrganisationKind.ADMINISTRATOR,
        OrganisationKind.FINANCIAL_INSTITUTION,
        OrganisationKind.GOVERNMENT_BODY,
        OrganisationKind.PUBLIC_UNDERTAKING,
        OrganisationKind.ACADEMIC_INSTITUTION,
    }
)
"""Everybody in these: administrators, banks, government, public undertakings, college staff."""


class SecondFactor(StrEnum):
    """How a person stands."""

    NOT_NEEDED = "not_needed"
    DONE = "done"
    IN_GRACE = "in_grace"
    OVERDUE = "overdue"


def role_needs_second_factor(*, kind: str, role: str) -> bool:
    """Whether a role in a kind of organisation needs one; also coordinators who register others, wherever they are."""
    return kind in KINDS or (kind in HELPERS and role == Role.COORDINATOR)


def second_factor_of(*, needed: bool, has_one: bool, due_at: datetime | None, at: datetime) -> SecondFactor:
    """How somebody stands at a moment. ``due_at`` is None while her grace was not begun, which counts as its first day."""
    if has_one:
        return SecondFactor.DONE
    if not needed:
        return SecondFactor.NOT_NEEDED
    return SecondFactor.OVERDUE if due_at and due_at <= at else SecondFactor.IN_GRACE
