"""An adviser's public record: what was asked, answered and done, and the changes that a unit or she confirmed. No stars, no payment."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from statistics import median

from django.db.models import Q, Sum
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.kinds import ADVICE, KINDS
from virtualclusters.areas.advice.models.choices import Confidential
from virtualclusters.capabilities.events.models import Event
from virtualclusters.exchange.engagements.models import Engagement, OpenedBy
from virtualclusters.exchange.kinds.kind import Indicator, kind_of
from virtualclusters.exchange.kinds.paths import PUBLISHER, Phase
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.exchange.outcomes.queries import Reading

KNOWN_FROM = 3
"""Below so many cases nobody is judged: she is new here."""
COLUMNS = ("pk", "phase", "opened_at", "opened_by", "agreed_at")
SCOPE = ("confidential", "adviser_agreed_at", "unit_agreed_at")
ANSWERS = ("engagement.offer", "engagement.decline", "engagement.said")


@dataclass
class Record:
    """What an adviser's unit did here.

    Attributes:
        asked: requests that came to her; ``answered``: those to which she said something.
        helped: cases finished with at least one session; ``begun``: those that both sides agreed on.
        hours: of all sessions; ``lately`` of those since the day that was asked for. ``changes``: confirmed readings, with their indicator.
        waits: how long each answered request waited for her first word.
    """

    asked: int = 0
    answered: int = 0
    begun: int = 0
    helped: int = 0
    hours: Decimal = Decimal(0)
    lately: Decimal = Decimal(0)
    changes: list[tuple[Indicator, Decimal]] = field(default_factory=list)
    confirmed: int = 0
    waits: list[timedelta] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        return self.begun < KNOWN_FROM

    @property
    def pace(self) -> str:
        """How fast she usually answers, from real answers; empty below three."""
        if len(self.waits) < KNOWN_FROM:
            return ""
        return pace_in_words(median(self.waits))


def pace_in_words(wait: timedelta) -> str:
    """A usual wait as a sentence."""
    if wait <= timedelta(days=1):
        return _("Usually answers within a day")
    if wait <= timedelta(days=3):
        return _("Usually answers within three days")
    return _("Usually answers within a week")


def records_of(unit_ids: Iterable[int], *, since: date | None = None) -> dict[int, Record]:
    """The records of adviser units. Three queries however many."""
    records: defaultdict[int, Record] = defaultdict(Record)
    rows = list(_cases(unit_ids, since))
    units = {row["pk"]: row["opportunity__unit"] for row in rows}
    for row in rows:
        _count(records[row["opportunity__unit"]], row, row["hours"] or Decimal(0))
    for case, wait in _first_answers(rows).items():
        records[units[case]].answered += 1
        records[units[case]].waits.append(wait)
    for case, indicator, change, may_be_told in _confirmed(rows):
        records[units[case]].confirmed += 1
        if may_be_told:
            records[units[case]].changes.append((indicator, change))
    return {unit: records[unit] for unit in unit_ids}


def _cases(unit_ids, since):
    rows = Engagement.objects.filter(opportunity__unit__in=list(unit_ids), opportunity__kind__in=KINDS)
    lately = Q(advice_sessions__held_on__gte=since) if since else Q(pk__isnull=True)
    return (
        rows.annotate(hours=Sum("advice_sessions__hours"), lately=Sum("advice_sessions__hours", filter=lately))
        .order_by("pk")
        .values(
            *COLUMNS,
            "hours",
            "lately",
            "opportunity__unit",
            "opportunity__kind",
            *(f"advice_scope__{name}" for name in SCOPE),
        )
    )


def _count(record, row, hours):
    record.asked += row["opportunity__kind"] == ADVICE and row["opened_by"] == OpenedBy.ANSWERER
    record.begun += row["agreed_at"] is not None
    record.helped += row["phase"] == Phase.CLOSED and row["agreed_at"] is not None and hours > 0
    record.hours += hours
    record.lately += row["lately"] or Decimal(0)


def _first_answers(rows) -> dict[int, timedelta]:
    """From the request to her first word, by case."""
    opened: dict[int, datetime] = {
        row["pk"]: row["opened_at"]
        for row in rows
        if row["opportunity__kind"] == ADVICE and row["opened_by"] == OpenedBy.ANSWERER
    }
    said = Event.objects.filter(subject="engagement", subject_id__in=list(opened), code__in=ANSWERS)
    first: dict[int, timedelta] = {}
    for case, at in said.filter(dimensions__side=PUBLISHER).order_by("at", "pk").values_list("subject_id", "at"):
        first.setdefault(case, at - opened[case])
    return first


def _confirmed(rows):
    """(case, indicator, change, whether it may be told) of every reading that the other side confirmed."""
    kinds = {row["pk"]: row["opportunity__kind"] for row in rows if row["agreed_at"] is not None}
    closed = {row["pk"] for row in rows if not _may_be_told(*(row[f"advice_scope__{name}"] for name in SCOPE))}
    by_case: defaultdict[tuple[int, str], dict[str, Measure]] = defaultdict(dict)
    for measure in Measure.objects.filter(engagement__in=kinds, value__isnull=False).order_by("pk"):
        by_case[measure.engagement_id, measure.indicator][measure.moment] = measure
    for (case, code), by_moment in by_case.items():
        indicator = next((one for one in kind_of(kinds[case]).indicators if one.code == code), None)
        reading = Reading(indicator, by_moment) if indicator else None
        if reading and reading.confirmed and reading.change is not None:
            yield case, indicator, reading.change, case not in closed


def _may_be_told(confidential, *yeses):
    """What one side alone has changed in the plan opens nothing: until both said yes anew, no figure is told."""
    return confidential is None or (confidential != Confidential.CLOSED and None not in yeses)
