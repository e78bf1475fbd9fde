"""Who hears of what was found: people who answer for a unit and said yes to such messages, never too much at once."""

import json
from collections import Counter
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Count

from virtualclusters.accounts.models import Consent
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.alerts.finding import matches_of, units_reached_by
from virtualclusters.exchange.alerts.matcher.asking import Behind, best_units
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.notices import FITS
from virtualclusters.exchange.alerts.values import opportunity_views
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import people_of_organisations
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.network.actors import PORTAL
from virtualclusters.network.organisations.models import Unit

A_BATCH = 1_000
"""Units compared in one job: a few tenths of a second."""
MOST_A_WEEK = 20
"""So many new things a unit is told of in seven days; the others it finds on its page. Nobody is drowned."""

WRITTEN = "alert.written"
WRITE = """
    INSERT INTO alerts_alert (unit_id, opportunity_id, score, reasons, written_at, dismissed)
    SELECT unit_id, %s, score, reasons::jsonb, %s, ''
    FROM unnest(%s::bigint[], %s::float8[], %s::text[]) AS found (unit_id, score, reasons)
    ON CONFLICT (unit_id, opportunity_id) DO NOTHING RETURNING unit_id
"""


def write_best(opportunity, *, behind=None, at, judged_at=None) -> Behind | None:
    """Write alerts for the next batch of units that an open opportunity concerns, the best first, and tell their people.

    Returns where the next batch begins; None when as many were written as may be, or nobody of a whole batch was found: those
    behind it are worse. Done twice it writes nothing new.

    Raises:
        NothingHeld: this process has no postings to ask; ``write_alerts`` asks the database.
    """
    asked, kind = opportunity_views([opportunity.pk])[opportunity.pk], kind_of(opportunity.kind)
    part = best_units(asked, kinds=kind.answerer_kinds, at=at, most=A_BATCH, behind=behind)
    found = matches_of(opportunity.pk, _may_be_told(opportunity, part.unit_ids, at), at=judged_at or at)
    return part.behind if found and _write(opportunity, found, at) > 0 else None


def write_alerts(opportunity, *, after, at, judged_at=None) -> int | None:
    """The same from the database, in the order of the units' ids: for when there are no postings.

    Returns the id of the last unit compared, or None when all were or as many were written as may be.
    """
    units = units_reached_by(opportunity.pk, after=after, most=A_BATCH, at=at)
    found = matches_of(opportunity.pk, _may_be_told(opportunity, units, at), at=judged_at or at)
    left = _write(opportunity, found, at) if found else 1
    return units[-1] if len(units) == A_BATCH and left > 0 else None


@transaction.atomic
def _write(opportunity, found, at) -> int:
    """Write for those found, the first of them if not all may be; how many more may be written after that."""
    left = settings.ALERTS_AN_OPPORTUNITY - written_of(opportunity.pk)
    new = _written(opportunity, found[: max(left, 0)], at)
    if new:
        told = _tell(opportunity, new, at=at)
        _record(opportunity, written=len(new), told=told, at=at)
    return left - len(new)


def written_of(opportunity_id) -> int:
    """How many alerts an opportunity had so far. One query."""
    events = Event.objects.filter(subject="alert", subject_id=opportunity_id, code=WRITTEN)
    return sum(events.values_list("dimensions__written", flat=True))


def _written(opportunity, found, at) -> list[int]:
    """The units for which an alert was not there before."""
    units, scores = [unit_id for unit_id, _match in found], [match.score for _unit_id, match in found]
    reasons = [_reasons(match) for _unit_id, match in found]
    with connection.cursor() as cursor:
        cursor.execute(WRITE, [opportunity.pk, at, units, scores, reasons])
        return [unit_id for (unit_id,) in cursor.fetchall()]


def consenting(person_ids, purpose) -> list[int]:
    """Those of these people who said yes to a purpose and did not take it back. One query."""
    said = Consent.objects.filter(person__in=person_ids, purpose=purpose).order_by("person", "-at", "-pk")
    return sorted(person for person, given in said.distinct("person").values_list("person", "given") if given)


def _may_be_told(opportunity, unit_ids, at) -> list[int]:
    """Those that show, may answer it and did not yet; the publisher's own are not among them. One query."""
    answered = Engagement.objects.filter(opportunity=opportunity, lead__in=unit_ids).values("lead")
    others = Unit.objects.shown(at).filter(pk__in=unit_ids).exclude(organisation=opportunity.unit.organisation_id)
    may_answer = others.filter(organisation__kind__in=kind_of(opportunity.kind).answerer_kinds)
    return sorted(may_answer.exclude(pk__in=answered).values_list("pk", flat=True))


def _reasons(match) -> str:
    return json.dumps([_as_codes(reason) for reason in (*match.reasons_for, *match.reasons_against)])


def _as_codes(reason):
    """A reason without words: codes, ids and figures, as history keeps them."""
    kept = {
        name: getattr(reason, name) for name in ("about", "role", "step", "link", "own", "asked", "band", "distance_km")
    }
    if reason.verdict is not None:
        kept |= {"fact": reason.verdict.rule.fact, "answer": str(reason.verdict.answer)}
    return {name: value for name, value in kept.items() if value not in (None, ())} | {
        "effect": round(reason.effect, 3)
    }


def _tell(opportunity, unit_ids, *, at):
    """Notify the people of those units that were not told much lately; how many people that were."""
    lately = Alert.objects.filter(unit_id__in=unit_ids, written_at__gt=at - timedelta(days=7), score__gt=0)
    told = Counter(dict(lately.order_by().values_list("unit_id").annotate(count=Count("pk"))))
    rested = [unit_id for unit_id in unit_ids if told[unit_id] <= MOST_A_WEEK]
    organisations = set(Unit.objects.filter(pk__in=rested).values_list("organisation", flat=True))
    people = consenting(people_of_organisations(organisations), Consent.Purpose.MESSAGES)
    notify(
        people_ids=people,
        key=FITS,
        variables={"title": opportunity.title, "publisher": opportunity.unit.organisation.name},
        at=at,
        about=f"/opportunities/{opportunity.pk}/",
        dedupe_key=f"fits:{opportunity.pk}",
    )
    return len(people)


def _record(opportunity, *, written, told, at):
    record(
        WRITTEN,
        actor=PORTAL,
        at=at,
        subject="alert",
        subject_id=opportunity.pk,
        kind=opportunity.kind,
        written=written,
        told=told,
    )
