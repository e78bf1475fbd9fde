"""How a reader stands to a cluster: a stranger, one who may join, a member, one who looks after it."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.network.clusters.models import ClusterMembership
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.organisations.roles import OrganisationPermission


@dataclass(frozen=True)
class Standing:
    """``unit`` is the reader's unit in the cluster; ``could_join`` one of hers that is not in it yet."""

    signed_in: bool = False
    unit: Unit | None = None
    could_join: Unit | None = None
    oversees: bool = False

    @property
    def may_enter(self) -> bool:
        """Whether the members' room is open to her."""
        return self.unit is not None or self.oversees


def standing_of(cluster, actor) -> Standing:
    """One query for who acts for an organisation, none for others."""
    if actor.person is None:
        return Standing()
    inside = Exists(ClusterMembership.objects.live().filter(cluster=cluster, unit=OuterRef("pk")))
    units = Unit.objects.working().filter(organisation=actor.organisation_id).annotate(inside=inside)
    own = list(units.select_related("organisation").order_by("pk")) if actor.organisation_id else []
    may_join = actor.may(OrganisationPermission.PROFILE_EDIT)
    return Standing(
        signed_in=True,
        unit=next((unit for unit in own if unit.inside), None),
        could_join=next((unit for unit in own if not unit.inside), None) if may_join else None,
        oversees=actor.may(ExchangePermission.ENGAGEMENT_OVERSEE, cluster_id=cluster.pk),
    )
