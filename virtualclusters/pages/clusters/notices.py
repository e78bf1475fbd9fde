"""What a facilitator lets the portal write to members: registered texts only."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency, Variable, register
from virtualclusters.network.clusters.notices import cluster_variable

SILENT, NEED_WAITS, NOBODY_ANSWERED, STUCK = (
    "cluster.silent",
    "cluster.need",
    "cluster.nobody_answered",
    "cluster.stuck",
)

TEMPLATES = (
    MessageTemplate(
        key=SILENT,
        category=Category.CLUSTER,
        urgency=Urgency.DIGEST,
        sms={},
        line=_("You were not here for a while. See what is new in {cluster}."),
        body=_("Do you need help? Tell us what is in your way."),
        variables=(cluster_variable(),),
    ),
    MessageTemplate(
        key=NEED_WAITS,
        category=Category.CLUSTER,
        urgency=Urgency.DIGEST,
        sms={},
        line=_("You told us in {cluster} what you need, and nobody has answered yet. See who can help."),
        body=_("We have filled in what you can ask. One tap sends it."),
        variables=(cluster_variable(),),
    ),
    MessageTemplate(
        key=NOBODY_ANSWERED,
        category=Category.CLUSTER,
        urgency=Urgency.DIGEST,
        sms={},
        line=_("Nobody has answered “{title}” yet. Invite units that fit, or ask for less."),
        body=_("Its page shows which units fit, and why."),
        variables=(Variable("title", max_length=60),),
    ),
    MessageTemplate(
        key=STUCK,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "It is your turn in {title} on Virtual Clusters. Answer or step back: {link} Stop: {stop}",
            "hi": "Virtual Clusters पर {title} में आपकी बारी है। जवाब दें या पीछे हटें: {link} बंद करें: {stop}",
        },
        line=_("It is your turn in “{title}”. Answer, or step back."),
        variables=(Variable("title"),),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
