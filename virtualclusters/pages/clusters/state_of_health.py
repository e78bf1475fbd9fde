"""How a cluster is doing, as of now: who is silent, what waits, what got stuck. Never a thread, a contact or a closing word."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce, TruncWeek

from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.exchange.kinds.paths import LIVE, Phase
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.time import IST
from virtualclusters.network.clusters.models import ClusterMembership
from virtualclusters.network.verification.models import Case
from virtualclusters.pages.clusters.figures import open_opportunities

SILENT_AFTER = timedelta(days=60)
UNANSWERED_AFTER = timedelta(days=7)
STUCK_AFTER = timedelta(days=14)
LATELY = timedelta(days=30)
WEEKS = 8


def silent_members(cluster, *, at):
    """Members whose people neither looked in nor moved anything for 60 days, the longest silent first."""
    since = at - SILENT_AFTER
    moved = Engagement.objects.filter(lead=OuterRef("unit"), moved_at__gt=since)
    published = cluster.opportunities.filter(unit=OuterRef("unit"), created_at__gt=since)
    found = ClusterMembership.objects.shown(at).filter(cluster=cluster)
    found = found.annotate(seen=Coalesce(F("last_seen_at"), F("joined_at"))).filter(seen__lte=since)
    return found.filter(~Exists(moved), ~Exists(published)).select_related("unit__organisation").order_by("seen", "pk")


def unmet_needs(cluster, *, at):
    """What members say they need, older than a week, not met, and for which nothing is asked of anybody; the oldest first.

    What was published and taken back is not asked any more.
    """
    inside = ClusterMembership.objects.live().filter(cluster=cluster, unit=OuterRef("unit"))
    published = Opportunity.objects.filter(need=OuterRef("pk")).exclude(end_reason=Opportunity.EndReason.WITHDRAWN)
    asked = Engagement.objects.filter(need=OuterRef("pk")).exclude(phase=Phase.WITHDRAWN)
    waiting = Need.objects.filter(Exists(inside), met_at=None, stated_at__lte=at - UNANSWERED_AFTER)
    needs = waiting.filter(~Exists(published), ~Exists(asked))
    return needs.select_related("unit__organisation").order_by("stated_at", "pk")


def unanswered(cluster, *, at):
    """What somebody asks for, open for a week or longer, and nobody answered; the oldest first.

    Notices that are answered elsewhere are left out.
    """
    answered = Engagement.objects.filter(opportunity=OuterRef("pk"))
    asking = [kind.slug for kind in kinds() if kind.wants == "asks" and kind.path.opens_contact]
    waiting = open_opportunities(cluster, at=at, kinds=asking).filter(
        kind__in=asking, published_at__lte=at - UNANSWERED_AFTER
    )
    return waiting.filter(~Exists(answered)).select_related("unit__organisation").order_by("published_at", "pk")


def overseen(cluster, actor):
    """The cluster's engagements as a facilitator sees them: kind, phase, turn, age, names."""
    inside = cluster.opportunities.through.objects.filter(cluster=cluster, opportunity=OuterRef("opportunity"))
    return Engagement.objects.filter(Exists(inside)).overseen_by(actor)


def stuck(cluster, actor, *, at):
    """Live ones whose turn is overdue or has not moved for 14 days, the oldest first."""
    still = Q(due_at__lte=at) | Q(moved_at__lte=at - STUCK_AFTER) | Q(agreed_at__lte=at - LATELY, phase=Phase.AGREED)
    return overseen(cluster, actor).filter(still, phase__in=LIVE).exclude(turn="").order_by("moved_at", "id")


def lapsed(cluster, actor, *, at):
    """Those that ended in silence within 30 days, the latest first."""
    ended = overseen(cluster, actor).filter(phase=Phase.LAPSED, ended_at__gt=at - LATELY)
    return ended.order_by("-ended_at", "id")


@dataclass(frozen=True)
class Trends:
    """Counts of each of the last eight weeks, the oldest first."""

    joined: list[int]
    agreed: list[int]


def trends(cluster, *, at) -> Trends:
    """New members and agreements by week. Two queries."""
    members = ClusterMembership.objects.filter(cluster=cluster)
    engagements = Engagement.objects.filter(opportunity__clusters=cluster)
    return Trends(joined=_by_week(members, "joined_at", at), agreed=_by_week(engagements, "agreed_at", at))


def cases_waiting(cluster) -> int:
    """Verification cases of members that nobody has decided."""
    inside = ClusterMembership.objects.live().filter(cluster=cluster, unit__organisation=OuterRef("organisation"))
    return Case.objects.filter(Exists(inside), state__in=Case.WAITING).count()


def _by_week(rows, moment, at):
    first = _monday(at) - timedelta(weeks=WEEKS - 1)
    dated = rows.filter(**{f"{moment}__gte": first, f"{moment}__lte": at}).order_by()
    weeks = dated.annotate(week=TruncWeek(moment, tzinfo=IST)).values_list("week").annotate(count=Count("pk"))
    counts = {week.astimezone(IST).date(): count for week, count in weeks}
    return [counts.get((first + timedelta(weeks=n)).date(), 0) for n in range(WEEKS)]


def _monday(at):
    local = at.astimezone(IST).replace(hour=0, minute=0, second=0, microsecond=0)
    return local - timedelta(days=local.weekday())
