"""Messages of finding: what fits a unit, and what is new in a kept search. Both wait for the digest."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency, Variable, register

FITS, SAVED_SEARCH = "finding.fits", "finding.saved_search"

TEMPLATES = (
    MessageTemplate(
        key=FITS,
        category=Category.MATCH,
        urgency=Urgency.DIGEST,
        sms={},
        line=_("This may fit you: {title}, {publisher}"),
        variables=(Variable("title", max_length=300), Variable("publisher", max_length=200)),
    ),
    MessageTemplate(
        key=SAVED_SEARCH,
        category=Category.MATCH,
        urgency=Urgency.DIGEST,
        sms={},
        line=_("New in your search “{words}”: {first}"),
        variables=(Variable("words", max_length=200), Variable("first", max_length=300)),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
