"""Messages about clusters, read in lists and digests; none is urgent enough for an SMS of its own."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency, Variable, register
from virtualclusters.network.clusters.models import Cluster

JOINED, ASKED = "cluster.joined", "cluster.asked"


def name_of(slug):
    """The name of a cluster in the language that is active."""
    cluster = Cluster.objects.filter(slug=slug).first()
    return cluster.words("name", get_language()) if cluster else slug


def cluster_variable():
    """The gap that a cluster's slug fills, read as its name."""
    return Variable("cluster", shown=name_of)


TEMPLATES = (
    MessageTemplate(
        key=JOINED,
        category=Category.CLUSTER,
        urgency=Urgency.DIGEST,
        sms={},
        line=_("Your unit is now in the cluster {cluster}. See what is new there."),
        body=_("You agreed that others may write to you, and what you make belongs there. You can leave in one tap."),
        variables=(cluster_variable(),),
    ),
    MessageTemplate(
        key=ASKED,
        category=Category.CLUSTER,
        urgency=Urgency.DIGEST,
        sms={},
        line=_("What you make belongs to the cluster {cluster}. Join it if you like."),
        variables=(cluster_variable(),),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
