"""Any provider that takes an SMS by one HTTP call, described by the setting `SMS_HTTP`.

{"address": "https://provider.example/send", "headers": {"authkey": "…"}, "json": true,
 "fields": {"to": "{address}", "text": "{body}", "sender": "{header}", "template_id": "{dlt_template_id}"},
 "reference": "request_id"}
"""

import json
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

from virtualclusters.capabilities.messaging.gateways import NotSent, Receipt, Rejected
from virtualclusters.capabilities.messaging.parts import size_of

PATIENCE = 8
"""Seconds. A provider that is slower may have taken the message, so it is not sent again."""
BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
NOT_TAKEN = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}
"""How a provider says that it is well and this message is not: most often no mobile has the number."""


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


class Gateway:
    """SMS by one POST."""

    def send(self, message):
        provider = settings.SMS_HTTP
        answer = _post(_request(provider, message))
        return Receipt(reference=_reference(provider, answer), parts=size_of(message.text.body).parts)


def _request(provider, message):
    known = {
        "address": message.address,
        "body": message.text.body,
        "header": message.text.header,
        "dlt_template_id": message.text.dlt_template_id,
        "language": message.text.language,
    }
    fields = {name: pattern.format(**known) for name, pattern in provider["fields"].items()}
    as_json = provider.get("json", False)
    body = json.dumps(fields) if as_json else urlencode(fields)
    kind = "application/json" if as_json else "application/x-www-form-urlencoded"
    headers = {"Content-Type": kind, **provider.get("headers", {})}
    return Request(  # noqa: S310 - the operator names the address
        provider["address"], data=body.encode(), headers=headers, method="POST"
    )


def _post(request):
    try:
        with build_opener(_NoRedirects).open(request, timeout=PATIENCE) as answer:
            return answer.read(10_000)
    except HTTPError as refused:
        if refused.code in BUSY:
            raise NotSent(f"provider is busy: {refused.code}") from refused
        if refused.code in NOT_TAKEN:
            raise Rejected(f"HTTP {refused.code}") from refused
        raise
    except URLError as unreachable:
        if isinstance(unreachable.reason, TimeoutError):
            raise
        raise NotSent(str(unreachable.reason)) from unreachable


def _reference(provider, answer):
    if not provider.get("reference"):
        return ""
    return str(json.loads(answer).get(provider["reference"], ""))[:120]
