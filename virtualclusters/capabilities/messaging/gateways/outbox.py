"""Keep messages in the database instead of sending them; the outbox page shows them on a telephone."""

from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone, translation

from virtualclusters.capabilities.messaging.gateways import Receipt
from virtualclusters.capabilities.messaging.models import Channel, OutboxMessage
from virtualclusters.capabilities.messaging.parts import size_of

NOT_FOR_LOGS = "X-Not-For-Logs"


class Gateway:
    """SMS into the outbox."""

    def send(self, message):
        parts = size_of(message.text.body).parts
        kept = OutboxMessage.objects.create(
            channel=Channel.SMS,
            address=message.address,
            header=message.text.header,
            text=message.text.body,
            language=message.text.language,
            is_secret=message.is_secret,
            parts=parts,
            sent_at=message.at,
        )
        return Receipt(reference=f"outbox-{kept.pk}", parts=parts)


class EmailBackend(BaseEmailBackend):
    """E-mail into the outbox: the value of `EMAIL_BACKEND` on a trial portal. A row an address."""

    def send_messages(self, email_messages):
        rows = [self._row(message, address) for message in email_messages for address in message.recipients()]
        OutboxMessage.objects.bulk_create(rows)
        return len(email_messages)

    def _row(self, message, address):
        return OutboxMessage(
            channel=Channel.EMAIL,
            address=address,
            subject=message.subject[:300],
            text=message.body,
            language=translation.get_language() or "en",
            is_secret=NOT_FOR_LOGS in message.extra_headers,
            sent_at=timezone.now(),
        )
