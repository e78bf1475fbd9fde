"""A baseline is asked at agreement, the rest when the work ends and after 3 and 12 months."""

from django.utils import timezone

from virtualclusters.capabilities.jobs.declaring import enqueue, job
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.exchange.outcomes.operations import FOLLOW_UPS, ask


@job(name="outcomes.ask_when_due")
def ask_when_due(*, event_id, subject_id):
    """Ask what the engagement's phase calls for: the baseline when agreed, the end and the follow-ups when finished."""
    engagement = Engagement.objects.get(pk=subject_id)
    if engagement.agreed_at is None:
        return
    ask(engagement_id=subject_id, moment=Measure.Moment.BASELINE, at=timezone.now())
    if engagement.phase == Phase.CLOSED and engagement.ended_at is not None:
        ask(engagement_id=subject_id, moment=Measure.Moment.END, at=timezone.now())
        for moment, after in FOLLOW_UPS.items():
            enqueue(ask_follow_up, at=engagement.ended_at + after, engagement_id=subject_id, moment=moment.value)


@job(name="outcomes.ask_follow_up")
def ask_follow_up(*, engagement_id, moment):
    """Ask for the figures of a follow-up."""
    ask(engagement_id=engagement_id, moment=moment, at=timezone.now())
