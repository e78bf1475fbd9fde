"""Milestones: steps within a phase that a kind adds."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.exchange.engagements.models import Engagement, Milestone
from virtualclusters.exchange.engagements.operations.advance import record_of
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.foundation.errors import NotFound, Refused


@transaction.atomic
def reach(*, engagement_id, code, actor, at):
    """Note that a milestone is reached; a second click changes nothing.

    Raises:
        NotFound: the actor may not see it, or the kind has no such milestone.
        Refused: the engagement has ended.
    """
    engagement = Engagement.objects.for_change(actor).select_related("opportunity", "lead").one(engagement_id)
    if code not in kind_of(engagement.opportunity.kind).milestones:
        raise NotFound
    if engagement.phase not in LIVE:
        raise Refused("ended", _("This has ended: nothing more can be noted here."))
    milestone, _new = Milestone.objects.get_or_create(engagement=engagement, code=code)
    if milestone.done_at is None:
        milestone.done_at = at
        milestone.save(update_fields=["done_at"])
        record_of("engagement.milestone", engagement, actor=actor, at=at)
    return milestone
