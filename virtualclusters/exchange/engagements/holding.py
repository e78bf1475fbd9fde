"""What an engagement holds of its opportunity: one of the answers heard at once, and its places."""

from virtualclusters.exchange.engagements.models import Engagement, OpenedBy
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.scarce import give_back_answer, give_back_places


def awaits_yes(engagement: Engagement) -> bool:
    """Whether it is an invitation that the invited has not taken up: she has agreed to nothing yet."""
    return engagement.phase == Phase.ASKED and engagement.turn == OpenedBy.ANSWERER


def give_back(engagement: Engagement, *, waited: bool) -> None:
    """Return what an engagement held when it fell out.

    Who waited in the queue held nothing. Who was invited came beside the answers that are heard at once: the publisher asked for her.
    """
    if waited:
        return
    if engagement.opened_by == OpenedBy.ANSWERER:
        give_back_answer(engagement.opportunity_id)
    if engagement.agreed_at is not None:
        give_back_places(engagement.opportunity_id, engagement.places)
        let_go(engagement)


def let_go(engagement: Engagement) -> None:
    """Return what the kind itself held since agreement: also when the work is finished, which returns no place."""
    if gives_back := kind_of(engagement.opportunity.kind).gives_back:
        gives_back(engagement)
