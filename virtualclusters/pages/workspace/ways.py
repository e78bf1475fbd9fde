"""The ways that lead on from the desk of a person."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.network.clusters.models import Cluster, ClusterMembership
from virtualclusters.ui.navigation import Link

MOST_ROOMS = 5


def rooms_of(actor, *, at) -> list[Link]:
    """The members' rooms of the clusters that a unit of hers is in. One query."""
    joined = ClusterMembership.objects.of(actor).live().values("cluster")
    clusters = Cluster.objects.open_at(at).filter(pk__in=joined).order_by("published_at")[:MOST_ROOMS]
    language = get_language()
    return [
        Link(
            _("Members' room: %(cluster)s") % {"cluster": cluster.words("name", language) or cluster.slug},
            reverse("cluster_room", args=[cluster.slug]),
        )
        for cluster in clusters
    ]


def ways_of(actor, *, at) -> list[Link]:
    """Rooms, plans, trainings and certificates, as far as they concern her."""
    return [
        *rooms_of(actor, at=at),
        Link(_("Buyers' plans"), reverse("purchase_plans")),
        Link(_("My trainings"), reverse("my_trainings")),
        Link(_("My certificates"), reverse("my_certificates")),
    ]
