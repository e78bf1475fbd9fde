"""A gateway that keeps failing rests; what waits goes out later, nothing is lost and nothing goes twice."""

from datetime import timedelta

import pytest

from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging import delivery, digests, jobs
from virtualclusters.capabilities.messaging.gateways import NotSent, Rejected, outbox
from virtualclusters.capabilities.messaging.models import GatewayHealth, OutboxMessage, SentMessage
from virtualclusters.capabilities.messaging.resting import resting_until
from virtualclusters.capabilities.messaging.sending import send_code
from virtualclusters.capabilities.messaging.tests.conftest import NOON
from virtualclusters.capabilities.messaging.tests.test_delivery import NEXT_MORNING, sent, tell

pytestmark = pytest.mark.django_db
REST = timedelta(minutes=10)


@pytest.fixture(autouse=True)
def short_patience(settings):
    settings.SMS_FAILURES_BEFORE_REST, settings.SMS_REST_MINUTES = 3, 10


@pytest.fixture
def broken(monkeypatch):
    """Breaks the gateway with an error, counts what it is asked, and mends it."""
    works, asked = outbox.Gateway.send, []

    class Switch:
        calls = asked

        def breaks(self, error):
            def fail(gateway, message):
                asked.append(message.address)
                raise error

            monkeypatch.setattr(outbox.Gateway, "send", fail)

        def works(self):
            monkeypatch.setattr(outbox.Gateway, "send", works)

    switch = Switch()
    switch.breaks(NotSent("busy"))
    return switch


def fail_at(told, at):
    with pytest.raises(NotSent):
        delivery.deliver(notification_id=told.pk, at=at)


def tire(told, times=3):
    for _time in range(times):
        fail_at(told, NOON)


def test_after_three_failures_in_a_row_the_gateway_rests_and_is_not_asked(owner, broken):
    (told,) = tell(owner)
    tire(told)

    delivery.deliver(notification_id=told.pk, at=NOON + timedelta(minutes=1))

    told.refresh_from_db()
    assert (len(broken.calls), resting_until("sms", at=NOON), told.due_at) == (3, NOON + REST, NOON + REST)


def test_what_waited_goes_out_once_after_the_rest(owner, broken, settings):
    (told,) = tell(owner)
    tire(told)
    for minute in range(3):
        delivery.deliver(notification_id=told.pk, at=NOON + timedelta(minutes=minute))
    broken.works()

    jobs.release_quiet_hours(at=NOON + REST)
    settings.QUIET_HOURS = False
    run_jobs()
    for _time in range(2):
        delivery.deliver(notification_id=told.pk, at=NOON + REST)

    assert (sent(), GatewayHealth.objects.get().failures) == ([("sms", owner.phone)], 0)


def test_a_failure_after_the_rest_begins_the_next_rest_at_once(owner, broken):
    (told,) = tell(owner)
    tire(told)

    fail_at(told, NOON + REST)

    assert resting_until("sms", at=NOON + REST) == NOON + REST + REST


def test_a_success_between_failures_begins_the_count_anew(owner, broken):
    (told,) = tell(owner)
    tire(told, times=2)
    broken.works()
    send_code(code="123456", language="en", at=NOON, phone="+917000000009")
    broken.breaks(NotSent("busy"))

    tire(told, times=2)

    assert resting_until("sms", at=NOON) is None


def test_a_failure_that_may_have_left_counts_too_and_is_still_not_sent_twice(owner, broken):
    broken.breaks(TimeoutError())
    for number in range(3):
        (told,) = tell(owner, dedupe_key=str(number))
        with pytest.raises(TimeoutError):
            delivery.deliver(notification_id=told.pk, at=NOON)

    assert resting_until("sms", at=NOON) == NOON + REST


def test_numbers_that_take_no_sms_let_nobody_wait_and_are_kept_with_the_reason(owner, broken):
    broken.breaks(Rejected("HTTP 422"))
    for number in range(3):
        (told,) = tell(owner, dedupe_key=str(number))
        for _time in range(2):
            delivery.deliver(notification_id=told.pk, at=NOON)

    told.refresh_from_db()
    kept = list(SentMessage.objects.values_list("rejected_because", "parts"))
    assert (resting_until("sms", at=NOON), GatewayHealth.objects.count(), len(broken.calls)) == (None, 0, 3)
    assert (kept, told.sms_settled_at) == ([("HTTP 422", 0)] * 3, NOON)


def test_a_message_that_was_rejected_takes_nothing_from_the_days_cap(owner, broken):
    broken.breaks(Rejected("HTTP 422"))
    for number in range(3):
        (told,) = tell(owner, dedupe_key=f"rejected {number}")
        delivery.deliver(notification_id=told.pk, at=NOON)
    broken.works()
    for number in range(3):
        (told,) = tell(owner, dedupe_key=f"taken {number}")
        delivery.deliver(notification_id=told.pk, at=NOON)

    assert sent() == [("sms", owner.phone)] * 3


def test_a_digest_that_was_rejected_is_not_tried_again(owner, broken):
    tell(owner, key="test.match")
    broken.breaks(Rejected("HTTP 400"))

    for _time in range(2):
        digests.send_digest(person_id=owner.pk, channel="sms", at=NEXT_MORNING)

    assert (len(broken.calls), SentMessage.objects.get().rejected_because) == (1, "HTTP 400")


def test_who_asks_for_a_code_during_a_rest_is_told_at_once(owner, broken):
    (told,) = tell(owner)
    tire(told)

    with pytest.raises(NotSent, match="rests"):
        send_code(code="123456", language="en", at=NOON, phone=owner.phone)

    assert len(broken.calls) == 3


def test_e_mail_goes_on_while_the_sms_gateway_rests(owner, officer, broken):
    (told,) = tell(owner)
    tire(told)
    (other,) = tell(officer, dedupe_key="two")

    delivery.deliver(notification_id=other.pk, at=NOON)

    other.refresh_from_db()
    assert (sent(), other.due_at) == ([("email", officer.email)], None)


def test_a_digest_by_sms_waits_for_the_end_of_the_rest(owner, broken):
    tell(owner, key="test.match")
    GatewayHealth.objects.create(channel="sms", failures=3, resting_until=NEXT_MORNING + REST)
    broken.works()

    digests.send_digest(person_id=owner.pk, channel="sms", at=NEXT_MORNING)
    during = OutboxMessage.objects.count()
    digests.send_digest(person_id=owner.pk, channel="sms", at=NEXT_MORNING + REST)

    assert (during, sent()) == (0, [("sms", owner.phone)])


def test_the_code_comes_in_urdu_to_who_reads_urdu(owner):
    send_code(code="123456", language="ur", at=NOON, phone=owner.phone)

    text = OutboxMessage.objects.get().text
    assert (text.splitlines()[0], text.splitlines()[-1]) == (
        "123456 آپ کا Virtual Clusters کوڈ ہے۔ 10 منٹ تک چلے گا۔ کسی کو نہ بتائیں۔",
        "@localhost #123456",
    )
