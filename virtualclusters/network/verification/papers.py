"""Opening the paper of a case. Who opened it is written down."""

from django.db import transaction

from virtualclusters.capabilities.events.recording import record
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.verification.models import Case


@transaction.atomic
def paper_of(*, case_id, actor, at):
    """The file that proves the number of a case.

    Raises:
        NotFound: it is no case she may decide, or it has no paper that passed its check.
    """
    case = Case.objects.decidable_by(actor).select_related("identifier__evidence").one(case_id)
    if case.identifier is None or case.identifier.evidence is None:
        raise NotFound
    record("paper.opened", actor=actor, at=at, subject="case", subject_id=case.pk)
    return case.identifier.evidence
