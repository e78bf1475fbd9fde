"""Who is asked for a figure, a confirmation, a last word: once each, with a link."""

from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import people_of
from virtualclusters.exchange.engagements.telling import OTHER
from virtualclusters.exchange.kinds.paths import ANSWERER, PUBLISHER
from virtualclusters.exchange.outcomes import notices


def tell_asked(*, engagement_id, moment, sides, at):
    """Tell the sides that are asked for figures at a moment."""
    for side in sorted(sides):
        _notify(engagement_id, side, notices.FIGURE_ASKED, about=f"/talks/{engagement_id}/", occasion=moment, at=at)


def tell_to_confirm(*, event_id, at):
    """Tell the other side that a figure was said."""
    event = Event.objects.get(pk=event_id)
    side = OTHER.get(event.dimensions.get("side", ""))
    if side is not None:
        about = f"/talks/{event.subject_id}/"
        _notify(event.subject_id, side, notices.TO_CONFIRM, about=about, occasion=str(event_id), at=at)


def tell_last_word(*, engagement_id, at):
    """Ask both sides for their last word when agreed work has ended."""
    engagement = Engagement.objects.get(pk=engagement_id)
    if engagement.ended_at is None or engagement.agreed_at is None:
        return
    for side in (PUBLISHER, ANSWERER):
        about = f"/talks/{engagement_id}/last-word/"
        _notify(engagement_id, side, notices.WORD_ASKED, about=about, occasion="end", at=at)


def _notify(engagement_id, side, key, *, about, occasion, at):
    rows = Engagement.objects.select_related("opportunity__unit__organisation", "lead__organisation")
    engagement = rows.get(pk=engagement_id)
    other = engagement.lead if side == PUBLISHER else engagement.opportunity.unit
    notify(
        people_ids=people_of(engagement, side=side),
        key=key,
        variables={"firm": other.organisation.name, "title": engagement.opportunity.title},
        at=at,
        about=about,
        dedupe_key=f"{key}:{engagement_id}:{side}:{occasion}",
    )
