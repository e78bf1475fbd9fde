"""The open opportunities that could concern one unit: some hundreds, read in one query that is built once."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import (
    BigIntegerField,
    CharField,
    DateTimeField,
    Exists,
    Func,
    IntegerField,
    JSONField,
    Min,
    OuterRef,
    Q,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Concat

from virtualclusters.exchange.alerts.values import reading_opportunities, views_of_opportunities
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.foundation.built_once import BuiltOnce, Given, OneOf
from virtualclusters.matching.answers import ANSWERS, Answer
from virtualclusters.matching.capability import Known, Reached, rarity, unfold
from virtualclusters.matching.relations import Vocabulary
from virtualclusters.matching.values import OpportunityRole, OpportunityView

CANDIDATES = 300
"""So many open opportunities are compared for one unit, those first of which one thing they name is answered best."""
OPEN_TO_ALL = 100
"""So many of them name nothing in particular, the soonest to close first."""


def concerning(
    unit, words: Vocabulary, *, at, only_kinds=None, known: Known | None = None, also: Iterable[int] = ()
) -> dict[int, OpportunityView]:
    """Open opportunities by id that name a thing the unit's own answers, or that are open to all; and those of further ids. One query.

    Without what the unit published, and what it answers just now. ``known`` grows by what is unfolded of the unit, for whoever scores
    it next.
    """
    answering = [kind for kind in kinds() if only_kinds is None or kind.slug in only_kinds]
    worth = _worth_of(unit, words, answering, Known() if known is None else known)
    further, open_to_all = list(also), frozenset(kind.slug for kind in kinds() if ANSWERS[kind.matching].open_to_all)
    rows = _CONCERNING.ask(
        open_to_all,
        bool(unit.words),
        bool(further),
        at=at,
        unit=unit.id,
        kinds=[kind.slug for kind in answering],
        places=_places_among(worth),
        words=sorted(unit.words),
        also=further,
        **_named_by_role(worth),
    )
    return views_of_opportunities(rows)


def _worth_of(unit, words: Vocabulary, answering, known: Known) -> dict[tuple[str, int], float]:
    """What each role and concept of an opportunity is worth to a unit at most, by the best thing it has, rare things more."""
    worth: dict[tuple[str, int], float] = {}
    by_ways: dict[tuple[OpportunityRole, tuple[Answer, ...]], Reached] = {}
    for answers in {kind.matching: ANSWERS[kind.matching] for kind in answering}.values():
        reached_by = unfold(unit, answers, words, known)
        by_ways |= {(role, ways): reached_by[role] for role, ways in answers.by_role.items()}
    for (role, _ways), reached in by_ways.items():
        for concept, evidence in reached.items():
            key = str(role), int(concept)
            worth[key] = max(worth.get(key, 0.0), evidence[0].worth * rarity(concept, words))
    return worth


def _places_among(worth) -> dict[str, int]:
    """The place of each named thing among all that are worth something, the best first."""
    best_first = sorted(worth, key=lambda pair: (-worth[pair], pair))
    return {f"{role} {concept}": place for place, (role, concept) in enumerate(best_first)}


def _named_by_role(worth) -> dict[str, list[int]]:
    """The concepts that are worth something, for each role an opportunity may name one in."""
    named = defaultdict(list)
    for role, concept in worth:
        named[role].append(concept)
    return {role: named[role] for role in OpportunityRole}


def _concerning(open_to_all, has_words, has_further):
    """The query of ``concerning``: best named things, then what names nothing, then further ones."""
    open_now = _open_to_unit()
    parts = _naming_nothing(open_now, open_to_all, has_words)
    if has_further:
        parts.append(Opportunity.objects.filter(pk=OneOf("also", BigIntegerField())).values("pk"))
    return reading_opportunities(Opportunity.objects.filter(pk__in=_naming(open_now).union(*parts, all=True)))


def _open_to_unit():
    unit = Given("unit", BigIntegerField())
    mine = Engagement.objects.live().filter(lead=unit).values("opportunity")
    open_now = Opportunity.objects.open_among_many(Given("at", DateTimeField()))
    return open_now.exclude(unit=unit).exclude(pk__in=mine).filter(kind=OneOf("kinds", CharField()))


def _naming(open_now):
    """Ids of open opportunities, those first that name what is worth most; at most so many as are compared."""
    found = Q(pk__in=[])
    for role in OpportunityRole:
        found |= Q(role=role, concept=OneOf(role, BigIntegerField()))
    rows = OpportunityConcept.objects.filter(found, opportunity__in=open_now).values("opportunity")
    best = rows.annotate(place=Min(_place()), closes=Min("opportunity__closes_at"))
    return best.order_by("place", "closes", "-opportunity").values("opportunity")[:CANDIDATES]


def _place():
    """The place of a named thing: a key of an object of a few hundred."""
    named = Concat("role", Value(" "), Cast("concept_id", CharField()), output_field=TextField())
    places = Given("places", JSONField())
    return Cast(Func(places, named, template="(%(expressions)s)", arg_joiner=" ->> "), IntegerField())


def _naming_nothing(open_now, open_to_all, has_words):
    """Queries for ids of open opportunities that name no concept: of kinds that are for everybody, and with a word of the unit's own."""
    nameless = open_now.filter(~Exists(OpportunityConcept.objects.filter(opportunity=OuterRef("pk"))))
    for_everybody = Q(kind__in=sorted(open_to_all))
    holding = Q(unread_words__overlap=Given("words", Opportunity._meta.get_field("unread_words")))
    asked = [for_everybody, holding & ~for_everybody] if has_words else [for_everybody]
    soonest = ("closes_at", "-pk")
    return [nameless.filter(one).order_by(*soonest).values("pk")[:OPEN_TO_ALL] for one in asked]


_CONCERNING = BuiltOnce(_concerning)
