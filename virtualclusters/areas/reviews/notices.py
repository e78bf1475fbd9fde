"""The message that a review was written about one's institution."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency, register

WRITTEN = "reviews.written"


def register_all() -> None:
    """Let it be sent; called from ``ready()``."""
    register(
        MessageTemplate(
            key=WRITTEN,
            category=Category.DECISION,
            urgency=Urgency.DIGEST,
            sms={},
            line=_("The administrator wrote a review of your institution's help."),
            body=_("Read what was seen and decided. You can answer it once."),
            variables=(),
        )
    )
