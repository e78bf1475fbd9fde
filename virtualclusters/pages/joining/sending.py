"""Codes leave by the messages' own door; when it is shut the person is told so."""

from django.utils.translation import gettext as _

from virtualclusters.capabilities.messaging.gateways import NotSent
from virtualclusters.capabilities.messaging.sending import send_code
from virtualclusters.foundation.errors import Refused


def send_or_refuse(*, code, language, at, phone, email):
    """Send a code.

    Raises:
        Refused: the provider could not be reached.
    """
    try:
        send_code(code=code, language=language, at=at, phone=phone, email=email)
    except NotSent as unreachable:
        raise Refused(
            "code_not_sent", _("We could not send the code just now."), _("Go back and try again in a minute.")
        ) from unreachable
