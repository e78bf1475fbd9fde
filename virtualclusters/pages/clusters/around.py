"""What stands around the feed and moves slowly: counts, and new members of the reader's trade; counted at most every five minutes."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.cache import cache
from django.utils.translation import get_language

from virtualclusters.network.clusters.models import ClusterMembership
from virtualclusters.pages.clusters.feed import Item, agreed_lately, newcomers_for

KEPT_FOR = timedelta(minutes=5)


@dataclass(frozen=True)
class Around:
    """How many members, how many agreements in 30 days without names, and new members that concern the reader's unit."""

    members: int
    agreed: int
    newcomers: list[Item]


def around_of(cluster, unit, *, at) -> Around:
    """At most five minutes old. One query when it was counted before."""
    key = f"cluster:{cluster.pk}:{unit.pk if unit else 0}:{get_language()}"
    return cache.get_or_set(key, lambda: count_around(cluster, unit, at=at), KEPT_FOR.total_seconds())


def count_around(cluster, unit, *, at) -> Around:
    """Count now."""
    return Around(
        members=ClusterMembership.objects.shown(at).filter(cluster=cluster).count(),
        agreed=agreed_lately(cluster, at=at),
        newcomers=newcomers_for(cluster, unit, at=at) if unit else [],
    )
