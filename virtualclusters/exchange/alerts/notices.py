"""Messages of finding: what fits a unit, what somebody suggests to it, and what is new in a kept search.

They wait for the digest, unless she asked to hear of a search at once.
"""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency, Variable, register

FITS, SUGGESTED = "finding.fits", "finding.suggested"
SAVED_SEARCH, SAVED_SEARCH_NOW = "finding.saved_search", "finding.saved_search_now"

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
        key=SUGGESTED,
        category=Category.MATCH,
        urgency=Urgency.DIGEST,
        sms={},
        line=_("Somebody who looks after your cluster suggests this to you: {title}. {words}"),
        variables=(Variable("title", max_length=300), Variable("words", max_length=200)),
    ),
    MessageTemplate(
        key=SAVED_SEARCH,
        category=Category.MATCH,
        urgency=Urgency.DIGEST,
        sms={},
        line=_("New in your search “{words}”: {first}"),
        variables=(Variable("words", max_length=200), Variable("first", max_length=300)),
    ),
    MessageTemplate(
        key=SAVED_SEARCH_NOW,
        category=Category.ASKED,
        urgency=Urgency.INSTANT,
        sms={
            "en": "New in your search {words}: {first}. See: {link} Stop: {stop}",
            "hi": "आपकी खोज {words} में नया: {first}। देखें: {link} बंद करें: {stop}",
        },
        line=_("New in your search “{words}”: {first}"),
        body=_("You asked to hear of this search as soon as something new is there."),
        variables=(Variable("words"), Variable("first")),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
