"""Notifications that go out by themselves: at once by day, in the morning when they were written at night."""

from django.conf import settings
from django.db.models import F
from django.utils import translation

from virtualclusters.capabilities.messaging.choices import frequencies_of
from virtualclusters.capabilities.messaging.links import HOME, in_language
from virtualclusters.capabilities.messaging.models import Channel, DailyCount, Frequency, Notification
from virtualclusters.capabilities.messaging.quiet_hours import is_quiet
from virtualclusters.capabilities.messaging.registry import Category, registered
from virtualclusters.capabilities.messaging.rendering import render_body, render_line
from virtualclusters.capabilities.messaging.resting import resting_until
from virtualclusters.capabilities.messaging.sending import once, send_email_to, send_sms_to
from virtualclusters.foundation.time import day_in_india


def deliver(*, notification_id, at):
    """Send one notification by the channels on which its reader wants it at once.

    By night nothing is sent; past the day's cap it waits for the next digest; while the gateway rests, for the end of that rest. A
    person who was erased meanwhile gets nothing.

    Raises:
        NotSent: a gateway could not be reached; the job tries again.
    """
    if is_quiet(at):
        return
    told = Notification.objects.select_related("person").filter(pk=notification_id).first()
    if told is None:
        return
    wanted = frequencies_of(told.person, invited=registered(told.key).invites)
    held_until = None
    for channel in Channel:
        frequency = wanted[Category(told.category), channel]
        rest = resting_until(channel, at=at) if frequency == Frequency.INSTANT and not _settled(told, channel) else None
        if rest is None:
            _deliver_by(told, channel, frequency, at)
        held_until = held_until or rest
    Notification.objects.filter(pk=told.pk).update(due_at=held_until)


def settle(*, notification_ids, channel, at):
    """Mark that a channel has nothing more to do with these notifications."""
    column = f"{channel}_settled_at"
    Notification.objects.filter(pk__in=notification_ids, **{column: None}).update(**{column: at})


def _settled(told, channel):
    return getattr(told, f"{channel}_settled_at") is not None


def _deliver_by(told, channel, frequency, at):
    if _settled(told, channel):
        return
    if frequency == Frequency.NEVER:
        settle(notification_ids=[told.pk], channel=channel, at=at)
    elif frequency == Frequency.INSTANT and _take_from_cap(told.person_id, channel, at):
        _hand_over(told, channel, at)
        settle(notification_ids=[told.pk], channel=channel, at=at)


def _hand_over(told, channel, at):
    send = _sms if channel == Channel.SMS else _email
    left = False
    try:
        left = once(
            effect_key=f"notification:{told.pk}:{channel}",
            person_id=told.person_id,
            channel=channel,
            key=told.key,
            occasion=told.dedupe_key,
            at=at,
            hand_over=lambda: send(told, at),
        )
    finally:
        if not left:
            _give_back_to_cap(told.person_id, channel, at)


def _sms(told, at):
    return send_sms_to(
        told.person,
        template=registered(told.key),
        variables=told.variables,
        about=in_language(told.about or HOME, told.person.language),
        category=told.category,
        at=at,
    )


def _email(told, at):
    template = registered(told.key)
    with translation.override(told.person.language):
        line = render_line(template, variables=told.variables)
        item = {
            "line": line,
            "body": render_body(template, variables=told.variables),
            "path": in_language(told.about, told.person.language),
        }
        return send_email_to(told.person, subject=line, items=[item], category=told.category)


def _take_from_cap(person_id, channel, at):
    today, _ = DailyCount.objects.get_or_create(person_id=person_id, channel=channel, day=day_in_india(at))
    most = settings.MESSAGES_A_DAY[channel]
    return DailyCount.objects.filter(pk=today.pk, sent__lt=most).update(sent=F("sent") + 1) == 1


def _give_back_to_cap(person_id, channel, at):
    today = DailyCount.objects.filter(person_id=person_id, channel=channel, day=day_in_india(at), sent__gt=0)
    today.update(sent=F("sent") - 1)
