"""How often a person hears of what: her own choice, else the house's habit.

The habit: a code, reply, deadline or decision comes at once, by SMS when she has a phone, else by e-mail. Everything
else waits for
a digest, by e-mail when she has one, else by SMS: once a week, or once a day for people whose work is here (officers).
"""

from virtualclusters.capabilities.messaging.models import Channel, Frequency, NotificationChoice
from virtualclusters.capabilities.messaging.registry import INSTANT_CATEGORIES, Category

CHOOSABLE = [category for category in Category if category is not Category.CODE]

_daily_readers = []


def register_daily_readers(find):
    """Let an owner of roles say who works here daily: `find(person_ids)` gives the ids of those who do."""
    _daily_readers.append(find)


def works_here_daily(person_id):
    """Whether a digest comes daily instead of weekly, as long as she chose nothing else."""
    return any(person_id in find([person_id]) for find in _daily_readers)


def address_of(person, channel, *, invited=False):
    """Where a channel reaches the person, or None. A phone nobody has proven by a code gets invitations only."""
    if channel == Channel.SMS:
        return person.phone if person.phone_verified_at or invited else None
    return person.email or None


def frequencies_of(person, *, invited=False):
    """`{(category, channel): frequency}` for everything a person can choose; for an invitation an unproven phone counts."""
    habits = {
        (category, channel): habit(category, channel, person, invited=invited)
        for category in CHOOSABLE
        for channel in Channel
    }
    chosen = NotificationChoice.objects.filter(person=person).values_list("category", "channel", "frequency")
    return habits | {(Category(category), Channel(channel)): Frequency(often) for category, channel, often in chosen}


def habit(category, channel, person, *, invited=False):
    """The frequency of one category on one channel for a person who chose nothing."""
    if not address_of(person, channel, invited=invited):
        return Frequency.NEVER
    at_once = category in INSTANT_CATEGORIES
    first = Channel.SMS if at_once else Channel.EMAIL
    if channel != first and address_of(person, first, invited=invited):
        return Frequency.NEVER
    if at_once:
        return Frequency.INSTANT
    return Frequency.DAILY if works_here_daily(person.pk) else Frequency.WEEKLY


def allowed_frequencies(category):
    """What may be chosen: only a code, reply, deadline or decision may come at once."""
    return [often for often in Frequency if often != Frequency.INSTANT or category in INSTANT_CATEGORIES]
