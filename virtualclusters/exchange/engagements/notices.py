"""What people are told about an engagement: one text an occasion. The SMS are registered word for word."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency, Variable
from virtualclusters.exchange.engagements.words import reason_in_words
from virtualclusters.ui.formatters import long_date

ANSWERED, INVITED, MOVED_UP = "exchange.answered", "exchange.invited", "exchange.moved_up"
REPLIED, SAID, AGREED, ENDED = "exchange.replied", "exchange.said", "exchange.agreed", "exchange.ended"
REMINDED, LAST_DAYS = "exchange.reminded", "exchange.last_days"


def talk_page(engagement_id):
    """The path of a talk's page, without its language."""
    return f"/talks/{engagement_id}/"


def shown_day(iso):
    """A stored day in words of the active language; a dash when there is none."""
    return long_date(date.fromisoformat(iso)) if iso else "–"


def shown_reason(code):
    """A stored "kind:reason" as its sentence, without the full stop that the text puts itself."""
    kind, _colon, reason = code.partition(":")
    return reason_in_words(kind, reason).rstrip(".।") or "–"


FIRM, TITLE = Variable("firm", max_length=30), Variable("title", max_length=40)
DAY = Variable("day", max_length=20, shown=shown_day)
WHY = Variable("why", max_length=60, shown=shown_reason)


def message(key, category, *, en, hi, line, body="", variables=()):
    """A message about one engagement, told at once: its SMS ends with the link and the way to stop."""
    return MessageTemplate(
        key=key,
        category=category,
        urgency=Urgency.INSTANT,
        sms={"en": en + " {link} Stop: {stop}", "hi": hi + " {link} बंद करें: {stop}"},
        line=line,
        body=body,
        variables=variables,
    )


MESSAGES = [
    message(
        ANSWERED,
        Category.REPLY,
        en="Virtual Clusters: {firm} answered: {title}. Reply by {day}:",
        hi="{firm} ने जवाब दिया: {title}। {day} तक जवाब दें:",
        line=_("{firm} answered: {title}"),
        body=_("{firm} answered what you published: {title}. Reply by {day}."),
        variables=(FIRM, TITLE, DAY),
    ),
    message(
        INVITED,
        Category.REPLY,
        en="Virtual Clusters: {firm} invites you: {title}. Say yes or no by {day}:",
        hi="{firm} ने आपको बुलाया: {title}। {day} तक हाँ या ना कहें:",
        line=_("{firm} invites you: {title}"),
        body=_("{firm} thinks that you fit: {title}. Say yes or no by {day}. It costs nothing."),
        variables=(FIRM, TITLE, DAY),
    ),
    message(
        MOVED_UP,
        Category.REPLY,
        en="Virtual Clusters: you moved up. {firm} now reads your answer: {title}.",
        hi="आपकी बारी आई। {firm} अब आपका जवाब पढ़ेंगे: {title}।",
        line=_("You moved up: {title}"),
        body=_("A place fell free. {firm} now reads your answer to: {title}. They reply by {day}."),
        variables=(FIRM, TITLE, DAY),
    ),
    message(
        REPLIED,
        Category.REPLY,
        en="Virtual Clusters: {firm} has replied: {title}. See where it stands:",
        hi="{firm} ने जवाब दिया: {title}। देखें:",
        line=_("{firm} has replied: {title}"),
        body=_("{firm} has taken a step: {title}. See where it stands and what you can do."),
        variables=(FIRM, TITLE),
    ),
    message(
        SAID,
        Category.REPLY,
        en="Virtual Clusters: {firm} wrote to you about {title}. Read:",
        hi="{firm} ने {title} के बारे में लिखा। पढ़ें:",
        line=_("{firm} wrote to you: {title}"),
        body=_("{firm} wrote to you about: {title}."),
        variables=(FIRM, TITLE),
    ),
    message(
        AGREED,
        Category.DECISION,
        en="Virtual Clusters: agreed with {firm}: {title}. You can now call each other:",
        hi="{firm} के साथ तय हुआ: {title}। अब एक-दूसरे को फ़ोन करें:",
        line=_("Agreed with {firm}: {title}"),
        body=_("Both sides agreed: {title}. {firm} and you now see each other's number."),
        variables=(FIRM, TITLE),
    ),
    message(
        ENDED,
        Category.DECISION,
        en="Virtual Clusters: this ended: {title} ({firm}). Why: {why}.",
        hi="बात खत्म हुई: {title} ({firm})। कारण: {why}।",
        line=_("{title}, {firm}: it ended. {why}."),
        body=_("Your talk with {firm} about {title} has ended. The reason: {why}."),
        variables=(FIRM, TITLE, WHY),
    ),
    message(
        REMINDED,
        Category.DEADLINE,
        en="Virtual Clusters: it is your turn with {firm}: {title}. Say how it stands:",
        hi="{firm} के साथ आपकी बारी है: {title}। बताएँ कहाँ तक पहुँचा:",
        line=_("It is your turn with {firm}: {title}"),
        body=_("{firm} waits for you: {title}. Say how it stands by {day}."),
        variables=(FIRM, TITLE, DAY),
    ),
    message(
        LAST_DAYS,
        Category.DEADLINE,
        en="Virtual Clusters: answer {firm} by {day}: {title}. After that it ends.",
        hi="{firm} को {day} तक जवाब दें: {title}। फिर यह बंद होगा।",
        line=_("Answer {firm} by {day}: {title}"),
        body=_("{firm} waits for your answer: {title}. It is your turn until {day}; after that it ends."),
        variables=(FIRM, TITLE, DAY),
    ),
]
