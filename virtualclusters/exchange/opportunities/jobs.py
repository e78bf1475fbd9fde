"""What opportunities do by themselves."""

from django.db.models import Exists, OuterRef

from virtualclusters.capabilities.jobs.declaring import enqueue, job
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.network.clusters.belonging import concepts_of
from virtualclusters.network.clusters.models import Cluster

AT_ONCE = 500


@job(name="opportunities.gather")
def gather(*, cluster_id, after):
    """Let the opportunities that are about a new cluster's trade stand in it, so many at once. May run twice."""
    concepts = concepts_of(Cluster.objects.get(pk=cluster_id)).values("pk")
    about = OpportunityConcept.objects.filter(opportunity=OuterRef("pk"), concept__in=concepts)
    found = Opportunity.objects.filter(Exists(about), published_at__isnull=False, pk__gt=after).order_by("pk")
    ids = list(found.values_list("pk", flat=True)[:AT_ONCE])
    stands_in = Opportunity.clusters.through
    rows = [stands_in(opportunity_id=pk, cluster_id=cluster_id) for pk in ids]
    stands_in.objects.bulk_create(rows, ignore_conflicts=True)
    if len(ids) == AT_ONCE:
        enqueue(gather, cluster_id=cluster_id, after=ids[-1])


@job(name="opportunities.gather_for_new_cluster")
def gather_for_new_cluster(*, event_id, subject_id):
    """A cluster was published."""
    gather(cluster_id=subject_id, after=0)
