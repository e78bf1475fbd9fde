"""Who gets what, when, and that nobody gets it twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from virtualclusters.accounts import codes
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging import choices, delivery, digests, jobs, operations, queries, registry
from virtualclusters.capabilities.messaging.gateways import NotSent, outbox
from virtualclusters.capabilities.messaging.links import unsubscribe_path
from virtualclusters.capabilities.messaging.models import Channel, Notification, OutboxMessage, SentMessage, ShortLink
from virtualclusters.capabilities.messaging.registry import Category
from virtualclusters.capabilities.messaging.tests.conftest import NOON, message
from virtualclusters.foundation.errors import Refused

pytestmark = pytest.mark.django_db
NIGHT = NOON + timedelta(hours=10)
NEXT_MORNING = NOON + timedelta(hours=21, minutes=5)
"""22:00, and 09:05 on the day after."""


def tell(*people, key="test.reply", name="Bilal", at=NOON, dedupe_key="one", about="/en/work/7/"):
    people_ids = [person.pk for person in people]
    operations.notify(
        people_ids=people_ids, key=key, variables={"name": name}, at=at, about=about, dedupe_key=dedupe_key
    )
    return list(Notification.objects.filter(dedupe_key=dedupe_key).order_by("pk"))


def deliver_all(at):
    for told in Notification.objects.order_by("pk"):
        delivery.deliver(notification_id=told.pk, at=at)


def sent():
    return [(message.channel, message.address) for message in OutboxMessage.objects.order_by("pk")]


def test_notify_when_a_reply_comes_by_day_sends_an_sms_with_two_short_links(owner):
    (told,) = tell(owner)

    deliver_all(NOON)

    links = list(ShortLink.objects.order_by("pk").values_list("key", "target"))
    assert links[0][1] == "/en/work/7/"
    assert OutboxMessage.objects.get().text == (
        f"Bilal answered. Read: https://vc.example/s/{links[0][0]} Stop: https://vc.example/s/{links[1][0]}"
    )
    assert told.about == "/work/7/"


def test_notify_when_it_is_called_twice_for_one_occasion_tells_once(owner):
    tell(owner)
    tell(owner, name="Somebody else")

    deliver_all(NOON)
    deliver_all(NOON)

    assert sent() == [("sms", owner.phone)]


def test_deliver_when_the_job_died_after_the_claim_does_not_send_again(owner):
    (told,) = tell(owner)
    delivery.deliver(notification_id=told.pk, at=NOON)
    Notification.objects.update(sms_settled_at=None)

    delivery.deliver(notification_id=told.pk, at=NOON)

    assert (len(sent()), SentMessage.objects.count()) == (1, 1)


def test_deliver_when_the_gateway_cannot_be_reached_tries_again_later(owner, monkeypatch):
    (told,) = tell(owner)
    works = outbox.Gateway.send
    monkeypatch.setattr(outbox.Gateway, "send", refuse)
    with pytest.raises(NotSent):
        delivery.deliver(notification_id=told.pk, at=NOON)

    monkeypatch.setattr(outbox.Gateway, "send", works)
    delivery.deliver(notification_id=told.pk, at=NOON + timedelta(minutes=5))

    assert sent() == [("sms", owner.phone)]


def refuse(gateway, message):
    raise NotSent("busy")


def test_notify_when_it_is_night_waits_and_is_released_in_the_morning(owner, settings):
    tell(owner, at=NIGHT)
    deliver_all(NIGHT)
    at_night = sent()
    jobs.release_quiet_hours(at=NIGHT + timedelta(hours=1))
    held = run_jobs()

    jobs.release_quiet_hours(at=NEXT_MORNING)
    settings.QUIET_HOURS = False
    run = run_jobs(at=timezone.now())

    assert (at_night, held, run) == ([], [], ["messaging.deliver"])
    assert sent() == [("sms", owner.phone)]


def test_notify_when_it_is_day_enqueues_the_delivery_of_each_instant_message_only(owner, officer):
    tell(owner, officer)
    tell(owner, key="test.match", dedupe_key="two")

    assert len(run_jobs(at=timezone.now())) == 2


def test_deliver_when_the_days_cap_is_reached_leaves_the_rest_to_the_next_digest(owner):
    for number in range(5):
        tell(owner, dedupe_key=str(number))
    deliver_all(NOON)
    by_day = len(sent())

    digests.send_digest(person_id=owner.pk, channel=Channel.SMS, at=NEXT_MORNING)

    assert by_day == 3
    assert len(sent()) == 4
    assert OutboxMessage.objects.last().text.startswith("Virtual Clusters: 2 new for you. Bilal answered. See all:")


def test_deliver_when_the_phone_was_never_proven_sends_nothing(owner):
    owner.phone_verified_at = None
    owner.save()
    tell(owner)

    deliver_all(NOON)

    assert sent() == []
    assert [line.line for line in queries.told(person=owner, language="en")] == ["Bilal answered."]


def test_deliver_when_it_invites_reaches_a_phone_that_was_never_proven(owner):
    registry.register(message(key="test.invitation", invites=True))
    owner.phone_verified_at = None
    owner.save()
    tell(owner, key="test.invitation")

    deliver_all(NOON)

    assert sent() == [("sms", owner.phone)]


def test_send_digest_when_news_waits_sends_an_owner_one_a_week(owner):
    tell(owner, key="test.match", dedupe_key="1", name="First")
    tell(owner, key="test.match", dedupe_key="2", name="Second")
    digests.send_digest(person_id=owner.pk, channel=Channel.SMS, at=NOON)
    same_day = len(sent())
    digests.send_digest(person_id=owner.pk, channel=Channel.SMS, at=NEXT_MORNING)
    next_morning = len(sent())
    tell(owner, key="test.match", dedupe_key="3", at=NEXT_MORNING)

    for day in range(1, 7):
        digests.send_digest(person_id=owner.pk, channel=Channel.SMS, at=NEXT_MORNING + timedelta(days=day))
    within_the_week = len(sent())
    digests.send_digest(person_id=owner.pk, channel=Channel.SMS, at=NEXT_MORNING + timedelta(days=7))

    assert (same_day, next_morning, within_the_week, len(sent())) == (0, 1, 1, 2)
    assert OutboxMessage.objects.first().text.startswith("Virtual Clusters: 2 new for you. Second answered.")


def test_send_digest_when_the_person_works_here_daily_comes_each_morning_by_email(officer, monkeypatch):
    monkeypatch.setattr(choices, "_daily_readers", [lambda ids: {officer.pk}])
    for day in range(2):
        tell(officer, key="test.match", dedupe_key=str(day), at=NOON + timedelta(days=day))
        digests.send_digest(person_id=officer.pk, channel=Channel.EMAIL, at=NEXT_MORNING + timedelta(days=day))

    assert sent() == [("email", officer.email)] * 2


def test_send_digest_when_it_runs_twice_sends_once(owner):
    tell(owner, key="test.match")
    for _ in range(2):
        digests.send_digest(person_id=owner.pk, channel=Channel.SMS, at=NEXT_MORNING)

    assert len(sent()) == 1


def test_send_digests_when_it_is_morning_asks_for_one_digest_a_person_and_channel(owner, officer):
    tell(owner, officer, key="test.match")

    jobs.send_digests(at=NOON - timedelta(days=1))
    too_early = run_jobs(at=timezone.now())
    jobs.send_digests(at=NEXT_MORNING)

    assert too_early == []
    assert run_jobs(at=timezone.now()) == ["messaging.send_digest"] * 4


def test_choose_when_a_person_wants_no_more_of_something_sends_none_and_keeps_it_in_her_list(owner):
    operations.choose(person=owner, category=Category.REPLY, channel="sms", frequency="never", at=NOON)
    tell(owner)

    deliver_all(NOON)

    assert sent() == []
    assert queries.unread_count(person=owner) == 1


@pytest.mark.parametrize(("category", "frequency"), [(Category.CODE, "never"), (Category.MATCH, "instant")])
def test_choose_when_it_is_no_choice_is_refused(owner, category, frequency):
    with pytest.raises(Refused):
        operations.choose(person=owner, category=category, channel="sms", frequency=frequency, at=NOON)


def test_an_email_when_it_is_sent_carries_the_headers_that_end_it_by_one_tap(officer, mailoutbox, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    tell(officer)

    deliver_all(NOON)

    (mail,) = mailoutbox
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail.extra_headers["List-Unsubscribe"].startswith(f"<https://vc.example/u/{officer.pk}.reply.email~")
    assert (mail.subject, len(mail.alternatives[0].content) < 10_000) == ("Bilal answered.", True)


def test_unsubscribe_when_the_token_names_all_ends_every_message_of_the_channel(owner):
    token = unsubscribe_path(person_id=owner.pk, category="all", channel="sms").removeprefix("/u/")
    operations.unsubscribe(token=token, at=NOON)
    tell(owner)
    tell(owner, key="test.match", dedupe_key="two")

    deliver_all(NOON)
    digests.send_digest(person_id=owner.pk, channel=Channel.SMS, at=NEXT_MORNING)

    assert sent() == []


def test_a_code_when_it_is_asked_for_at_night_comes_at_once_and_stands_in_no_list(owner):
    codes.send(code="012345", language="en", at=NIGHT, phone=owner.phone)

    message = OutboxMessage.objects.get()
    assert (message.address, message.is_secret, message.sent_at) == (owner.phone, True, NIGHT)
    assert message.text.startswith("012345 is your Virtual Clusters code.")
    assert Notification.objects.count() == 0


def test_a_code_when_it_goes_by_email_is_marked_as_secret(officer):
    codes.send(code="012345", language="hi", at=NIGHT, email=officer.email)

    assert OutboxMessage.objects.get().is_secret is True


def test_erase_person_when_she_was_told_something_forgets_it_and_her_choices(owner):
    (told,) = tell(owner, name="My secret")
    deliver_all(NOON)
    operations.choose(person=owner, category=Category.REPLY, channel="sms", frequency="never", at=NOON)

    operations.erase_person(person=owner, at=NOON)
    delivery.deliver(notification_id=told.pk, at=NOON)

    left = [table.objects.count() for table in (Notification, OutboxMessage, ShortLink, SentMessage)]
    assert left == [0, 0, 0, 1]
    assert choices.frequencies_of(owner)[Category.REPLY, Channel.SMS] == "instant"
