"""Finding: the open opportunities for one unit, within a request; the units for one opportunity, in the worker."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import (
    BigIntegerField,
    Count,
    F,
    OuterRef,
    Q,
    Subquery,
)

from virtualclusters.exchange.alerts.concerning import concerning
from virtualclusters.exchange.alerts.models import REACTED, Alert
from virtualclusters.exchange.alerts.values import (
    opportunity_views,
    read_units,
    unit_views,
    vocabulary,
    ways,
)
from virtualclusters.exchange.alerts.wishes import units_wishing
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.built_once import BuiltOnce, Given, OneOf
from virtualclusters.matching.capability import Known
from virtualclusters.matching.fairness import Moved
from virtualclusters.matching.postings import rank_alike
from virtualclusters.matching.ranking import Dismissal, NotForMe, Ordering, Ranked, ordered
from virtualclusters.matching.reasons import Match, explain
from virtualclusters.matching.relations import Vocabulary
from virtualclusters.matching.scoring import Blocked
from virtualclusters.matching.values import ConceptId, OpportunityView, UnitRole
from virtualclusters.network.organisations.models import Unit, UnitConcept

NEAR_MISSES = 3


@dataclass(frozen=True)
class Found:
    """What was found for a unit.

    Attributes:
        ranked: one page of the matches worth showing, best first.
        total: how many there are in all.
        page: the number of the page, the first one being 1; the last one when a later was asked for.
        near_misses: matches that only a rule ends, best first, with what would turn it.
        rows: the opportunities of both by id, with unit and organisation.
        moved: by opportunity id, what gave the unit a place where more fitted than could be told of it.
        suggested: whether somebody suggested something to the unit by hand that it has not put away (``by_hand.suggestions_for``).
        fits: by opportunity id, how what was suggested fits the unit, on the first page; without what does not concern it by itself.
        looked_at: how many open opportunities of each kind there are; counted only when nothing was found.
    """

    ranked: list[Ranked]
    total: int
    page: int
    near_misses: list[Match]
    rows: dict[int, Opportunity]
    looked_at: Counter
    moved: dict[int, Moved]
    suggested: bool
    fits: dict[int, Match]


def find_for(unit_id: int, *, at, only_kinds=(), page: int = 1, most: int = 10) -> Found:
    """The open opportunities that concern a unit, ranked and explained; those it answered or put away are left out.

    Six queries, one more when rules ask for facts, one more when nothing was found.
    """
    words, held = vocabulary(), read_units([unit_id], wishes_at=at)
    dismissed, suggested = _reacted(unit_id)
    unit = held.views()[unit_id]
    answered, known = _answered_by(held.units[0].organisation.kind, only_kinds), Known()
    views = concerning(unit, words, at=at, only_kinds=answered, known=known, also=dismissed)
    if any(view.rules for view in views.values()):
        unit = replace(unit, facts=held.facts(at=at)[unit_id])
    kept = [Dismissal(views[pk], why) for pk, why in dismissed.items() if pk in views]
    compared = [view for pk, view in views.items() if pk not in dismissed]
    everything = ordered(unit, compared, vocabulary=words, at=at, dismissed=kept, known=known)
    page = max(1, min(page, -(-len(everything) // most)))
    ranked = everything.explained((page - 1) * most, most)
    near_misses = _near_misses(everything)
    shown = [match.opportunity_id for match in (*near_misses, *(one.match for one in ranked))]
    rows = {row.pk: row for row in _SHOWN.ask(unit=unit_id, shown=shown)} if shown else {}
    return Found(
        ranked=ranked,
        total=len(everything),
        page=page,
        near_misses=near_misses,
        rows=rows,
        looked_at=Counter() if ranked else count_open(at, only_kinds),
        moved={pk: Moved(said["moved"]) for pk, row in rows.items() for said in row.told or () if "moved" in said},
        suggested=bool(suggested),
        fits=_fits(everything, suggested) if page == 1 else {},
    )


def _shown():
    """Opportunities with the reasons for which the unit was told of each, as ``told``; None if it was not."""
    alerts = Alert.objects.filter(unit_id=_UNIT, opportunity_id=OuterRef("pk"))
    rows = Opportunity.objects.filter(pk=OneOf("shown", BigIntegerField())).select_related("unit__organisation")
    return rows.annotate(told=Subquery(alerts.values("reasons")[:1]))


def _answered_by(organisation_kind, only_kinds):
    """Slugs of the kinds, or of those among ``only_kinds``, that this kind of organisation may answer."""
    answered = {kind.slug for kind in kinds() if organisation_kind in kind.answerer_kinds}
    return sorted(answered & set(only_kinds)) if only_kinds else sorted(answered)


def reach(concepts: Iterable[ConceptId], words: Vocabulary) -> set[int]:
    """These concepts, the wider and narrower ones, what is for them and what they are for."""
    reached: set[ConceptId] = set(concepts)
    for concept in list(reached):
        wider = words.above(concept)
        reached |= set(wider) | set(words.below(concept)) | set(words.related(concept))
        for one in (concept, *wider):
            reached |= {other for _, other in words.serving(one)} | {other for _, other in words.served(one)}
    return {int(concept) for concept in reached}


def units_reached_by(opportunity_id: int, *, after: int, most: int, at) -> list[int]:
    """Ids of shown units, in order after an id, that have or ask for something which answers what the opportunity names. Three queries."""
    asked, answering = opportunity_views([opportunity_id])[opportunity_id], Q(pk__in=[])
    by_role = defaultdict(set)
    for role, concept in ways().pairs_to(asked):
        by_role[role].add(concept)
    for role, concepts in by_role.items():
        answering |= Q(role=role, concept__in=concepts)
    holding = UnitConcept.objects.filter(answering).values("unit")
    if needed := by_role.get(UnitRole.NEEDS):
        holding = holding.union(units_wishing(needed, at), all=True)
    shown = Unit.objects.shown(at).filter(pk__in=holding, pk__gt=after)
    return list(shown.order_by("pk").values_list("pk", flat=True)[:most])


def units_asking_for(opportunity: OpportunityView, *, at, most: int) -> list[int]:
    """Ids of at most so many shown units with an open requirement that this answers. One query, none when it answers no need."""
    needed = [concept for role, concept in ways().pairs_to(opportunity) if role == UnitRole.NEEDS]
    shown = Unit.objects.shown(at).filter(pk__in=units_wishing(needed, at)) if needed else Unit.objects.none()
    return list(shown.order_by("pk").values_list("pk", flat=True)[:most])


def matches_of(opportunity_id: int, unit_ids, *, at):
    """The units among these that an opportunity concerns, best first, as (unit id, match)."""
    opportunity = opportunity_views([opportunity_id])[opportunity_id]
    units = unit_views(unit_ids, at=at, about=opportunity)
    return rank_alike(opportunity, units.values(), ways=ways(), at=at)


def _near_misses(ordering: Ordering):
    missed = [one for one in ordering.blocked if one.blocked is Blocked.CONDITION]
    return [explain(ordering.scorer, one) for one in missed[:NEAR_MISSES]]


def _fits(ordering: Ordering, opportunity_ids) -> dict[int, Match]:
    return {int(pk): match for pk, match in ordering.matches_with(opportunity_ids).items()}


def _reacted(unit_id) -> tuple[dict[int, NotForMe], set[int]]:
    """What the unit put away last, with why, and what stands there that was suggested by hand. One query."""
    found = _REACTED.ask(unit=unit_id)
    dismissed = {pk: NotForMe(why or NotForMe.OTHER) for pk, why, when in found if when is not None}
    return dismissed, {pk for pk, _why, when in found if when is None}


def _rows_reacted():
    rows = Alert.objects.filter(REACTED, unit_id=_UNIT).order_by(F("dismissed_at").desc(nulls_first=True))
    return rows.values_list("opportunity_id", "dismissed", "dismissed_at")[:100]


_UNIT = Given("unit", BigIntegerField())
_SHOWN, _REACTED = BuiltOnce(_shown), BuiltOnce(_rows_reacted)


def count_open(at, only_kinds=()) -> Counter:
    """How many opportunities of each kind are open. One query."""
    open_now = Opportunity.objects.open_among_many(at)
    if only_kinds:
        open_now = open_now.filter(kind__in=only_kinds)
    counted = open_now.order_by().values_list("kind").annotate(count=Count("pk"))
    return Counter(dict(counted))
