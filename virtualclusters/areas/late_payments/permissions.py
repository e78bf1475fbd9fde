"""Who keeps late payments, and who keeps the table of bank rates."""

from enum import StrEnum

from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.organisations.roles import DECIDERS, grant


class LatePaymentPermission(StrEnum):
    """An enterprise's own late payments, and the administrator's table of bank rates."""

    LATE_PAYMENT_KEEP = "late_payment:keep"
    BANK_RATE_KEEP = "bank_rate:keep"


def grant_all() -> None:
    """Owners and managers keep their own; the administrator's people keep the table. Called from ``ready()``."""
    grant(LatePaymentPermission.LATE_PAYMENT_KEEP, roles=DECIDERS, kinds=[OrganisationKind.ENTERPRISE])
    grant(LatePaymentPermission.BANK_RATE_KEEP, roles=[*DECIDERS, Role.OFFICER], kinds=[OrganisationKind.ADMINISTRATOR])
