"""Who acts: the person, the organisation she acts for just now, and what she may do there and in her clusters."""

from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.views import redirect_to_login
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField
from django.db.models.functions import JSONObject
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property

from virtualclusters.accounts.models import Person
from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN
from virtualclusters.foundation.built_once import BuiltOnce, Given
from virtualclusters.network.clusters.models import ClusterOfficer
from virtualclusters.network.clusters.roles import cluster_permissions_of
from virtualclusters.network.organisations.models import Membership, Organisation
from virtualclusters.network.organisations.roles import permissions_of
from virtualclusters.network.second_factor import must_set_up_first

ORGANISATION_IN_SESSION = "organisation"


@dataclass(frozen=True)
class Actor:
    """Who acts. ``person`` is None for a visitor and for the portal's own clocks (then ``is_portal``).

    ``cluster_roles`` are the clusters she looks after: pairs of the cluster's id and her role there.
    """

    person: Person | None = None
    membership: Membership | None = None
    memberships: tuple[Membership, ...] = ()
    is_portal: bool = False
    cluster_roles: tuple[tuple[int, str], ...] = ()

    @property
    def person_id(self) -> int | None:
        return self.person.pk if self.person else None

    @property
    def organisation(self) -> Organisation | None:
        return self.membership.organisation if self.membership else None

    @property
    def organisation_id(self) -> int | None:
        return self.membership.organisation_id if self.membership else None

    @cached_property
    def permissions(self) -> frozenset[StrEnum]:
        """Permissions in the organisation she acts for."""
        if not self.membership:
            return frozenset()
        return permissions_of(kind=self.membership.organisation.kind, role=self.membership.role)

    @cached_property
    def permissions_by_cluster(self) -> dict[int, frozenset[StrEnum]]:
        """Permissions in each cluster she looks after, by the cluster's id."""
        held: dict[int, frozenset[StrEnum]] = {}
        for cluster, role in self.cluster_roles:
            held[cluster] = held.get(cluster, frozenset()) | cluster_permissions_of(role)
        return held

    def may(self, permission: StrEnum, *, cluster_id: int | None = None) -> bool:
        """Whether she holds a permission in her organisation, or in the named cluster."""
        return permission in self.permissions or permission in self.permissions_by_cluster.get(cluster_id, ())

    def may_somewhere(self, permission: StrEnum) -> bool:
        """Whether she holds a permission in her organisation or in any cluster."""
        return permission in self.permissions or any(
            permission in held for held in self.permissions_by_cluster.values()
        )

    def clusters_where(self, permission: StrEnum) -> list[int]:
        """Ids of the clusters in which she holds a permission."""
        return [cluster for cluster, held in self.permissions_by_cluster.items() if permission in held]

    def organisations_where(self, permission: StrEnum) -> list[int]:
        """Ids of all her organisations in which her role holds a permission."""
        return [
            membership.organisation_id
            for membership in self.memberships
            if permission in permissions_of(kind=membership.organisation.kind, role=membership.role)
        ]


VISITOR = Actor()
PORTAL = Actor(is_portal=True)


def actor_for(person: Person, *, organisation_id: int | None = None) -> Actor:
    """The actor that a person is, for the named organisation or else the one she joined first. One query, two when she is in none."""
    memberships = tuple(_MEMBERSHIPS.ask(person=person.pk))
    chosen = next(
        (m for m in memberships if m.organisation_id == organisation_id), memberships[0] if memberships else None
    )
    pairs = (
        [(one["cluster"], one["role"]) for one in memberships[0].cluster_roles]
        if memberships
        else _roles_of(person).values_list("cluster", "role")
    )
    return Actor(person=person, membership=chosen, memberships=memberships, cluster_roles=tuple(pairs))


def _roles_of(person):
    return ClusterOfficer.objects.filter(person=person, ended_at=None).order_by("pk")


def _memberships():
    person = Given("person", BigIntegerField())
    each = ArraySubquery(_roles_of(person).values(pair=JSONObject(cluster="cluster_id", role="role")))
    held = Membership.objects.filter(person=person, ended_at=None, organisation__closed_at=None)
    return held.select_related("organisation").annotate(cluster_roles=each).order_by("since", "id")


_MEMBERSHIPS = BuiltOnce(_memberships)


def actor_of(request) -> Actor:
    """The actor of a request; the organisation is the one chosen in the session."""
    if not request.user.is_authenticated:
        return VISITOR
    return actor_for(request.user, organisation_id=request.session.get(ORGANISATION_IN_SESSION))


def check_policy(request, view):
    """None when the actor may reach the view; a redirect to sign-in for a visitor, or to the second factor when it is overdue.

    Raises:
        PermissionDenied: she is signed in and may not; or the view declares no policy.
    """
    declared = getattr(view, "policy", None)
    if declared is None:
        raise PermissionDenied("This view declares no policy.")
    if PUBLIC in declared.any_of:
        return None
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    address = request.resolver_match.url_name if request.resolver_match else None
    early = declared.needs_second_factor
    if must_set_up_first(request.actor, address_name=address, without_grace=early, at=timezone.now()):
        return redirect("mfa_index")
    if SIGNED_IN in declared.any_of or any(request.actor.may_somewhere(wanted) for wanted in declared.any_of):
        return None
    raise PermissionDenied("The actor's roles do not hold what this view needs.")
