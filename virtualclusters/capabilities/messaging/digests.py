"""Digests: everything that may wait, in one message, at nine in the morning."""

from datetime import timedelta

from django.db.models import Q
from django.utils import translation

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.messaging.choices import CHOOSABLE, frequencies_of
from virtualclusters.capabilities.messaging.delivery import settle
from virtualclusters.capabilities.messaging.gateways import NotSent
from virtualclusters.capabilities.messaging.links import HOME, in_language
from virtualclusters.capabilities.messaging.models import Channel, Frequency, Notification
from virtualclusters.capabilities.messaging.quiet_hours import is_quiet, last_morning
from virtualclusters.capabilities.messaging.registry import registered
from virtualclusters.capabilities.messaging.rendering import render_line
from virtualclusters.capabilities.messaging.resting import resting_until
from virtualclusters.capabilities.messaging.sending import once, send_email_to, send_sms_to
from virtualclusters.capabilities.messaging.texts import DIGEST

PAUSES = {Frequency.DAILY: timedelta(0), Frequency.WEEKLY: timedelta(days=6)}
"""How far before this morning the last digest must lie. Six whole days let a weekly one keep its weekday."""
MOST_ITEMS = 20
"""Most lines in an e-mail; the list on the portal has them all."""


def send_digest(*, person_id, channel, at):
    """Send one person what waits for her on one channel, if her day has come; nothing by night, while the gateway rests, or when
    nothing is due.

    Raises:
        NotSent: the gateway could not be reached; the job tries again.
    """
    if is_quiet(at) or resting_until(channel, at=at):
        return
    person = Person.objects.get(pk=person_id)
    wanted = frequencies_of(person)
    often = {category: wanted[category, channel] for category in CHOOSABLE}
    _settle_unwanted(person, channel, often, at)
    due = _due(person, channel, often, at)
    if due:
        _send(person, channel, due, at)


def _settle_unwanted(person, channel, often, at):
    unwanted = [category for category, frequency in often.items() if frequency == Frequency.NEVER]
    waiting = Notification.objects.filter(person=person, category__in=unwanted, due_at=None)
    settle(notification_ids=waiting.values("pk"), channel=channel, at=at)


def _due(person, channel, often, at):
    morning, column = last_morning(at), f"{channel}_settled_at"
    mine = Notification.objects.filter(person=person)
    # What wanted to go out at once and found the day's cap reached comes along.
    wanted = Q(
        category__in=[category for category, frequency in often.items() if frequency == Frequency.INSTANT], due_at=None
    )
    for frequency, pause in PAUSES.items():
        categories = [category for category, chosen in often.items() if chosen == frequency]
        if not mine.filter(category__in=categories, **{f"{column}__gte": morning - pause}).exists():
            wanted |= Q(category__in=categories)
    return list(mine.filter(wanted, written_at__lt=morning, **{column: None}).order_by("-pk"))


def _send(person, channel, due, at):
    send = _sms if channel == Channel.SMS else _email
    ids = [told.pk for told in due]
    # Settled first: after a crash in the middle the news is in her list, and no second digest repeats it.
    settle(notification_ids=ids, channel=channel, at=at)
    try:
        once(
            effect_key=f"digest:{person.pk}:{channel}:{last_morning(at).date()}",
            person_id=person.pk,
            channel=channel,
            key=DIGEST,
            at=at,
            hand_over=lambda: send(person, due, at),
        )
    except NotSent:
        Notification.objects.filter(pk__in=ids).update(**{f"{channel}_settled_at": None})
        raise


def _sms(person, due, at):
    with translation.override(person.language):
        first = render_line(registered(due[0].key), variables=due[0].variables)
    return send_sms_to(
        person,
        template=registered(DIGEST),
        variables={"count": len(due), "first": first},
        about=in_language(HOME, person.language),
        category="all",
        at=at,
    )


def _email(person, due, at):
    with translation.override(person.language):
        items = [
            {
                "line": render_line(registered(told.key), variables=told.variables),
                "body": "",
                "path": in_language(told.about or HOME, person.language),
            }
            for told in due[:MOST_ITEMS]
        ]
        subject = render_line(registered(DIGEST), variables={"count": len(due), "first": items[0]["line"]})
        return send_email_to(person, subject=subject, items=items, category="all")
