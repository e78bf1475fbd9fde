"""The HTTP gateway against a real server on this machine."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.error import HTTPError
from urllib.parse import parse_qs

import pytest

from virtualclusters.capabilities.messaging.gateways import Message, NotSent, Receipt, Rejected, console, http
from virtualclusters.capabilities.messaging.rendering import Text
from virtualclusters.capabilities.messaging.tests.conftest import NOON

MESSAGE = Message(
    address="+917000000001", text=Text(body="शहद 50% & more", header="VRTCLS", dlt_template_id="1107"), at=NOON
)


class Provider(BaseHTTPRequestHandler):
    """Answers as it was told to, and keeps what it was sent."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.taken.append((self.headers["Content-Type"], self.headers.get("authkey"), body.decode()))
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(b'{"request_id": 77}')

    def log_message(self, *_):
        """Nothing on the terminal."""


@pytest.fixture
def provider(settings):
    server = HTTPServer(("127.0.0.1", 0), Provider)
    server.status, server.taken = 200, []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.SMS_HTTP = {
        "address": f"http://127.0.0.1:{server.server_port}/send",
        "headers": {"authkey": "key"},
        "fields": {"to": "{address}", "text": "{body}", "sender": "{header}", "template": "{dlt_template_id}"},
        "reference": "request_id",
    }
    yield server
    server.shutdown()
    server.server_close()


def test_http_gateway_when_the_provider_takes_a_message_sends_its_fields_and_gives_the_reference(provider):
    receipt = http.Gateway().send(MESSAGE)

    kind, key, body = provider.taken[0]
    assert receipt == Receipt(reference="77", parts=1)
    assert (kind, key) == ("application/x-www-form-urlencoded", "key")
    assert parse_qs(body) == {
        "to": ["+917000000001"],
        "text": ["शहद 50% & more"],
        "sender": ["VRTCLS"],
        "template": ["1107"],
    }


def test_http_gateway_when_the_provider_wants_json_sends_json(provider, settings):
    settings.SMS_HTTP = settings.SMS_HTTP | {"json": True}

    http.Gateway().send(MESSAGE)

    assert json.loads(provider.taken[0][2])["text"] == "शहद 50% & more"


@pytest.mark.parametrize("status", [429, 503])
def test_http_gateway_when_the_provider_is_busy_says_that_nothing_was_sent(provider, status):
    provider.status = status

    with pytest.raises(NotSent):
        http.Gateway().send(MESSAGE)


@pytest.mark.parametrize("status", [400, 422])
def test_http_gateway_when_the_provider_will_not_take_the_message_says_so_with_its_reason(provider, status):
    provider.status = status

    with pytest.raises(Rejected) as rejected:
        http.Gateway().send(MESSAGE)

    assert rejected.value.reason == f"HTTP {status}"


@pytest.mark.parametrize("status", [302, 401, 500])
def test_http_gateway_when_it_is_unclear_whether_the_message_left_does_not_say_that_it_did_not(provider, status):
    provider.status = status

    with pytest.raises(HTTPError):
        http.Gateway().send(MESSAGE)


def test_http_gateway_when_nobody_answers_says_that_nothing_was_sent(settings):
    settings.SMS_HTTP = {"address": "http://127.0.0.1:9/send", "fields": {}}

    with pytest.raises(NotSent):
        http.Gateway().send(MESSAGE)


def test_console_gateway_when_a_message_is_sent_prints_it_with_its_parts(capsys):
    receipt = console.Gateway().send(MESSAGE)

    assert (receipt.parts, capsys.readouterr().out) == (1, "SMS to +917000000001 (UCS-2, 1 parts)\nशहद 50% & more\n")
