"""A baseline is asked at agreement, the rest when the work ends and after 3 and 12 months."""

from django.utils import timezone

from virtualclusters.capabilities.jobs.declaring import enqueue, job
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.exchange.outcomes.operations import FOLLOW_UPS, ask
from virtualclusters.exchange.outcomes.telling import tell_asked, tell_last_word, tell_to_confirm


@job(name="outcomes.ask_when_due")
def ask_when_due(*, event_id, subject_id):
    """Ask what the engagement's phase calls for: the baseline when agreed, the end and the follow-ups when finished."""
    engagement = Engagement.objects.get(pk=subject_id)
    if engagement.agreed_at is None:
        return
    _ask(subject_id, Measure.Moment.BASELINE)
    if engagement.phase == Phase.CLOSED and engagement.ended_at is not None:
        _ask(subject_id, Measure.Moment.END)
        for moment, after in FOLLOW_UPS.items():
            enqueue(ask_follow_up, at=engagement.ended_at + after, engagement_id=subject_id, moment=moment.value)


@job(name="outcomes.ask_follow_up")
def ask_follow_up(*, engagement_id, moment):
    """Ask for the figures of a follow-up."""
    _ask(engagement_id, moment)


@job(name="outcomes.tell_to_confirm")
def tell_of_figure(*, event_id):
    """Ask the other side whether a figure is right."""
    tell_to_confirm(event_id=event_id, at=timezone.now())


@job(name="outcomes.ask_last_word")
def ask_last_word(*, event_id, subject_id):
    """Ask both sides for their last word when agreed work has ended."""
    tell_last_word(engagement_id=subject_id, at=timezone.now())


def _ask(engagement_id, moment):
    waiting = ask(engagement_id=engagement_id, moment=moment, at=timezone.now())
    sides = set(waiting.values_list("said_by__side", flat=True))
    tell_asked(engagement_id=engagement_id, moment=str(moment), sides=sides, at=timezone.now())
