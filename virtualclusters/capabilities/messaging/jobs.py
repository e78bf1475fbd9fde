"""Background work of messaging. Every job may run twice."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from virtualclusters.capabilities.jobs import enqueue, job
from virtualclusters.capabilities.messaging import delivery, digests
from virtualclusters.capabilities.messaging.models import Channel, Notification
from virtualclusters.capabilities.messaging.quiet_hours import is_quiet, last_morning

LOOK_AGAIN = timedelta(hours=2)
"""How long a delivery may take, with all its tries, until the sweep enqueues it anew."""
A_SWEEP = 500
"""Most notifications a sweep takes in one transaction."""


@job(name="messaging.deliver")
def deliver(*, notification_id):
    """Send one notification by the channels on which its reader wants it at once."""
    delivery.deliver(notification_id=notification_id, at=timezone.now())


@job(name="messaging.send_digest")
def send_digest(*, person_id, channel):
    """Send one person what waits for her on one channel, if her day has come."""
    digests.send_digest(person_id=person_id, channel=Channel(channel), at=timezone.now())


@job(name="messaging.release_quiet_hours", tries=1, cron="*/5 * * * *")
@transaction.atomic
def release_quiet_hours(*, at):
    """Every five minutes by day: enqueue what was held back at night, and what two hours of tries did not deliver."""
    if is_quiet(at):
        return
    held = Notification.objects.filter(due_at__lte=at).order_by("due_at").select_for_update(skip_locked=True)
    ids = list(held.values_list("pk", flat=True)[:A_SWEEP])
    Notification.objects.filter(pk__in=ids).update(due_at=at + LOOK_AGAIN)
    for notification_id in ids:
        enqueue(deliver, notification_id=notification_id)


@job(name="messaging.send_digests", tries=1, cron="35 * * * *")
def send_digests(*, at):
    """Every hour by day, first at 09:05 IST: a digest for everybody for whom something written before nine o'clock
    waits."""
    if is_quiet(at):
        return
    for channel in Channel:
        waiting = Notification.objects.filter(written_at__lt=last_morning(at), **{f"{channel}_settled_at": None})
        for person_id in waiting.order_by("person_id").values_list("person_id", flat=True).distinct():
            enqueue(send_digest, person_id=person_id, channel=str(channel))
