"""What came of a notice, in sums: never who opened it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import TruncDate

from virtualclusters.areas.targeted_notices.models import Receiver
from virtualclusters.areas.targeted_notices.outcomes import TOLD, Outcome
from virtualclusters.capabilities.messaging.models import SentMessage
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import ANSWERER
from virtualclusters.foundation.time import IST

NO_DAY = {"told": 0, "opened": 0, "acted": 0}


@dataclass(frozen=True)
class Figures:
    """Of a sent notice.

    Attributes:
        asked: units that fit when it was sent; ``no_consent`` of them did not agree to be approached and have no row.
        told, opened, acted: units; acted = answered the opportunity it leads to.
        messages, failed: SMS and e-mails that left, and that the provider would not take.
        by_outcome: (words, units), of those that may be approached.
        by_day: (day, told, opened, acted) in the order of days, in India.
    """

    asked: int
    no_consent: int
    waiting: int
    told: int
    opened: int
    acted: int
    messages: int
    failed: int
    by_outcome: list[tuple[str, int]]
    by_day: list[tuple]


def figures_of(notice) -> Figures:
    """Count what came of a notice. Five queries."""
    receivers = Receiver.objects.filter(notice=notice)
    outcomes = dict(receivers.order_by().values_list("outcome").annotate(units=Count("pk")))
    days = _days(notice, receivers)
    sent = SentMessage.objects.filter(occasion=f"notice:{notice.pk}")
    left = sent.filter(rejected_because="").count()
    return Figures(
        asked=notice.fit,
        no_consent=notice.fit - sum(outcomes.values()),
        waiting=outcomes.get(Outcome.WAITING, 0),
        told=sum(units for outcome, units in outcomes.items() if outcome in TOLD),
        opened=sum(day["opened"] for day in days.values()),
        acted=sum(day["acted"] for day in days.values()),
        messages=left,
        failed=sent.count() - left,
        by_outcome=[(str(one.label), outcomes[one]) for one in Outcome if one in outcomes],
        by_day=[(day, counts["told"], counts["opened"], counts["acted"]) for day, counts in sorted(days.items())],
    )


def _days(notice, receivers):
    days = defaultdict(lambda: dict(NO_DAY))
    told = receivers.filter(outcome__in=TOLD)
    answers = Engagement.objects.filter(
        opportunity=notice.opportunity_id,
        lead__in=told.values("unit"),
        opened_by=ANSWERER,
        opened_at__gte=notice.sent_at,
    )
    _count(days, "told", told, "settled_at")
    _count(days, "opened", told.filter(opened_at__isnull=False), "opened_at")
    if notice.opportunity_id:
        _count(days, "acted", answers, "opened_at")
    return days


def _count(days, what, rows, moment):
    counted = rows.order_by().annotate(day=TruncDate(moment, tzinfo=IST)).values_list("day").annotate(units=Count("pk"))
    for day, units in counted:
        days[day][what] = units
