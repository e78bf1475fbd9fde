"""Codes leave by the messages' own door; when it is shut, or the number takes none, the person is told so."""

from contextlib import contextmanager

from django.utils.translation import gettext as _

from virtualclusters.capabilities.messaging.gateways import NotSent, Rejected
from virtualclusters.capabilities.messaging.sending import send_code
from virtualclusters.foundation.errors import Refused


class NumberTakesNoSms(Refused):
    """The provider will not take an SMS for this number."""


def send_or_refuse(*, code, language, at, phone, email):
    """Send a code.

    Raises:
        NumberTakesNoSms: nothing can be sent to this number.
        Refused: the provider could not be reached.
    """
    try:
        send_code(code=code, language=language, at=at, phone=phone, email=email)
    except NotSent as unreachable:
        raise Refused(
            "code_not_sent", _("We could not send the code just now."), _("Go back and try again in a minute.")
        ) from unreachable
    except Rejected as rejected:
        raise NumberTakesNoSms(
            "number_takes_no_sms", _("This number takes no SMS."), _("Check it, or use another number.")
        ) from rejected


@contextmanager
def told_beside_the_number(form):
    """Where the number that was typed takes no SMS, say so beside it instead of on a page of its own."""
    try:
        yield
    except NumberTakesNoSms as refusal:
        form.add_error("contact", f"{refusal.sentence} {refusal.change}")
