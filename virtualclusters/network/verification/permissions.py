"""What can be done with cases. Stating one's own numbers needs OrganisationPermission.PROFILE_EDIT."""

from enum import StrEnum


class VerificationPermission(StrEnum):
    """Held by an administrator's people and, granted by the desk, by verifiers of a cluster."""

    VERIFICATION_DECIDE = "verification:decide"
