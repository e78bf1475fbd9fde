"""Who hears of what was found: people who answer for a unit and said yes to such messages, never too much at once."""

from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.db.models import Count

from virtualclusters.accounts.models import Consent
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.alerts.finding import matches_of, units_reached_by
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.notices import FITS
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import people_of_organisations
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.network.actors import PORTAL
from virtualclusters.network.organisations.models import Unit

A_BATCH = 1_000
"""Units compared in one job: about a second."""
MOST_A_WEEK = 20
"""So many new things a unit is told of in seven days; the others it finds on its page. Nobody is drowned."""


def write_alerts(opportunity, *, after, at, judged_at=None) -> int | None:
    """Write alerts for the next batch of units that an open opportunity concerns, and tell their people.

    Returns the id of the last unit compared, or None when all were. Done twice it writes nothing new.
    """
    units = units_reached_by(opportunity.pk, after=after, most=A_BATCH, at=at)
    found = matches_of(opportunity.pk, _still_without_answer(opportunity, units), at=judged_at or at)
    _write(opportunity, found, units, at)
    return units[-1] if len(units) == A_BATCH else None


@transaction.atomic
def _write(opportunity, found, units, at):
    before = set(
        Alert.objects.filter(opportunity_id=opportunity.pk, unit_id__in=units).values_list("unit_id", flat=True)
    )
    new = [(unit_id, match) for unit_id, match in found if unit_id not in before]
    Alert.objects.bulk_create([_alert(unit_id, match, at) for unit_id, match in new], ignore_conflicts=True)
    if new:
        told = _tell(opportunity, [unit_id for unit_id, _match in new], at=at)
        _record(opportunity, written=len(new), told=told, at=at)


def consenting(person_ids, purpose) -> list[int]:
    """Those of these people who said yes to a purpose and did not take it back. One query."""
    said = Consent.objects.filter(person__in=person_ids, purpose=purpose).order_by("person", "-at", "-pk")
    return sorted(person for person, given in said.distinct("person").values_list("person", "given") if given)


def _still_without_answer(opportunity, unit_ids):
    answered = Engagement.objects.filter(opportunity=opportunity, lead__in=unit_ids).values_list("lead", flat=True)
    others = Unit.objects.filter(pk__in=unit_ids).exclude(organisation=opportunity.unit.organisation_id)
    may_answer = others.filter(organisation__kind__in=kind_of(opportunity.kind).answerer_kinds)
    return sorted(set(may_answer.values_list("pk", flat=True)) - set(answered))


def _alert(unit_id, match, at):
    reasons = [_as_codes(reason) for reason in (*match.reasons_for, *match.reasons_against)]
    return Alert(
        unit_id=unit_id, opportunity_id=match.opportunity_id, score=match.score, reasons=reasons, written_at=at
    )


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
        "alert.written",
        actor=PORTAL,
        at=at,
        subject="alert",
        subject_id=opportunity.pk,
        kind=opportunity.kind,
        written=written,
        told=told,
    )
