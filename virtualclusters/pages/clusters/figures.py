"""What is counted of a cluster: who is in it, from where, what they make. As of now, never estimated."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.cache import cache
from django.db.models import Count, F, Subquery, Value
from django.db.models.functions import Coalesce

from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.clusters.models import Cluster, ClusterMembership
from virtualclusters.network.organisations.models import ConceptRole, UnitConcept
from virtualclusters.network.vocabulary.queries import names_of

TOP_GROUPS = 8
LATELY = timedelta(days=30)
KEPT_FOR = timedelta(minutes=5)
FEWEST_FOR_SHARES = 20
"""With fewer members the page speaks of each by number and draws no comparison."""


@dataclass(frozen=True)
class Figures:
    """Members by two-letter state, what they make as (group's name, units) the most frequent first, and two counts."""

    members_by_state: dict[str, int]
    makes: list[tuple[str, int]]
    open_count: int
    agreed_lately: int

    @property
    def members(self) -> int:
        return sum(self.members_by_state.values())

    @property
    def is_small(self) -> bool:
        return self.members < FEWEST_FOR_SHARES


def recent_figures(cluster, *, language, at) -> Figures:
    """As ``figures_of`` with a language, at most five minutes old. One query when they were counted before."""
    key = f"cluster:{cluster.pk}:figures:{language}"
    return cache.get_or_set(key, lambda: figures_of(cluster, at=at, language=language), KEPT_FOR.total_seconds())


def figures_of(cluster, *, at, language=None) -> Figures:
    """Counted now. Two queries; two more with a language, to say what members make."""
    members = ClusterMembership.objects.shown(at).filter(cluster=cluster)
    by_state = members.order_by().values_list("unit__state").annotate(count=Count("pk"))
    agreed = Engagement.objects.filter(opportunity__clusters=cluster, agreed_at__gt=at - LATELY)
    counts = Cluster.objects.filter(pk=cluster.pk).annotate(
        open=_count(open_opportunities(cluster, at=at)), agreed=_count(agreed)
    )
    open_count, agreed_lately = counts.values_list("open", "agreed").get()
    return Figures(
        members_by_state=dict(by_state),
        makes=_makes(members, language) if language else [],
        open_count=open_count,
        agreed_lately=agreed_lately,
    )


def _count(rows):
    """How many rows, as a column of another query."""
    return Coalesce(Subquery(rows.order_by().values(one=Value(1)).annotate(count=Count("pk")).values("count")), 0)


def open_opportunities(cluster, *, at, kinds=()):
    """What may be answered now and shows in the cluster."""
    found = Opportunity.objects.open_at(at).filter(clusters=cluster)
    wanted = [kind for kind in cluster.shown_kinds if not kinds or kind in kinds] or list(kinds)
    return found.filter(kind__in=wanted) if wanted else found


def _makes(members, language):
    rows = UnitConcept.objects.filter(unit__in=members.values("unit"), role=ConceptRole.MAKES)
    by_group = rows.annotate(trade=Coalesce(F("concept__group"), F("concept"))).order_by().values_list("trade")
    counted = by_group.annotate(units=Count("unit", distinct=True)).order_by("-units", "trade")[:TOP_GROUPS]
    counts = dict(counted)
    names = names_of(counts, language)
    return [(names[trade], units) for trade, units in counts.items() if trade in names]
