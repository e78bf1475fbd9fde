"""What clusters do by themselves: bring in units of their trade. Each may run twice."""

from django.utils import timezone

from virtualclusters.capabilities.jobs.declaring import enqueue, job
from virtualclusters.network.clusters.belonging import units_belonging
from virtualclusters.network.clusters.joining import bring_in
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.organisations.models import Unit

AT_ONCE = 200


@job(name="clusters.gather")
def gather(*, cluster_id, after):
    """After a cluster was published: its trade's units join or are asked, so many at once."""
    now = timezone.now()
    cluster = Cluster.objects.get(pk=cluster_id)
    belonging = units_belonging(cluster, at=now).filter(pk__gt=after).order_by("pk")
    ids = list(belonging.values_list("pk", flat=True)[:AT_ONCE])
    bring_in(ids, at=now)
    if len(ids) == AT_ONCE:
        enqueue(gather, cluster_id=cluster_id, after=ids[-1])


@job(name="clusters.bring_in_units")
def bring_in_units(*, event_id, subject_id):
    """An organisation registered or was claimed: look where its units belong."""
    units = Unit.objects.filter(organisation=subject_id)
    bring_in(list(units.values_list("pk", flat=True)), at=timezone.now())


@job(name="clusters.bring_in_unit")
def bring_in_unit(*, event_id, subject_id):
    """A unit opened or says anew what it does: look where it belongs."""
    bring_in([subject_id], at=timezone.now())
