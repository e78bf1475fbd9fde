"""What people are asked about the outcome: figures, confirmations, last words. They wait for the digest."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency
from virtualclusters.exchange.engagements.notices import FIRM, TITLE

FIGURE_ASKED, TO_CONFIRM, WORD_ASKED = "outcomes.figure_asked", "outcomes.to_confirm", "outcomes.word_asked"


def _message(key, *, en, hi, line, body):
    return MessageTemplate(
        key=key,
        category=Category.ACCOUNT,
        urgency=Urgency.DIGEST,
        sms={"en": en + " {link} Stop: {stop}", "hi": hi + " {link} बंद करें: {stop}"},
        line=line,
        body=body,
        variables=(FIRM, TITLE),
    )


MESSAGES = [
    _message(
        FIGURE_ASKED,
        en="Virtual Clusters: a figure is asked about {title} with {firm}. One minute:",
        hi="{firm} के साथ {title}: एक आँकड़ा पूछा है। एक मिनट:",
        line=_("A figure is asked: {title}"),
        body=_(
            "Say one figure about {title} with {firm}. It shows whether the work was worth it. About is good enough."
        ),
    ),
    _message(
        TO_CONFIRM,
        en="Virtual Clusters: {firm} said a figure about {title}. Is it right?",
        hi="{firm} ने {title} का आँकड़ा बताया। क्या सही है?",
        line=_("{firm} said a figure. Is it right? {title}"),
        body=_("{firm} said a figure about {title}. Look at it and say whether it is right."),
    ),
    _message(
        WORD_ASKED,
        en="Virtual Clusters: how was it to work with {firm}? {title}. Say it:",
        hi="{firm} के साथ काम कैसा रहा? {title}। बताएँ:",
        line=_("How was it to work with {firm}? {title}"),
        body=_(
            "The work on {title} has ended. Say how it was with {firm}. They read it when both gave a word, or after 14 days."
        ),
    ),
]
