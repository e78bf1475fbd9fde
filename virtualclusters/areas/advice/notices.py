"""Messages about advice, as they read by SMS, in lists and by e-mail."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.advice.models import Cancellation
from virtualclusters.capabilities.messaging.registry import Category, Variable, register
from virtualclusters.exchange.engagements.notices import DAY, FIRM, message
from virtualclusters.ui.formatters import moment

ASKED, ASKED_NEXT, PASSED_ON = "advice.asked", "advice.asked_next", "advice.passed_on"
BOOKED, CALLED_OFF, TOMORROW = "advice.booked", "advice.called_off", "advice.tomorrow"
SCOPE_WRITTEN, SCOPE_AGREED = "advice.scope_written", "advice.scope_agreed"


def shown_moment(iso) -> str:
    """A stored ISO moment in words, Indian time."""
    return moment(datetime.fromisoformat(iso))


def shown_reason(code) -> str:
    """Why a meeting was called off."""
    return str(Cancellation.Reason(code).label)


WHEN = Variable("when", max_length=30, shown=shown_moment)
WHY = Variable("why", max_length=40, shown=shown_reason)

TEMPLATES = (
    message(
        ASKED,
        Category.REPLY,
        en="Virtual Clusters: {firm} asks for your help. Yes, a question, or no, by {day}:",
        hi="{firm} को आपकी मदद चाहिए। हाँ, सवाल या ना, {day} तक:",
        line=_("{firm} asks for your help"),
        body=_("{firm} asks for your help. Answer by {day}; then the next adviser is asked."),
        variables=(FIRM, DAY),
    ),
    message(
        ASKED_NEXT,
        Category.REPLY,
        en="Virtual Clusters: we have now asked {firm} to help you. They answer by {day}:",
        hi="अब हमने {firm} से आपकी मदद माँगी है। जवाब {day} तक:",
        line=_("We have now asked {firm} to help you"),
        body=_("The one before could not help. {firm} has until {day} to answer."),
        variables=(FIRM, DAY),
    ),
    message(
        PASSED_ON,
        Category.REPLY,
        en="Virtual Clusters: no adviser was free. Your facilitator now looks for help:",
        hi="कोई सलाहकार खाली नहीं था। अब आपके सहायक मदद ढूँढ रहे हैं:",
        line=_("No adviser was free: your facilitator now looks for help"),
    ),
    message(
        BOOKED,
        Category.DECISION,
        en="Virtual Clusters: you meet {firm}: {when}. Number or link:",
        hi="{firm} से मुलाक़ात: {when}। नंबर या लिंक:",
        line=_("You meet {firm}: {when}"),
        variables=(FIRM, WHEN),
    ),
    message(
        CALLED_OFF,
        Category.DECISION,
        en="Virtual Clusters: {firm} cannot come: {when}. {why}. Choose another time:",
        hi="{firm} नहीं आ सकते: {when}। {why}। दूसरा समय चुनें:",
        line=_("{firm} called the meeting off: {when}. {why}."),
        variables=(FIRM, WHEN, WHY),
    ),
    message(
        TOMORROW,
        Category.DEADLINE,
        en="Virtual Clusters: tomorrow you meet {firm}: {when}. Number or link:",
        hi="कल {firm} से मुलाक़ात: {when}। नंबर या लिंक:",
        line=_("Tomorrow you meet {firm}: {when}"),
        variables=(FIRM, WHEN),
    ),
    message(
        SCOPE_WRITTEN,
        Category.REPLY,
        en="Virtual Clusters: {firm} wrote what you want to do together. Read and say yes:",
        hi="{firm} ने लिखा कि साथ में क्या करना है। पढ़ें और हाँ कहें:",
        line=_("{firm} wrote what you want to do together"),
        body=_("Read it, change it or say yes. Then work begins."),
        variables=(FIRM,),
    ),
    message(
        SCOPE_AGREED,
        Category.DECISION,
        en="Virtual Clusters: {firm} said yes to what you want to do together. Work begins:",
        hi="{firm} ने साथ के काम पर हाँ कहा। काम शुरू:",
        line=_("{firm} said yes: work begins"),
        variables=(FIRM,),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
