"""Background work of verification."""

from django.utils import timezone

from virtualclusters.capabilities.jobs.declaring import job
from virtualclusters.network.verification.telling import tell_owner


@job(name="verification.tell_owner")
def tell_owner_of_decision(*, case_id: int) -> None:
    """Tell the owner, once the decision can no longer be undone."""
    tell_owner(case_id=case_id, at=timezone.now())
