"""Messages about projects, as they read by SMS, in lists and by e-mail."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Tag, Urgency, Variable, register
from virtualclusters.ui.formatters import number

CHOSEN, TERMS, TERMS_STAND, NEAR = "project.chosen", "project.terms", "project.terms_stand", "project.near"
COMMENTED, OFF_TRACK, HANDED_OVER = "project.commented", "project.off_track", "project.handed_over"
NO_LOG, FINISHED, CERTIFICATE = "project.no_log", "project.finished", "project.certificate"
IN_USE, SETTLED = "project.in_use", "project.settled"

TITLE = Variable("title", Tag.ALPHANUMERIC, max_length=30)
FIRM = Variable("firm", Tag.ALPHANUMERIC, max_length=30)
KM = Variable("km", Tag.NUMERIC, max_length=4, shown=number)


def _at_once(key, category, english, hindi, line, variables=(TITLE,), body=""):
    sms = {"en": f"{english} {{link}} Stop: {{stop}}", "hi": f"{hindi} {{link}} बंद करें: {{stop}}"}
    return MessageTemplate(
        key=key, category=category, urgency=Urgency.INSTANT, sms=sms, line=line, variables=variables, body=body
    )


def _in_digest(key, category, line, variables=(TITLE,)):
    return MessageTemplate(key=key, category=category, urgency=Urgency.DIGEST, sms={}, line=line, variables=variables)


TEMPLATES = (
    _at_once(
        CHOSEN, Category.DECISION,
        "Your team is chosen: {title}, at {firm}. See what comes next:",
        "आपकी टीम चुनी गई: {title}, {firm} में। आगे क्या होगा:",
        _("Your team is chosen: {title}, at {firm}."), (TITLE, FIRM),
    ),
    _at_once(
        TERMS, Category.DECISION,
        "{firm} has chosen the terms of your project. Read them and say yes:",
        "{firm} ने प्रोजेक्ट की शर्तें चुनी हैं। पढ़ें और हाँ कहें:",
        _("{firm} has chosen the terms of your project: {title}."), (TITLE, FIRM),
        body=_("Read them and say yes, or choose again."),
    ),
    _at_once(
        TERMS_STAND, Category.DECISION,
        "Both sides said yes to the terms. The work can begin: {title}.",
        "दोनों पक्षों ने शर्तों पर हाँ कहा। काम शुरू हो सकता है: {title}।",
        _("Both sides said yes to the terms. The work can begin: {title}."),
    ),
    _in_digest(NEAR, Category.MATCH, _("A unit {km} km from you looks for a team of students: {title}."), (TITLE, KM)),
    _in_digest(COMMENTED, Category.REPLY, _("A word on your week: {title}.")),
    _at_once(
        OFF_TRACK, Category.REPLY,
        "{firm} says that the project is not on track: {title}. Read why:",
        "{firm} का कहना है कि प्रोजेक्ट पटरी पर नहीं है: {title}। कारण पढ़ें:",
        _("{firm} says that the project is not on track: {title}."), (TITLE, FIRM),
    ),
    _in_digest(HANDED_OVER, Category.REPLY, _("The team handed something over: {title}.")),
    _at_once(
        NO_LOG, Category.DEADLINE,
        "No student has written a week for 14 days: {title}. Ask your team:",
        "14 दिनों से किसी छात्र ने हफ़्ता नहीं लिखा: {title}। अपनी टीम से पूछें:",
        _("No student has written a week for some time: {title}."),
    ),
    _at_once(
        FINISHED, Category.DEADLINE,
        "The project is finished: {title}. Say how it was. It takes a minute:",
        "प्रोजेक्ट पूरा हुआ: {title}। बताइए कैसा रहा। एक मिनट लगेगा:",
        _("The project is finished: {title}. Say how it was."),
        body=_("The certificates come when unit and college have both said it."),
    ),
    _in_digest(CERTIFICATE, Category.DECISION, _("Your certificate is ready: {title}.")),
    _at_once(
        IN_USE, Category.DEADLINE,
        "Students worked with you on: {title}. Is it still in use? Say yes or no:",
        "छात्रों ने आपके साथ काम किया: {title}। क्या वह अब भी काम में है? हाँ या ना कहें:",
        _("Is what the students made still in use? {title}."),
    ),
    _in_digest(SETTLED, Category.DECISION, _("We have looked into what you told us about: {title}.")),
)  # fmt: skip


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
