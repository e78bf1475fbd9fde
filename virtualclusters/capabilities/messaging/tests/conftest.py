"""People and messages for the tests of messaging."""

from datetime import UTC, datetime

import pytest

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.messaging import registry
from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency, Variable

NOON = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
"""12:00 in India, a Friday."""


@pytest.fixture(autouse=True)
def outbox(settings):
    gateways = "virtualclusters.capabilities.messaging.gateways"
    settings.SMS_GATEWAY = f"{gateways}.outbox.Gateway"
    settings.EMAIL_BACKEND = f"{gateways}.outbox.EmailBackend"
    settings.SITE_ADDRESS = settings.SHORT_LINK_ADDRESS = "https://vc.example"
    settings.QUIET_HOURS = True
    settings.MESSAGES_A_DAY = {"sms": 3, "email": 6}


@pytest.fixture(autouse=True)
def messages(monkeypatch):
    """A reply, which comes at once, and news of a match, which waits."""
    monkeypatch.setattr(registry, "_registered", dict(registry.all_registered()))
    for key, category, urgency in (
        ("test.reply", Category.REPLY, Urgency.INSTANT),
        ("test.match", Category.MATCH, Urgency.DIGEST),
    ):
        registry.register(message(key=key, category=category, urgency=urgency))


def message(**changes):
    given = {
        "key": "test.other",
        "category": Category.REPLY,
        "urgency": Urgency.INSTANT,
        "sms": {
            "en": "{name} answered. Read: {link} Stop: {stop}",
            "hi": "{name} का जवाब आया। पढ़ें: {link} बंद करें: {stop}",
        },
        "line": "{name} answered.",
        "variables": (Variable("name"),),
    }
    return MessageTemplate(**given | changes)


@pytest.fixture
def owner():
    return Person.objects.create(phone="+917000000001", phone_verified_at=NOON, name="Asha")


@pytest.fixture
def officer():
    return Person.objects.create(email="officer@example.org", name="Bilal")
