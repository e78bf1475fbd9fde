"""Whose turn it is within a phase, where a kind's own work passes it from side to side."""

from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import LIVE


def hand_over(engagement, *, turn, due_at):
    """Give the turn in a locked, live engagement to a side until a moment, and return it; the phase stays.

    When the moment comes the clock takes the step that the path has for the phase, as after any other turn.

    Raises:
        ValueError: it has ended: nobody's turn comes any more.
    """
    if engagement.phase not in LIVE:
        raise ValueError(f"engagement {engagement.pk} has ended")
    engagement.turn, engagement.due_at = turn, due_at
    Engagement.objects.filter(pk=engagement.pk).update(turn=turn, due_at=due_at)
    return engagement
