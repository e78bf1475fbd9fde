"""How decisions read in a list, in mail and in an SMS. The texts of SMS are registered word by word."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency, Variable
from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.network.verification.kinds import NAMES
from virtualclusters.network.verification.models import CannedReason

APPROVED, RETURNED = "verification.approved", "verification.returned"
PAPERS_PAGE = "/papers/"
ORGANISATION = "organisation"
"""Stands where the kind of a number would, when the organisation as such was looked at."""


def subject_in_words(code):
    """The name of a register, or "Your organisation"."""
    return str(_("Your organisation") if code == ORGANISATION else NAMES[IdentifierKind(code)])


def reason_in_words(code):
    """The sentence of a canned reason in the active language."""
    return CannedReason.objects.get(pk=code).sentence()


WHAT = Variable("what", max_length=30, shown=subject_in_words)
WHY = Variable("why", max_length=60, shown=reason_in_words)

MESSAGES = [
    MessageTemplate(
        key=APPROVED,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "Virtual Clusters: {what} is verified. Others can see that now. {link} Stop: {stop}",
            "hi": "Virtual Clusters: {what} सत्यापित हो गया। अब दूसरे भी देख सकते हैं। {link} बंद करें: {stop}",
        },
        line=_("{what}: verified"),
        body=_(
            "{what}: we compared it with your paper and it is right. Your page says so, with the day and who checked it."
        ),
        variables=(WHAT,),
    ),
    MessageTemplate(
        key=RETURNED,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "Virtual Clusters: {what} could not be verified yet. {why} Send it again: {link} Stop: {stop}",
            "hi": "Virtual Clusters: {what} अभी सत्यापित नहीं हो सका। {why} फिर भेजें: {link} बंद करें: {stop}",
        },
        line=_("{what}: please send it again. {why}"),
        body=_('{what}: we could not verify it yet. {why} Send a new paper on the page "Your numbers and papers".'),
        variables=(WHAT, WHY),
    ),
]
