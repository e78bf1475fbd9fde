"""Verbs: tell people something, keep their choices, end messages, forget a person."""

import json

from django.db import connection, transaction
from django.utils.translation import gettext as _

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.jobs import enqueue
from virtualclusters.capabilities.messaging.choices import CHOOSABLE, allowed_frequencies, frequencies_of
from virtualclusters.capabilities.messaging.jobs import LOOK_AGAIN, deliver
from virtualclusters.capabilities.messaging.links import read_token, without_language
from virtualclusters.capabilities.messaging.models import (
    Frequency,
    Notification,
    NotificationChoice,
    OutboxMessage,
    ShortLink,
)
from virtualclusters.capabilities.messaging.quiet_hours import next_hour_to_send
from virtualclusters.capabilities.messaging.registry import Category, Urgency, registered
from virtualclusters.foundation.among import among, array_of
from virtualclusters.foundation.errors import Refused

WRITE = """
    INSERT INTO messaging_notification (key, category, variables, about, dedupe_key, written_at, due_at, person_id)
    SELECT %s, %s, %s::jsonb, %s, %s, %s, %s, person_id FROM unnest(%s::bigint[]) AS people (person_id)
    ON CONFLICT DO NOTHING
"""
"""The same for thousands of people as one statement: an alert may go to ten thousand at once."""


@transaction.atomic
def notify(*, people_ids, key, variables, at, about, dedupe_key):
    """Tell people something, in the caller's transaction: if it is rolled back, nobody hears of it.

    Each person gets it once, however often this is called with the same `dedupe_key`. It stands in her list at once.
    By SMS or
    e-mail it goes out now, in the morning when it is night in India, or with her next digest, as its urgency and her
    choices say.

    Args:
        people_ids: ids of persons.
        key: of a registered message.
        variables: values of its gaps: text, numbers, ISO dates; each is put into words in the reader's language.
        about: path of the page it leads to, or empty; its language is left off, each reader is led to hers.
        dedupe_key: names the occasion, such as `reply:312`.

    Raises:
        LookupError: no such message is registered.
        KeyError: a gap is left without a value.
    """
    template, people = registered(key), sorted(set(people_ids))
    given = {variable.name: variables[variable.name] for variable in template.variables}
    if not people:
        return
    now = next_hour_to_send(at) == at
    due_at = None if template.urgency is Urgency.DIGEST else at + LOOK_AGAIN if now else next_hour_to_send(at)
    about = without_language(about)
    row = [key, template.category, json.dumps(given), about, dedupe_key, at, due_at, array_of(people)]
    with connection.cursor() as cursor:
        cursor.execute(WRITE, row)
    if due_at and now:
        _deliver_now(people, dedupe_key)


def _deliver_now(people, dedupe_key):
    written = Notification.objects.filter(person__in=among(people), dedupe_key=dedupe_key, due_at__isnull=False)
    for notification_id in written.order_by("pk").values_list("pk", flat=True):
        enqueue(deliver, notification_id=notification_id)


@transaction.atomic
def choose(*, person, category, channel, frequency, at):
    """Keep how often a person wants to hear of a category by a channel.

    Raises:
        Refused: codes cannot be chosen away; only replies, deadlines and decisions may come at once.
    """
    if category not in CHOOSABLE or frequency not in allowed_frequencies(category):
        raise Refused("no_such_choice", _("This cannot be chosen."))
    NotificationChoice.objects.update_or_create(
        person=person, category=category, channel=channel, defaults={"frequency": frequency, "chosen_at": at}
    )


@transaction.atomic
def choose_all(*, person, chosen, at):
    """Keep all choices of one page: `{(category, channel): frequency}`. What is as it was stays without a row.

    Raises:
        Refused: one of them is no choice; then none is kept.
    """
    before = frequencies_of(person)
    for (category, channel), frequency in chosen.items():
        if before.get((category, channel)) != frequency:
            choose(person=person, category=category, channel=channel, frequency=frequency, at=at)


@transaction.atomic
def unsubscribe(*, token, at):
    """End what a signed token names, and say which category it was (`all` = everything that can be chosen).

    Raises:
        NotFound: the token was not signed here.
    """
    person_id, category, channel = read_token(token)
    person = Person.objects.get(pk=person_id)
    for ended in CHOOSABLE if category == "all" else [category]:
        choose(person=person, category=Category(ended), channel=channel, frequency=Frequency.NEVER, at=at)
    return category


def mark_read(*, person, at, up_to=None):
    """Remember that the person has seen her list, up to the notification of that id or whole."""
    unread = Notification.objects.filter(person=person, read_at=None)
    (unread.filter(pk__lte=up_to) if up_to else unread).update(read_at=at)


@transaction.atomic
def erase_person(*, person, at):
    """Forget what a person was told, what she chose and her short links. Call it while her phone and e-mail are known.

    That something was sent to her on some day stays, for the figures; it holds no words and no address.
    """
    Notification.objects.filter(person=person).delete()
    NotificationChoice.objects.filter(person=person).delete()
    ShortLink.objects.filter(person=person).delete()
    OutboxMessage.objects.filter(address__in=[address for address in (person.phone, person.email) if address]).delete()
