"""The way out: one interface, `send(message) -> Receipt`, and its backends."""

from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from virtualclusters.capabilities.messaging.rendering import Text


@dataclass(frozen=True)
class Message:
    """What a gateway is given: E.164 number, text, and whether the text is a secret that no log may show."""

    address: str
    text: Text
    at: object
    is_secret: bool = False


@dataclass(frozen=True)
class Receipt:
    """What a gateway gives back: its own reference, if it has any, and the parts it will charge."""

    reference: str
    parts: int


class NotSent(Exception):
    """The message has surely not left: it is right to try again."""


class Rejected(Exception):
    """The provider works and will not take this message: it has not left, and to try again is in vain.

    Attributes:
        reason: the provider's, as a code; it holds no number and no words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Gateway(Protocol):
    """Sends an SMS.

    Raises:
        NotSent: it surely did not leave.
        Rejected: the provider will not take it.
    """

    def send(self, message: Message) -> Receipt: ...


def sms_gateway():
    """The gateway named by the setting `SMS_GATEWAY`."""
    return import_string(settings.SMS_GATEWAY)()
