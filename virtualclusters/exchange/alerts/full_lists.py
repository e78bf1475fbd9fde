"""The full ranked lists for those who look after a cluster: all units for one opportunity, all opportunities for one unit.

Nothing is left out for being weak: what stands below the figure from which people are told, and what a rule ends, is there too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q

from virtualclusters.exchange.alerts.concerning import concerning
from virtualclusters.exchange.alerts.finding import units_reached_by
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.values import (
    opportunity_views,
    read_units,
    unit_views,
    vocabulary,
    ways,
)
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.kind import kind_of, kinds
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.matching.fairness import Place, rotated
from virtualclusters.matching.postings import rank_alike
from virtualclusters.matching.ranking import Ranked, ordered
from virtualclusters.matching.reasons import Match
from virtualclusters.network.organisations.models import Unit

MOST_COMPARED = 2_000
"""So many units are compared within a request; of more that an opportunity reaches, the page says so."""
MOST_BLOCKED = 50


@dataclass(frozen=True)
class UnitFit:
    """A unit beside an opportunity. ``answered``, ``put_away`` and ``by_hand`` say what happened between the two so far."""

    unit: Unit
    match: Match
    answered: bool
    put_away: bool
    by_hand: bool


@dataclass(frozen=True)
class UnitFits:
    """One page of the units for an opportunity.

    Attributes:
        fits: this page, the best first; those that no rule ends.
        total: how many of them there are in all.
        page: the number of the page, the first one being 1.
        blocked: units that fit but for a rule, a radius or the last day, the best first; at most 50.
        blocked_total: how many of them there are in all.
        compared: how many units were compared; ``all_compared`` says whether that were all it reaches.
    """

    fits: list[UnitFit]
    total: int
    page: int
    blocked: list[UnitFit]
    blocked_total: int
    compared: int
    all_compared: bool


@dataclass(frozen=True)
class OpportunityFits:
    """One page of the open opportunities for a unit, the best first, and those that a rule ends; rows by id."""

    fits: list[Ranked]
    total: int
    page: int
    blocked: list[Match]
    blocked_total: int
    rows: Mapping[int, Opportunity]


def units_for(opportunity: Opportunity, *, at, page: int = 1, most: int = 50) -> UnitFits:
    """All units that an opportunity concerns, ranked and explained, equals in turn. The same number of queries however many there are."""
    reached = units_reached_by(opportunity.pk, after=0, most=MOST_COMPARED, at=at)
    kept = _may_answer(opportunity, reached)
    view = opportunity_views([opportunity.pk])[opportunity.pk]
    ranked = rank_alike(view, unit_views(kept, at=at, about=view).values(), ways=ways(), at=at, least=0.0)
    fits = _in_turn(opportunity, [pair for pair in ranked if pair[1].blocked is None])
    blocked = [pair for pair in ranked if pair[1].blocked is not None]
    page = _within(page, len(fits), most)
    shown, ended = fits[(page - 1) * most : page * most], blocked[:MOST_BLOCKED]
    rows = _rows(opportunity, [unit_id for unit_id, _match in (*shown, *ended)])
    return UnitFits(
        fits=[_fit(rows[unit_id], match) for unit_id, match in shown],
        total=len(fits),
        page=page,
        blocked=[_fit(rows[unit_id], match) for unit_id, match in ended],
        blocked_total=len(blocked),
        compared=len(kept),
        all_compared=len(reached) < MOST_COMPARED,
    )


def opportunities_for(unit: Unit, *, at, page: int = 1, most: int = 50) -> OpportunityFits:
    """All open opportunities for a unit, ranked as on its own page; what it answered is left out. Eight queries at most."""
    words, held = vocabulary(), read_units([unit.pk], wishes_at=at)
    view = held.views()[unit.pk]
    answered = sorted(kind.slug for kind in kinds() if unit.organisation.kind in kind.answerer_kinds)
    views = concerning(view, words, at=at, only_kinds=answered)
    if any(one.rules for one in views.values()):
        view = replace(view, facts=held.facts(at=at)[unit.pk])
    ranking = ordered(view, views.values(), vocabulary=words, at=at, least=0.0)
    total = sum(one.assessment.blocked is None for one in ranking.weighed)
    page = _within(page, total, most)
    first = (page - 1) * most
    fits = ranking.explained(first, min(most, total - first))
    blocked = [one.match for one in ranking.explained(total, MOST_BLOCKED)]
    shown = [match.opportunity_id for match in (*(one.match for one in fits), *blocked)]
    rows = Opportunity.objects.select_related("unit__organisation").in_bulk(shown)
    return OpportunityFits(fits, total, page, blocked, len(ranking) - total, rows)


def _may_answer(opportunity, unit_ids):
    """Those whose kind of organisation may answer it; the publisher's own are not among them."""
    others = Unit.objects.filter(pk__in=unit_ids).exclude(organisation=opportunity.unit.organisation_id)
    may_answer = others.filter(organisation__kind__in=kind_of(opportunity.kind).answerer_kinds)
    return list(may_answer.values_list("pk", flat=True))


def _in_turn(opportunity, fits):
    """Equals in turn, so that in the lists of different opportunities others come first. Nobody is left out, so no place is kept."""
    matches = dict(fits)
    places = rotated([Place(unit_id, match.score) for unit_id, match in fits], str(opportunity.pk))
    return [(place.id, matches[place.id]) for place in places]


def _rows(opportunity, unit_ids):
    """The units by id, with what happened between each and the opportunity."""
    answers = Engagement.objects.filter(opportunity=opportunity, lead=OuterRef("pk"))
    told = Alert.objects.filter(opportunity_id=opportunity.pk, unit_id=OuterRef("pk"))
    units = Unit.objects.select_related("organisation").annotate(
        answered=Exists(answers),
        put_away=Exists(told.filter(dismissed_at__isnull=False)),
        by_hand=Exists(told.filter(Q(by_hand_at__isnull=False))),
    )
    return units.in_bulk(unit_ids)


def _fit(unit, match):
    return UnitFit(unit, match, answered=unit.answered, put_away=unit.put_away, by_hand=unit.by_hand)


def _within(page, total, most):
    """The page asked for, or the last one when a later was asked for."""
    return max(1, min(page, -(-total // most)))
