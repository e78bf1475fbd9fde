"""The one function that assigns a phase."""

from datetime import timedelta

from django.utils.translation import gettext as _

from virtualclusters.capabilities.events.recording import record
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import LIVE, Phase
from virtualclusters.foundation.errors import Refused


def advance(engagement, verb, *, side, actor, at, reason=""):
    """Move an engagement one step along its kind's path, record it, save it and return it.

    The caller has locked the row and taken what is scarce.

    Args:
        side: who takes the step, a ``Side``.
        reason: a code of the kind's decline reasons or of the exchange's own; only where the step needs one.

    Raises:
        Refused: the path has no such step now (somebody else was quicker, or the page was old); a guard objects; the reason is missing.
    """
    kind = kind_of(engagement.opportunity.kind)
    step = kind.path.find(Phase(engagement.phase), verb, side)
    if step is None:
        raise Refused("moved_on", _("This has moved on since you opened the page."), _("Look at where it stands now."))
    if step.needs_reason and not reason:
        raise Refused("reason_missing", _("Say why."), _("Choose one of the reasons."))
    for guard in kind.guards:
        if objection := guard(engagement, verb, at):
            raise objection
    set_phase(engagement, step, at=at, reason=reason)
    engagement.save()
    record_of(f"engagement.{verb}", engagement, actor=actor, at=at, side=side)
    return engagement


def set_phase(engagement, step, *, at, reason=""):
    """Assign phase, turn, clock and marks as a step says."""
    engagement.phase = step.after
    engagement.turn = step.turn
    engagement.due_at = at + timedelta(days=step.days) if step.days else None
    engagement.moved_at = at
    engagement.waiting_since = at if step.verb == "queue" else None
    if step.after == Phase.AGREED and engagement.agreed_at is None:
        engagement.agreed_at = at
        engagement.parties.filter(agreed_at=None, left_at=None).update(agreed_at=at)
    if step.after not in LIVE:
        engagement.ended_at, engagement.end_reason = at, reason or step.verb


def record_of(code, engagement, *, actor, at, side=""):
    """Record an event of an engagement with the dimensions that figures need; ``side`` is who took the step."""
    return record(
        code,
        actor=actor,
        at=at,
        subject="engagement",
        subject_id=engagement.pk,
        kind=engagement.opportunity.kind,
        state=engagement.lead.state,
        phase=str(engagement.phase),
        side=str(side),
    )
