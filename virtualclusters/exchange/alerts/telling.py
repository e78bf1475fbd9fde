"""Who hears of what was found: people who answer for a unit and said yes to such messages, never too much at once."""

import json
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction

from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.alerts.finding import matches_of, units_asking_for, units_reached_by
from virtualclusters.exchange.alerts.matcher.asking import Behind, best_units
from virtualclusters.exchange.alerts.matcher.completing import completed
from virtualclusters.exchange.alerts.notices import FITS
from virtualclusters.exchange.alerts.people import may_be_told, people_to_tell, seldom_told
from virtualclusters.exchange.alerts.values import opportunity_views, ways
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.matching.fairness import Moved, Place, spread
from virtualclusters.matching.postings import rank_alike
from virtualclusters.matching.reasons import Match
from virtualclusters.matching.values import Id
from virtualclusters.network.actors import PORTAL

A_BATCH = 1_000
"""Units compared and written in one transaction: a few tenths of a second."""
A_LOOK = 15_000
"""Units put in order at once, for one job."""

WRITTEN = "alert.written"
WRITE = """
    INSERT INTO alerts_alert (unit_id, opportunity_id, score, reasons, written_at, dismissed)
    SELECT unit_id, %s, score, reasons, %s, ''
    FROM ROWS FROM (jsonb_to_recordset(%s::jsonb) AS (unit_id bigint, score float8, reasons jsonb)) WITH ORDINALITY
        AS found (unit_id, score, reasons, place)
    WHERE unit_id NOT IN (SELECT told.unit_id FROM alerts_alert told WHERE told.opportunity_id = %s)
    ORDER BY place LIMIT %s
    ON CONFLICT (unit_id, opportunity_id) DO NOTHING RETURNING unit_id
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A unit with its match, and what gave it its place, if not the score alone."""

    unit_id: int
    match: Match
    moved: Moved | None = None


def write_best(opportunity, *, behind=None, at, judged_at=None) -> Behind | None:
    """Write alerts for the next units that an open opportunity concerns, the best first, and tell their people.

    Before the first come those who ask for it in an open requirement, which no postings hold. Each thousand stands by itself: what a
    kill leaves undone is done by the next try. Returns where to go on; None when as many were written as may be, or nobody of a whole
    batch was found: those behind it are worse. Done twice it writes nothing new.

    Raises:
        NothingHeld: this process has no postings to ask; ``write_alerts`` asks the database.
    """
    view, kind = opportunity_views([opportunity.pk])[opportunity.pk], kind_of(opportunity.kind)
    part = best_units(view, kinds=kind.answerer_kinds, at=at, most=A_LOOK, behind=behind)
    asking = units_asking_for(view, at=judged_at or at, most=A_LOOK) if behind is None else []
    if asking and not _write_fairly(opportunity, _compared(opportunity, asking, at, judged_at or at), at):
        return None
    heard, scored = set(asking), zip(part.units, part.figures, strict=True)
    ranked = [Place(unit.id, figure) for unit, figure in scored if unit.id not in heard]
    places = fair_places(opportunity, ranked, at)
    known = {unit.id: unit for unit in part.units}
    for first in range(0, len(places), A_BATCH):
        batch = places[first : first + A_BATCH]
        asked = may_be_told(opportunity, [place.id for place in batch], at)
        units = completed(view, [known[place.id] for place in batch], asked, at=judged_at or at)
        matches = dict(rank_alike(view, units, ways=ways(), at=judged_at or at))
        found = [Found(int(place.id), matches[place.id], place.moved) for place in batch if place.id in matches]
        if not found or _write(opportunity, found, at) <= 0:
            return None
    return part.behind


def fair_places(opportunity, ranked: list[Place], at) -> list[Place]:
    """Units, given the best first, in the order in which they are told: equals in turn, some places kept for who was seldom told.

    Where all of them may be told nothing moves. One query; two where it matters.
    """
    left = places_left(opportunity)
    if len(ranked) <= left:
        return ranked
    seldom = seldom_told([one.id for one in ranked], besides=opportunity.pk, at=at)
    share = settings.ALERTS_KEPT_PER_CENT / 100
    return spread(ranked, turn=str(opportunity.pk), seldom_seen=seldom, places=max(left, 0), share=share)


def write_alerts(opportunity, *, after, at, judged_at=None) -> int | None:
    """The same from the database, for when there are no postings: units are looked at in the order of their ids, those of one look
    told in the same order as above.

    Returns the id of the last unit compared, or None when all were or as many were written as may be.
    """
    units = units_reached_by(opportunity.pk, after=after, most=A_LOOK, at=at)
    matches = _compared(opportunity, units, at, judged_at or at)
    may_go_on = _write_fairly(opportunity, matches, at)
    return units[-1] if may_go_on and len(units) == A_LOOK else None


def _write_fairly(opportunity, matches: dict[Id, Match], at) -> bool:
    """Write for these, equals in turn; False when no more may be written."""
    ranked = sorted((Place(unit_id, match.score) for unit_id, match in matches.items()), key=lambda one: -one.score)
    places = fair_places(opportunity, ranked, at) if ranked else []
    for first in range(0, len(places), A_BATCH):
        found = [Found(int(one.id), matches[one.id], one.moved) for one in places[first : first + A_BATCH]]
        if _write(opportunity, found, at) <= 0:
            return False
    return True


def _compared(opportunity, units, at, judged_at) -> dict[Id, Match]:
    """The matches of those units that may be told, read a batch at a time."""
    matches: dict[Id, Match] = {}
    for first in range(0, len(units), A_BATCH):
        asked = [one.unit_id for one in may_be_told(opportunity, units[first : first + A_BATCH], at)]
        matches |= matches_of(opportunity.pk, asked, at=judged_at)
    return matches


@transaction.atomic
def _write(opportunity, found, at) -> int:
    """Write for those found, the first of them not told yet if not all may be; how many more may be written after that."""
    left = places_left(opportunity)
    new = _written(opportunity, found, at, most=max(left, 0))
    if new:
        told = _tell(opportunity, new, at=at)
        _record(opportunity, written=len(new), told=told, at=at)
    return left - len(new)


def places_left(opportunity) -> int:
    """How many more units may be told of an opportunity. One query."""
    events = Event.objects.filter(subject="alert", subject_id=opportunity.pk, code=WRITTEN)
    written: int = sum(events.values_list("dimensions__written", flat=True))
    return int(settings.ALERTS_AN_OPPORTUNITY) - written


def _written(opportunity, found, at, *, most) -> list[int]:
    """The units for which an alert was not there before, as many as may be."""
    rows = [{"unit_id": one.unit_id, "score": one.match.score, "reasons": _reasons(one)} for one in found]
    with connection.cursor() as cursor:
        cursor.execute(WRITE, [opportunity.pk, at, json.dumps(rows), opportunity.pk, most])
        return [unit_id for (unit_id,) in cursor.fetchall()]


def _reasons(found) -> list[dict]:
    reasons = [_as_codes(reason) for reason in (*found.match.reasons_for, *found.match.reasons_against)]
    return reasons + ([{"moved": str(found.moved)}] if found.moved else [])


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
    people = people_to_tell(unit_ids, at=at)
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
