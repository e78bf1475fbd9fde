"""What sending would do and cost, before it is done: by which ways people hear of it, and the SMS in each language."""

from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.db.models import Count

from virtualclusters.areas.targeted_notices.counting import reachable_units
from virtualclusters.areas.targeted_notices.notices import key_of, variables_of
from virtualclusters.areas.targeted_notices.outcomes import Outcome
from virtualclusters.areas.targeted_notices.readers import people_with_ways, with_reader
from virtualclusters.capabilities.messaging.parts import Size, size_of
from virtualclusters.capabilities.messaging.registry import registered
from virtualclusters.capabilities.messaging.rendering import render_sms

LINK_LIKE = "/s/abcdEFGH"
"""A short address as long as the real ones."""


@dataclass(frozen=True)
class Sms:
    """The message as it leaves in one language, its size, and how many people get it so."""

    language: str
    text: str
    size: Size
    people: int


@dataclass(frozen=True)
class Forecast:
    """Ways with how many people each, the messages, and all parts with their price in rupees."""

    ways: list[tuple[str, int]]
    messages: list[Sms]
    parts: int
    rupees: Decimal


def forecast_of(notice, audience, *, at) -> Forecast:
    """Count ways and SMS for a notice. Three queries."""
    units = with_reader(reachable_units(audience, sender_id=notice.organisation_id, at=at)).order_by()
    counted = people_with_ways(units.values("reader")).order_by().values_list("way", "language")
    rows = list(counted.annotate(people=Count("pk")))
    messages = _messages(notice, [(language, people) for way, language, people in rows if way == Outcome.SMS])
    parts = sum(sms.size.parts * sms.people for sms in messages)
    return Forecast(_by_way(rows), messages, parts, parts * settings.SMS_RUPEES_A_PART)


def _by_way(rows):
    sums = {outcome: sum(people for way, _language, people in rows if way == outcome) for outcome in Outcome}
    return [(str(outcome.label), people) for outcome, people in sums.items() if people]


def _messages(notice, people_by_language):
    template, texts = registered(key_of(notice.kind)), list(notice.texts.all())
    people: dict[str, int] = {}
    for language, count in people_by_language:
        written = language if language in template.sms else "en"
        people[written] = people.get(written, 0) + count
    address = settings.SHORT_LINK_ADDRESS + LINK_LIKE
    filled = variables_of(notice, texts) | {"link": address, "stop": address}
    return [_sms(template, language, filled, people.get(language, 0)) for language in template.sms]


def _sms(template, language, filled, people):
    text = render_sms(template, language=language, variables=filled).body
    return Sms(language, text, size_of(text), people)
