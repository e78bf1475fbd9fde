"""The sample cluster: opened from its template, with the sample firms as members and people who look after it."""

from functools import partial

from virtualclusters.config.samples.making import actor_of, once, organisation_of, unit_of
from virtualclusters.config.samples.tables import after, before, table
from virtualclusters.network.clusters import operations
from virtualclusters.network.clusters.models import Cluster, ClusterMembership, ClusterRole
from virtualclusters.network.clusters.templates import templates
from virtualclusters.network.organisations.models import Role

SLUG = TEMPLATE = "food-processing"
OPENED_DAYS_AGO = 290
OFFICERS = {ClusterRole.FACILITATOR: Role.STAFF, ClusterRole.VERIFIER: Role.OFFICER}
"""Which of the institute's people looks after what."""


def load_cluster(now):
    """Open the cluster, let every sample firm join on the day it registered, and name its officers."""
    once("cluster", partial(_open, now), now=now)
    for row in table("enterprises"):
        once(f"in-cluster:{row['key']}", partial(_join, row, now), now=now)


def _open(now):
    at, administrator = after(now, -OPENED_DAYS_AGO), actor_of("institute")
    cluster = operations.open_cluster(template=templates()[TEMPLATE], slug=SLUG, actor=administrator, at=at)
    operations.publish_cluster(cluster_id=cluster.pk, actor=administrator, at=at)
    for role, held in OFFICERS.items():
        person = organisation_of("institute").memberships.get(role=held, ended_at=None).person
        operations.appoint(cluster_id=cluster.pk, person=person, role=role, actor=administrator, at=now)


def _join(row, now):
    cluster = Cluster.objects.get(slug=SLUG)
    membership = operations.join(
        cluster_id=cluster.pk, unit_id=unit_of(row["key"]).pk, actor=actor_of(row["key"]), at=before(now, row)
    )
    looked_in = after(now, -(row["phone"] * 7 % 75))
    ClusterMembership.objects.filter(pk=membership.pk).update(last_seen_at=max(looked_in, before(now, row)))
