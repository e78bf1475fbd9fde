"""Messages about papers, as they read by SMS, in lists and by e-mail."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Tag, Urgency, Variable, register
from virtualclusters.capabilities.wallet.kinds import PaperKind

PAPER_EXPIRES, HELP_ASKED, HELP_AGREED = "wallet.paper_expires", "wallet.help_asked", "wallet.help_agreed"


def shown_kind(code) -> str:
    """What a paper is, in the language in use."""
    return str(PaperKind(code).label)


TEMPLATES = (
    MessageTemplate(
        key=PAPER_EXPIRES,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "Virtual Clusters: your paper {paper} expires in {days} days. Add the new one: {link} Stop: {stop}",
            "hi": "Virtual Clusters: आपका कागज़ {paper} {days} दिन में बंद होगा। नया जोड़ें: {link} बंद करें: {stop}",
        },
        line=_("Your paper expires in {days} days: {paper}"),
        body=_("Add the new one in its place. Then it is ready when somebody asks for it."),
        variables=(
            Variable("paper", Tag.ALPHANUMERIC, max_length=40, shown=shown_kind),
            Variable("days", Tag.NUMERIC, max_length=3),
        ),
    ),
    MessageTemplate(
        key=HELP_ASKED,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "{firm} asks you to help with its papers on Virtual Clusters. Say yes or no: {link} Stop: {stop}",
            "hi": "{firm} Virtual Clusters पर अपने कागज़ों में आपकी मदद चाहता है। हाँ या ना कहें: {link} बंद करें: {stop}",
        },
        line=_("{firm} asks you to help with its papers. Say yes or no."),
        body=_("You can then add papers and put them together. Only the owner can show them to others."),
        variables=(Variable("firm", Tag.ALPHANUMERIC, max_length=30),),
        invites=True,
    ),
    MessageTemplate(
        key=HELP_AGREED,
        category=Category.REPLY,
        urgency=Urgency.INSTANT,
        sms={
            "en": "{helper} helps you with your papers on Virtual Clusters now. See or end it: {link} Stop: {stop}",
            "hi": "{helper} अब Virtual Clusters पर आपके कागज़ों में मदद करेंगे। देखें या बंद करें: {link} बंद करें: {stop}",
        },
        line=_("{helper} helps you with your papers now."),
        variables=(Variable("helper", Tag.ALPHANUMERIC, max_length=30),),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
