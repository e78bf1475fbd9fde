"""E-mails: plain words and one light table, with the headers that let a mail program end them by one tap (RFC 8058)."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from virtualclusters.capabilities.messaging.gateways import NotSent, Receipt
from virtualclusters.capabilities.messaging.gateways.outbox import NOT_FOR_LOGS


def send_email(*, address, subject, items, stop_path=""):
    """Send one e-mail and give a receipt.

    Args:
        items: dicts of `line`, `body` and `path` (a page of the portal, or empty), in their order.
        stop_path: path of the page that ends such e-mails; empty for a code, which is also marked as secret.

    Raises:
        NotSent: the mail server could not be reached.
    """
    facts = {
        "site_name": settings.SITE_NAME,
        "subject": subject,
        "items": [
            item | {"address": f"{settings.SITE_ADDRESS}{item['path']}" if item["path"] else ""} for item in items
        ],
        "stop_address": f"{settings.SITE_ADDRESS}{stop_path}" if stop_path else "",
    }
    mail = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string("messaging/email.txt", facts).strip(),
        to=[address],
        headers=_headers(facts["stop_address"]),
    )
    mail.attach_alternative(render_to_string("messaging/email.html", facts), "text/html")
    try:
        mail.send()
    except (ConnectionRefusedError, smtplib.SMTPConnectError, smtplib.SMTPHeloError) as unreachable:
        raise NotSent(str(unreachable)) from unreachable
    return Receipt(reference="", parts=1)


def _headers(stop_address):
    if not stop_address:
        return {NOT_FOR_LOGS: "yes"}
    return {"List-Unsubscribe": f"<{stop_address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
