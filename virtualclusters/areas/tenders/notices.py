"""Messages to those who follow a tender, that it changed or that its last day is near, and to those who were interested in the plan
of which it came. They come at once; other new tenders are told by finding.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Tag, Urgency, Variable, register
from virtualclusters.ui.formatters import long_date

CORRIGENDUM, LAST_DAYS = "tenders.corrigendum", "tenders.last_days"
FROM_PLAN = "tenders.from_plan"


def shown_day(day: str) -> str:
    """A stored ISO date in the reader's words."""
    return long_date(date.fromisoformat(day))


TEMPLATES = (
    MessageTemplate(
        key=CORRIGENDUM,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "The tender {title} changed. Last date now: {day}. See: {link} Stop: {stop}",
            "hi": "टेंडर {title} बदल गया। अब अंतिम तारीख: {day}। देखें: {link} बंद करें: {stop}",
        },
        line=_("The tender “{title}” changed. Last date now: {day}."),
        body=_("You follow this tender. See what changed before you bid."),
        variables=(Variable("title"), Variable("day", Tag.ALPHANUMERIC, max_length=20, shown=shown_day)),
    ),
    MessageTemplate(
        key=LAST_DAYS,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "The tender {title} closes on {day}. Bid on the buyer's portal: {link} Stop: {stop}",
            "hi": "टेंडर {title} {day} को बंद होगा। बोली खरीदार के पोर्टल पर दें: {link} बंद करें: {stop}",
        },
        line=_("The tender “{title}” closes on {day}."),
        body=_("You follow this tender. You bid on the buyer's portal, not here."),
        variables=(Variable("title"), Variable("day", Tag.ALPHANUMERIC, max_length=20, shown=shown_day)),
    ),
    MessageTemplate(
        key=FROM_PLAN,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "The plan you were interested in is a tender now: {title}. Last date: {day}. See: {link} Stop: {stop}",
            "hi": "जिस खरीद योजना में आपकी रुचि थी, उसका टेंडर आ गया: {title}। अंतिम तारीख: {day}। देखें: {link} बंद करें: {stop}",
        },
        line=_("The plan you were interested in is a tender now: “{title}”. Last date: {day}."),
        body=_("See whether you want to bid, and which papers are missing."),
        variables=(Variable("title"), Variable("day", Tag.ALPHANUMERIC, max_length=20, shown=shown_day)),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
