"""What those who follow a scheme are told: it says something else now. New schemes are told by finding."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency, Variable, register

CHANGED = "schemes.changed"

TEMPLATES = (
    MessageTemplate(
        key=CHANGED,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "The scheme {title} has new rules. See what changed: {link} Stop: {stop}",
            "hi": "योजना {title} के नियम बदल गए हैं। देखें क्या बदला: {link} बंद करें: {stop}",
        },
        line=_("The scheme “{title}” has new rules."),
        body=_("You follow this scheme. Read what changed before you send your papers."),
        variables=(Variable("title"),),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
