"""What waits for a verifier, and what she did last."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min

from virtualclusters.network.verification.models import Case, Decision
from virtualclusters.network.verification.telling import UNDO_FOR


@dataclass(frozen=True)
class Waiting:
    """How many cases wait for her, and when the oldest of them was opened."""

    count: int
    oldest: datetime | None


def waiting_for(*, actor) -> Waiting:
    """The cases she may decide and that can be looked at, those put aside and those in other hands included."""
    return Waiting(**Case.objects.decidable_by(actor).ready().aggregate(count=Count("pk"), oldest=Min("opened_at")))


def last_act(*, actor, at) -> Decision | None:
    """Her last act, while it can still be undone."""
    recent = Decision.objects.filter(by=actor.person_id, at__gte=at - UNDO_FOR, at__lte=at)
    last = recent.select_related("case__organisation").order_by("-id").first()
    if last is None or last.verdict == Decision.Verdict.UNDONE or last.case.owner_told_at:
        return None
    return last
