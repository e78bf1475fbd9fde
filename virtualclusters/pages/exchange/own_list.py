"""Rows of My opportunities and of the answers to one."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy

from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.words import end_in_words
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.pages.exchange.common import unit_in_words
from virtualclusters.ui.navigation import Tab

FILTERS = {
    "drafts": gettext_lazy("Drafts"),
    "open": gettext_lazy("Open"),
    "closed": gettext_lazy("Closed"),
}
MOST_ANSWERS = 100
_LIVE = Q(engagements__phase__in=LIVE)


@dataclass(frozen=True)
class OwnRow:
    """One of the reader's own opportunities: how many answered, how many of them wait in the queue, how many wait for the reader."""

    opportunity: Opportunity
    kind: str
    answers: int
    waiting: int
    my_turn: int


@dataclass(frozen=True)
class AnswerRow:
    """One answer. ``place`` is its number in order of arrival among the heard, or its place in the queue."""

    engagement: Engagement
    who: str
    place: int | None
    queued: bool
    my_turn: bool
    ended_because: str


def tabs_of(actor, shown, *, drafts, at):
    """The three tabs with their counts, and the opportunities of the one shown."""
    own = Opportunity.objects.filter(
        unit__organisation__in=actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)
    )
    still_open = own.open_at(at)
    closed = own.filter(published_at__isnull=False).exclude(pk__in=still_open.values("pk"))
    sets = {"drafts": own.none(), "open": still_open, "closed": closed}
    counts = {"drafts": drafts, "open": still_open.count(), "closed": closed.count()}
    tabs = [Tab(str(words), f"?show={key}", key == shown, counts[key]) for key, words in FILTERS.items()]
    return tabs, sets[shown].order_by("-published_at", "-pk")


def rows_of(opportunities):
    """The rows of a page. One query."""
    counted = opportunities.annotate(
        answers=Count("engagements", filter=_LIVE),
        waiting=Count("engagements", filter=_LIVE & Q(engagements__waiting_since__isnull=False)),
        my_turn=Count("engagements", filter=_LIVE & Q(engagements__turn="publisher")),
    )
    return [OwnRow(one, str(kind_of(one.kind).words), one.answers, one.waiting, one.my_turn) for one in counted]


def answers_to(opportunity):
    """The answers: live ones heard first, then the queue in its order, then the ended ones. One query."""
    found = opportunity.engagements.select_related("lead__organisation").order_by("opened_at", "pk")[:MOST_ANSWERS]
    rows = list(found)
    heard = [one for one in rows if one.phase in LIVE and one.waiting_since is None]
    queue = [one for one in rows if one.waiting_since is not None]
    queue.sort(key=lambda one: (one.waiting_since, one.pk))
    ended = [one for one in rows if one.phase not in LIVE]
    numbered = [*enumerate(heard, 1), *enumerate(queue, 1), *((None, one) for one in ended)]
    return [_answer(one, place, opportunity) for place, one in numbered]


def _answer(engagement, place, opportunity):
    engagement.opportunity = opportunity
    return AnswerRow(
        engagement=engagement,
        who=unit_in_words(engagement.lead),
        place=place,
        queued=engagement.waiting_since is not None,
        my_turn=engagement.turn == "publisher",
        ended_because=end_in_words(engagement),
    )
