"""Three true numbers for the front page, and where the members are; counted at most every five minutes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.core.cache import cache
from django.db.models import Count

from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Unit

KEPT_FOR = timedelta(minutes=5)


@dataclass(frozen=True)
class Figures:
    """Members by state, opportunities open now, agreements of the last 30 days."""

    members_by_state: Mapping[str, int]
    open_opportunities: int
    agreed: int

    @property
    def members(self) -> int:
        return sum(self.members_by_state.values())

    @property
    def shown(self) -> bool:
        """Whether there is anything to tell; a zero is not shown."""
        return bool(self.members or self.open_opportunities or self.agreed)


def count_figures(at) -> Figures:
    """Count now."""
    members = Unit.objects.filter(
        closed_at=None, expires_at__gt=at, organisation__claimed_at__lte=at, organisation__closed_at=None
    )
    return Figures(
        members_by_state=dict(members.order_by().values_list("state").annotate(Count("pk"))),
        open_opportunities=Opportunity.objects.open_at(at).count(),
        agreed=Engagement.objects.filter(agreed_at__gt=at - timedelta(days=30)).count(),
    )


def figures(at) -> Figures:
    """The figures, at most five minutes old."""
    return cache.get_or_set("home:figures", lambda: count_figures(at), KEPT_FOR.total_seconds())
