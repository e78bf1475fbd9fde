"""What the queue shows: one call, everything a verifier needs for a case."""

from dataclasses import dataclass

from virtualclusters.network.verification.dossiers import Dossier, dossiers_of
from virtualclusters.network.verification.models import CannedReason, Decision
from virtualclusters.network.verification.operations.queue import next_case
from virtualclusters.network.verification.waiting import Waiting, last_act, waiting_for


@dataclass(frozen=True)
class QueuePage:
    """The case in her hands (None when nothing waits), the canned reasons, what waits, and her last act if it can be undone."""

    dossier: Dossier | None
    reasons: list[CannedReason]
    waiting: Waiting
    last: Decision | None


def queue_page(*, actor, at) -> QueuePage:
    """Give her a case and gather what she needs to decide it."""
    case = next_case(actor=actor, at=at)
    return QueuePage(
        dossier=dossiers_of([case])[0] if case else None,
        reasons=list(CannedReason.objects.all()) if case else [],
        waiting=waiting_for(actor=actor),
        last=last_act(actor=actor, at=at),
    )
