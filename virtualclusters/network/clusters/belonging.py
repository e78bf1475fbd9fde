"""What and who belongs to a cluster's sector, read from its concepts and all that stands below them."""

from django.db.models import Exists, OuterRef, Q

from virtualclusters.network.clusters.models import Cluster, ClusterMembership
from virtualclusters.network.organisations.models import ConceptRole, Unit, UnitConcept
from virtualclusters.network.vocabulary.models import Concept

SHOWS_THE_TRADE = (ConceptRole.MAKES, ConceptRole.CAN)
"""A unit belongs by what it makes or can do; what it only works with, holds or needs says nothing about its trade."""


def concepts_of(cluster):
    """The concepts that belong: its own, and two steps below (sector, group, concept)."""
    own = cluster.concepts.values("pk")
    return Concept.objects.filter(Q(pk__in=own) | Q(group__in=own) | Q(group__group__in=own))


def clusters_holding(concept_ids) -> list[int]:
    """Ids of the clusters, published and not closed, to which one of these concepts belongs. One query."""
    named = Concept.objects.filter(pk__in=set(concept_ids))
    wider = [named.values(step) for step in ("pk", "group", "group__group")]
    belongs = Q(concepts__in=wider[0]) | Q(concepts__in=wider[1]) | Q(concepts__in=wider[2])
    return list(Cluster.objects.published().filter(belongs).order_by("pk").values_list("pk", flat=True).distinct())


def units_belonging(cluster, *, at):
    """Shown units that make or can do something of the sector and never were in the cluster."""
    of_trade = UnitConcept.objects.filter(
        unit=OuterRef("pk"), role__in=SHOWS_THE_TRADE, concept__in=concepts_of(cluster).values("pk")
    )
    been_in = ClusterMembership.objects.filter(unit=OuterRef("pk"), cluster=cluster)
    return Unit.objects.shown(at).filter(Exists(of_trade), ~Exists(been_in))
