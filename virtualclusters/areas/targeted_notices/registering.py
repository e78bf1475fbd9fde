"""What targeted notices add to the portal at start-up; called from ``ready()``."""

from virtualclusters.accounts import erasure, withdrawing
from virtualclusters.areas.targeted_notices import notices
from virtualclusters.areas.targeted_notices.consent import PURPOSE
from virtualclusters.areas.targeted_notices.operations.receiving import forget_owners
from virtualclusters.areas.targeted_notices.permissions import grant_all


def register_all() -> None:
    """Messages, rights, and what ends with a consent or a person."""
    notices.register_all()
    grant_all()
    withdrawing.ends(PURPOSE, forget_owners)
    erasure.register(forget_owners)
