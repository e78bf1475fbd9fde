"""Many workers at one message: it leaves once."""

import threading
from datetime import UTC, datetime

import pytest
from django.db import connection

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.messaging import delivery, digests, operations, registry
from virtualclusters.capabilities.messaging.models import Channel, DailyCount, Notification, OutboxMessage
from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency

pytestmark = pytest.mark.races
NOON = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 11, 21, 3, 35, tzinfo=UTC)
WORKERS = 12


@pytest.fixture
def owner(committing_database, settings, monkeypatch):
    settings.SMS_GATEWAY = "virtualclusters.capabilities.messaging.gateways.outbox.Gateway"
    monkeypatch.setattr(registry, "_registered", dict(registry.all_registered()))
    texts = {"en": "News. {stop}", "hi": "खबर। {stop}"}
    for key, category, urgency in (
        ("test.reply", Category.REPLY, Urgency.INSTANT),
        ("test.match", Category.MATCH, Urgency.DIGEST),
    ):
        registry.register(MessageTemplate(key=key, category=category, urgency=urgency, sms=texts, line="News."))
    return Person.objects.create(phone="+917000000001", phone_verified_at=NOON)


def at_once(work):
    gate, troubles = threading.Barrier(WORKERS), []

    def run():
        gate.wait()
        try:
            work()
        except Exception as trouble:
            troubles.append(trouble)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return troubles


def test_a_reply_when_twelve_workers_deliver_it_leaves_once(owner):
    operations.notify(people_ids=[owner.pk], key="test.reply", variables={}, at=NOON, about="", dedupe_key="one")
    told = Notification.objects.get()

    troubles = at_once(lambda: delivery.deliver(notification_id=told.pk, at=NOON))

    assert (troubles, OutboxMessage.objects.count(), DailyCount.objects.get().sent) == ([], 1, 1)


def test_a_digest_when_twelve_workers_send_it_leaves_once(owner):
    operations.notify(people_ids=[owner.pk], key="test.match", variables={}, at=NOON, about="", dedupe_key="one")

    troubles = at_once(lambda: digests.send_digest(person_id=owner.pk, channel=Channel.SMS, at=NEXT_MORNING))

    assert (troubles, OutboxMessage.objects.count()) == ([], 1)


def test_an_occasion_when_twelve_requests_tell_of_it_is_told_once(owner):
    def tell():
        operations.notify(people_ids=[owner.pk], key="test.reply", variables={}, at=NOON, about="", dedupe_key="one")

    troubles = at_once(tell)

    assert (troubles, Notification.objects.count()) == ([], 1)
