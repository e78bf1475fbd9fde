"""What the outbox page may show, and to whom."""

import re

from django.conf import settings

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.messaging.models import OutboxMessage
from virtualclusters.foundation.errors import NotFound

_SECRET_DIGITS = re.compile(r"\d{6}")


def messages_for(*, reader, to="", before=None, most=10):
    """Messages kept in the outbox, newest first; those to one number or address when `to` is given.

    On a trial portal everybody sees all of them, for that is where its sample people's codes appear. A public portal with samples
    shows those to sample people only; a portal without samples shows each signed-in person her own, with codes hidden.

    Raises:
        NotFound: this portal has no outbox for the reader.
    """
    messages = _visible(reader).order_by("-pk")
    if to:
        messages = messages.filter(address__iexact=to)
    if before:
        messages = messages.filter(pk__lt=before)
    shown = list(messages[:most])
    if not settings.VIRTUALCLUSTERS_SAMPLES:
        _hide_codes(shown)
    return shown


def _visible(reader):
    if settings.VIRTUALCLUSTERS_SAMPLES and not settings.PRODUCTION:
        return OutboxMessage.objects.all()
    if settings.VIRTUALCLUSTERS_SAMPLES:
        return _to(*Person.objects.filter(is_sample=True).values_list("phone", "email"))
    if not reader.is_authenticated:
        raise NotFound
    return _to((reader.phone, reader.email))


def _to(*reached_by):
    addresses = [address for pair in reached_by for address in pair if address]
    return OutboxMessage.objects.filter(address__in=addresses)


def _hide_codes(messages):
    for message in messages:
        if message.is_secret:
            message.text = _SECRET_DIGITS.sub("••••••", message.text)
            message.subject = _SECRET_DIGITS.sub("••••••", message.subject)
