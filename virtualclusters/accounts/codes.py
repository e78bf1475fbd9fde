"""Six-digit codes: made here, sent by whoever registered to send, counted per number.

Figures (conventions, "sign-in code"): 6 digits, 10 minutes, 3 tries, 5 a day a number; the next one after 30 seconds.
"""

from collections.abc import Callable

from allauth.core import ratelimit
from django.utils.crypto import constant_time_compare, get_random_string
from django.utils.translation import gettext as _

RESEND_AFTER = 30
"""Seconds before the same person may ask for another code."""

_sender: list[Callable] = []


def send_by(sender: Callable) -> None:
    """Have codes go out by ``sender(code=…, language=…, at=…, phone=…, email=…)``; called from ``ready()``."""
    _sender[:] = [sender]


def fresh(at) -> dict:
    """The state of a process whose new code starts at a moment: its tries and its ten minutes begin again."""
    moment = at.timestamp()
    return {"code": get_random_string(6, "0123456789"), "sent_at": moment, "at": moment, "failed_attempts": 0}


def seconds_until_resend(process, *, at) -> int:
    """Seconds until another code may be asked for; 0 when it may be now."""
    return max(0, round(process.state["sent_at"] + RESEND_AFTER - at.timestamp()))


def send(*, code, language, at, phone="", email=""):
    """Send a code to a number or an address.

    Raises:
        LookupError: nobody registered to send.
    """
    if not _sender:
        raise LookupError("No sender of codes is registered.")
    _sender[0](code=code, language=language, at=at, phone=phone, email=email)


def may_send(request, contact: str) -> bool:
    """Whether one more code may go to this number or address today; it counts as sent."""
    return ratelimit.consume(request, action="request_login_code", key=contact)


def too_many() -> str:
    """What a person reads when no more codes may be sent to her number."""
    return _("We sent many codes to this number. Wait a while, or try again tomorrow.")


def is_right(request, process, *, contact: str, typed: str) -> bool:
    """Whether this is the code that ``process`` sent to a contact. A wrong one costs a try, of this code and of the day."""
    may_try = ratelimit.consume(request, action="enter_code", key=contact)
    right = may_try and bool(process.code) and constant_time_compare(process.code, typed)
    if not right:
        process.record_invalid_attempt()
    return right
