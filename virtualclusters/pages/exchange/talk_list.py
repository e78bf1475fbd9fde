"""The rows of My talks: as many queries for fifty as for one."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy

from virtualclusters.capabilities.threads.queries import unread_counts
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.pages.exchange.common import unit_in_words
from virtualclusters.ui.navigation import Tab

FILTERS = {
    "mine": gettext_lazy("Waiting for me"),
    "theirs": gettext_lazy("Waiting for them"),
    "ended": gettext_lazy("Finished"),
}


@dataclass(frozen=True)
class TalkRow:
    """One talk in the list."""

    engagement: Engagement
    kind: str
    other: str
    due_at: datetime | None
    unread: int


def tabs_of(actor, shown):
    """The three tabs with their counts, and the talks of the one shown."""
    own = actor.organisations_where(ExchangePermission.ENGAGEMENT_READ)
    visible = Engagement.objects.visible_to(actor)
    mine = visible.turn_of(own)
    sets = {
        "mine": mine.order_by("due_at", "pk"),
        "theirs": visible.live().exclude(pk__in=mine.values("pk")).order_by("-moved_at", "-pk"),
        "ended": visible.exclude(phase__in=LIVE).order_by("-ended_at", "-pk"),
    }
    tabs = [Tab(str(words), f"?show={key}", key == shown, sets[key].count()) for key, words in FILTERS.items()]
    return tabs, sets[shown]


def rows_of(engagements, *, actor):
    """The rows of a page. Two queries."""
    found = list(engagements.select_related("opportunity__unit__organisation", "lead__organisation"))
    own = set(actor.organisations_where(ExchangePermission.ENGAGEMENT_READ))
    unread = unread_counts(person=actor.person, thread_ids=[one.thread_id for one in found])
    return [_row(one, own, unread.get(one.thread_id, 0)) for one in found]


def _row(engagement, own, unread):
    publishes = engagement.opportunity.unit.organisation_id in own
    other = engagement.lead if publishes else engagement.opportunity.unit
    return TalkRow(
        engagement=engagement,
        kind=str(kind_of(engagement.opportunity.kind).words),
        other=unit_in_words(other),
        due_at=engagement.due_at,
        unread=unread,
    )
