"""The directory is narrowed by cluster: in which clusters an organisation's units are members."""

from collections import defaultdict

from virtualclusters.network.clusters.models import Cluster, ClusterMembership


def clusters_of(organisation_ids) -> dict[int, set[str]]:
    """Ids of the clusters, as texts, in which each of these organisations has a member; others are left out. One query."""
    live = ClusterMembership.objects.live().filter(unit__organisation__in=organisation_ids, unit__closed_at=None)
    found = defaultdict(set)
    for organisation, cluster in live.values_list("unit__organisation", "cluster"):
        found[organisation].add(str(cluster))
    return dict(found)


def cluster_names(language, *, at) -> dict[str, str]:
    """The names of the open clusters in a language, by id as text. One query."""
    return {str(cluster.pk): cluster.words("name", language) for cluster in Cluster.objects.open_at(at).order_by("pk")}
