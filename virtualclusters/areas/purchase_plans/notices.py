"""Messages of purchase plans: to a buyer that has not told its plan, and to units whose plan line became a tender."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Tag, Urgency, Variable, register

NOT_FILED = "purchase_plans.not_filed"

TEMPLATES = (
    MessageTemplate(
        key=NOT_FILED,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "Please tell what your office will buy in {year}, so that small firms can get ready: {link} Stop: {stop}",
            "hi": "बताएँ कि आपका कार्यालय {year} में क्या खरीदेगा, ताकि छोटी इकाइयाँ तैयारी करें: {link} बंद करें: {stop}",
        },
        line=_("Your office has not told yet what it will buy in {year}."),
        body=_("Send the whole plan as a file, or write it line by line. Small firms read it and get ready."),
        variables=(Variable("year", Tag.ALPHANUMERIC, max_length=7),),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
