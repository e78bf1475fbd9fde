"""How a unit comes into a cluster, by its own hand or because its trade belongs there."""

from django.db import IntegrityError, transaction

from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.network.clusters.belonging import SHOWS_THE_TRADE, clusters_holding
from virtualclusters.network.clusters.models import Cluster, ClusterMembership
from virtualclusters.network.clusters.notices import ASKED, JOINED
from virtualclusters.network.organisations.models import Membership, Role, Unit, UnitConcept

SPEAK_FOR_IT = (Role.OWNER, Role.MANAGER)


def put_in(cluster, unit, *, actor, at):
    """The unit's live membership; made, with its event, when there was none."""
    try:
        with transaction.atomic():
            membership = ClusterMembership.objects.create(cluster=cluster, unit=unit, joined_at=at)
    except IntegrityError:
        return ClusterMembership.objects.live().get(cluster=cluster, unit=unit)
    record(
        "cluster.joined", actor=actor, at=at, subject="unit", subject_id=unit.pk, cluster=cluster.pk, state=unit.state
    )
    return membership


def bring_in(unit_ids, *, at):
    """Look whether units belong to clusters in which they never were: who agreed to be approached joins, the others are asked.

    Safe to repeat. Units that do not show are left alone, for their owners have not said yes.
    """
    units = Unit.objects.shown(at).filter(pk__in=unit_ids).order_by("pk")
    for unit in units:
        for cluster in _new_to(unit):
            _bring_in(unit, cluster, at)


@transaction.atomic
def _bring_in(unit, cluster, at):
    if unit.may_be_approached:
        put_in(cluster, unit, actor=None, at=at)
    tell(unit, cluster, key=JOINED if unit.may_be_approached else ASKED, at=at)


def tell(unit, cluster, *, key, at):
    """Tell those who speak for the unit, once a cluster and message."""
    speaking = Membership.objects.live().filter(organisation=unit.organisation_id, role__in=SPEAK_FOR_IT)
    notify(
        people_ids=list(speaking.values_list("person", flat=True)),
        key=key,
        variables={"cluster": cluster.slug},
        at=at,
        about=f"/clusters/{cluster.slug}/",
        dedupe_key=f"{key}:{cluster.pk}",
    )


def _new_to(unit):
    made = UnitConcept.objects.filter(unit=unit, role__in=SHOWS_THE_TRADE).values_list("concept", flat=True)
    belongs = clusters_holding(made)
    been_in = ClusterMembership.objects.filter(unit=unit, cluster__in=belongs).values("cluster")
    return Cluster.objects.filter(pk__in=belongs).exclude(pk__in=been_in)
