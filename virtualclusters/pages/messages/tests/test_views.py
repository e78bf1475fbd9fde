"""The message pages: who sees what, and that looking changes nothing."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.messaging import links, operations, queries, registry, sending
from virtualclusters.capabilities.messaging.choices import frequencies_of
from virtualclusters.capabilities.messaging.models import NotificationChoice, OutboxMessage
from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency, Variable

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def trial(settings, monkeypatch):
    settings.SMS_GATEWAY = "virtualclusters.capabilities.messaging.gateways.outbox.Gateway"
    settings.VIRTUALCLUSTERS_SAMPLES, settings.PRODUCTION = True, False
    monkeypatch.setattr(registry, "_registered", dict(registry.all_registered()))
    registry.register(
        MessageTemplate(
            key="test.match",
            category=Category.MATCH,
            urgency=Urgency.DIGEST,
            sms={},
            line="{name} needs honey.",
            variables=(Variable("name"),),
        )
    )


@pytest.fixture
def owner():
    return Person.objects.create(phone="+917000000001", phone_verified_at=timezone.now(), name="Asha")


def tell(person, *, count=1, about="/messages/choices/"):
    for number in range(count):
        operations.notify(
            people_ids=[person.pk],
            key="test.match",
            variables={"name": f"Unit {number}"},
            at=timezone.now(),
            about=about,
            dedupe_key=str(number),
        )


def words(response):
    return unescape(response.content.decode())


def test_messages_when_a_person_was_told_something_shows_her_own_newest_first(client, owner):
    other = Person.objects.create(phone="+917000000002", name="Bilal")
    tell(owner, count=2)
    tell(other)
    client.force_login(owner)

    page = words(client.get(reverse("messages")))

    assert page.index("Unit 1 needs honey.") < page.index("Unit 0 needs honey.")
    assert page.count("needs honey.") == 2
    assert 'href="/en/messages/choices/"' in page


def test_messages_when_the_list_is_long_costs_the_same_queries(client, owner):
    client.force_login(owner)
    tell(owner, count=1)
    client.get(reverse("messages"))
    counts = []
    for count in (1, 50):
        tell(owner, count=count)
        with CaptureQueriesContext(connection) as queries_made:
            client.get(reverse("messages"))
        counts.append(len(queries_made))

    assert counts[0] == counts[1] <= 15


def test_messages_when_a_visitor_asks_sends_her_to_sign_in(client):
    assert client.get(reverse("messages")).status_code == 302


def test_messages_when_they_are_only_looked_at_stay_unread_until_she_says_so(client, owner):
    tell(owner)
    client.force_login(owner)
    client.get(reverse("messages"))
    looked_at = queries.unread_count(person=owner)

    client.post(reverse("messages_read"))

    assert (looked_at, queries.unread_count(person=owner)) == (1, 0)


def test_choices_when_she_chooses_keeps_what_she_changed_only(client, owner):
    client.force_login(owner)
    shown = {
        f"sms-{category.value}": often
        for (category, channel), often in frequencies_of(owner).items()
        if channel == "sms"
    }

    answer = client.post(reverse("message_choices"), shown | {"sms-match": "daily"})

    assert (answer.status_code, answer.url) == (302, reverse("message_choices"))
    assert list(NotificationChoice.objects.values_list("category", "channel", "frequency")) == [
        ("match", "sms", "daily")
    ]


def test_choices_when_news_is_wanted_at_once_says_so_beside_the_field_and_keeps_nothing(client, owner):
    client.force_login(owner)

    answer = client.post(reverse("message_choices"), {"sms-match": "instant"})

    assert (answer.status_code, NotificationChoice.objects.count()) == (200, 0)


def test_outbox_when_the_portal_is_on_trial_shows_codes_to_anybody_and_filters_by_number(client, owner):
    for phone, code in (("+917000000001", "111111"), ("+917000000002", "222222")):
        sending.send_code(code=code, language="en", at=timezone.now(), phone=phone)

    everything, one = words(client.get(reverse("outbox"))), words(client.get(reverse("outbox"), {"to": "70000 00002"}))

    assert ("111111" in everything, "222222" in everything) == (True, True)
    assert ("111111" in one, "222222" in one) == (False, True)


def test_outbox_when_there_are_no_samples_is_not_there_for_visitors_and_hides_codes_from_the_rest(
    client, owner, settings
):
    settings.VIRTUALCLUSTERS_SAMPLES = False
    sending.send_code(code="111111", language="en", at=timezone.now(), phone=owner.phone)
    sending.send_code(code="222222", language="en", at=timezone.now(), phone="+917000000002")
    visitor = client.get(reverse("outbox")).status_code
    client.force_login(owner)

    page = words(client.get(reverse("outbox")))

    assert visitor == 404
    assert (page.count("••••••"), "111111" in page, "70000 00002" in page) == (2, False, False)


def test_outbox_when_a_public_portal_has_samples_shows_their_messages_only(client, owner, settings):
    settings.PRODUCTION = True
    Person.objects.create(phone="+917000000002", name="Sample", is_sample=True)
    for phone, code in (("+917000000001", "111111"), ("+917000000002", "222222")):
        sending.send_code(code=code, language="en", at=timezone.now(), phone=phone)

    page = words(client.get(reverse("outbox")))

    assert ("111111" in page, "222222" in page) == (False, True)


def test_outbox_when_words_hold_markup_shows_them_as_words(client):
    OutboxMessage.objects.create(
        channel="sms", address="+917000000001", text="<script>1</script>", sent_at=timezone.now()
    )

    assert "&lt;script&gt;" in client.get(reverse("outbox")).content.decode()


def test_short_link_when_it_lives_leads_on_and_says_so_when_it_has_ended(client):
    now = timezone.now()
    lives = links.short_link(target="/en/messages/", at=now)
    ended = links.short_link(target="/en/messages/", at=now - timedelta(days=91))

    answers = [client.get(f"/s/{link[-8:]}") for link in (lives, ended)]

    assert [(answer.status_code, getattr(answer, "url", "")) for answer in answers] == [
        (302, "/en/messages/"),
        (410, ""),
    ]


def test_unsubscribe_when_it_is_only_looked_at_changes_nothing_and_one_tap_ends_it(client, owner):
    path = links.unsubscribe_path(person_id=owner.pk, category=Category.MATCH, channel="sms")
    looked = client.get(path)
    before = NotificationChoice.objects.count()

    ended = client.post(path, {"List-Unsubscribe": "One-Click"})

    assert (looked.status_code, before, ended.status_code) == (200, 0, 200)
    assert frequencies_of(owner)[Category.MATCH, "sms"] == "never"


def test_unsubscribe_when_the_token_was_changed_is_not_found_and_changes_nothing(client, owner):
    path = links.unsubscribe_path(person_id=owner.pk, category="all", channel="sms")

    answer = client.post(path.replace(f"/u/{owner.pk}.", f"/u/{owner.pk + 1}."))

    assert (answer.status_code, NotificationChoice.objects.count()) == (404, 0)
