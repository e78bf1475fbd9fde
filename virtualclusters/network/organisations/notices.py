"""Messages about organisations, as they read by SMS, in lists and by e-mail."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Tag, Urgency, Variable, register

OWNER_ASKED, MEMBER_ASKED, PROFILE_ENDS = (
    "organisation.owner_asked",
    "organisation.member_asked",
    "organisation.profile_ends",
)

TEMPLATES = (
    MessageTemplate(
        key=OWNER_ASKED,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "{helper} registered {firm} on Virtual Clusters for you. Nothing shows until you say yes: {link} Stop: {stop}",
            "hi": "{helper} ने आपके लिए {firm} को Virtual Clusters पर दर्ज किया। आपकी हाँ के बिना कुछ नहीं दिखेगा: {link} बंद करें: {stop}",
        },
        line=_("{helper} registered {firm} for you. Say yes or no."),
        body=_("Nothing of it shows to others until you say yes."),
        variables=(
            Variable("helper", Tag.ALPHANUMERIC, max_length=30),
            Variable("firm", Tag.ALPHANUMERIC, max_length=30),
        ),
        invites=True,
    ),
    MessageTemplate(
        key=MEMBER_ASKED,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "{firm} asks you to join it on Virtual Clusters. Say yes or no: {link} Stop: {stop}",
            "hi": "{firm} आपको Virtual Clusters पर अपने साथ जोड़ना चाहता है। हाँ या ना कहें: {link} बंद करें: {stop}",
        },
        line=_("{firm} asks you to join it. Say yes or no."),
        variables=(Variable("firm", Tag.ALPHANUMERIC, max_length=30),),
        invites=True,
    ),
    MessageTemplate(
        key=PROFILE_ENDS,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "The profile of {firm} ends in {days} days and will then not show. Still true? {link} Stop: {stop}",
            "hi": "{firm} की जानकारी {days} दिन में बंद होगी और फिर नहीं दिखेगी। क्या अब भी सही है? {link} बंद करें: {stop}",
        },
        line=_("The profile of {firm} ends in {days} days. Say whether it is still true."),
        variables=(Variable("firm", Tag.ALPHANUMERIC, max_length=30), Variable("days", Tag.NUMERIC, max_length=3)),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
