"""The open opportunities that could concern one unit: some hundreds, read by queries that are built once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    DateTimeField,
    Exists,
    F,
    Func,
    IntegerField,
    Min,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from virtualclusters.exchange.alerts.values import reading_opportunities, views_of_opportunities
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.foundation.built_once import BuiltOnce, Given, Numbers, OneOf
from virtualclusters.matching.answers import ANSWERS, Answer
from virtualclusters.matching.capability import Known, Reached, rarity, unfold
from virtualclusters.matching.relations import Vocabulary
from virtualclusters.matching.values import ConceptId, OpportunityRole, OpportunityView

CANDIDATES = 300
"""So many open opportunities are compared for one unit, those first of which one thing they name is answered best."""
NEVER = Value(datetime(9999, 1, 1, tzinfo=UTC))
"""Stands for the end of what does not close, after all others."""
FEW = 2_000
"""Names among all opportunities, open or not, up to which looking each up is quicker than a join: some 7 µs each."""
OPEN_TO_ALL = 100
"""So many of them name nothing in particular, the soonest to close first."""


def concerning(
    unit, words: Vocabulary, *, at, only_kinds=None, known: Known | None = None, also: Iterable[int] = ()
) -> dict[int, OpportunityView]:
    """Open opportunities by id that name a thing the unit's own answers, or that are open to all; and those of further ids. Two queries.

    Without what the unit published, and what it answers just now. ``known`` grows by what is unfolded of the unit, for whoever scores
    it next.
    """
    answering = [kind for kind in kinds() if only_kinds is None or kind.slug in only_kinds]
    worth = _worth_of(unit, words, answering, Known() if known is None else known)
    further, open_to_all = list(also), frozenset(kind.slug for kind in kinds() if ANSWERS[kind.matching].open_to_all)
    placed = _placed_by_role(worth)
    rows = _CONCERNING.ask(
        open_to_all,
        bool(unit.words),
        bool(further),
        not _MANY.ask(**placed),
        at=at,
        unit=unit.id,
        kinds=[kind.slug for kind in answering],
        words=sorted(unit.words),
        also=further,
        **placed,
    )
    return views_of_opportunities(rows)


def _worth_of(unit, words: Vocabulary, answering, known: Known) -> dict[tuple[OpportunityRole, ConceptId], float]:
    """What each role and concept of an opportunity is worth to a unit at most, by the best thing it has, rare things more."""
    worth: dict[tuple[OpportunityRole, ConceptId], float] = {}
    by_ways: dict[tuple[OpportunityRole, tuple[Answer, ...]], Reached] = {}
    for answers in {kind.matching: ANSWERS[kind.matching] for kind in answering}.values():
        reached_by = unfold(unit, answers, words, known)
        by_ways |= {(role, ways): reached_by[role] for role, ways in answers.by_role.items()}
    for (role, _ways), reached in by_ways.items():
        for concept, evidence in reached.items():
            best = evidence[0].worth
            if best > worth.get((role, concept), 0.0):
                worth[role, concept] = best
    return {(role, concept): best * rarity(concept, words) for (role, concept), best in worth.items()}


def _placed_by_role(worth) -> dict[str, list[int]]:
    """For each role the concepts that are worth something, in order, and the place of each among all, the best first."""
    best_first = sorted(worth, key=lambda pair: (-worth[pair], pair))
    placed: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, (role, concept) in enumerate(best_first):
        placed[role].append((concept, place))
    return {
        name: [pair[part] for pair in sorted(placed[role])]
        for role in OpportunityRole
        for part, name in enumerate((role, _places_of(role)))
    }


def _places_of(role) -> str:
    """The name under which the places of a role's concepts are told."""
    return f"places_of_{role}"


def _concerning(open_to_all, has_words, has_further, few):
    """The query of ``concerning``: best named things, then what names nothing, then further ones."""
    open_now = _open_to_unit()
    parts = _naming_nothing(open_now, open_to_all, has_words)
    if has_further:
        parts.append(Opportunity.objects.filter(pk=OneOf("also", BigIntegerField())).values("pk"))
    return reading_opportunities(Opportunity.objects.filter(pk__in=_naming(open_now, few).union(*parts, all=True)))


def _open_to_unit():
    unit = Given("unit", BigIntegerField())
    mine = Engagement.objects.live().filter(lead=unit).values("opportunity")
    open_now = Opportunity.objects.open_among_many(Given("at", DateTimeField()))
    return open_now.exclude(unit=unit).exclude(pk__in=mine).filter(kind=OneOf("kinds", CharField()))


def _naming(open_now, few):
    """Ids of open opportunities, those first that name what is worth most; at most so many as are compared.

    Where few name anything, each is looked up by itself. Joined, PostgreSQL reads all that are open, for it takes their index to lie
    nearly in the order of the table: 100 ms of 100,000 open ones, to find the hundred that a rare thing has.
    """
    rows, closes = _rows_naming(), F("opportunity__closes_at")
    if few:
        until = open_now.filter(pk=OuterRef("opportunity")).annotate(until=Coalesce("closes_at", NEVER)).values("until")
        rows, closes = rows.annotate(until=Subquery(until[:1])).filter(until__isnull=False), F("until")
    else:
        rows = rows.filter(opportunity__in=open_now)
    best = rows.values("opportunity").annotate(place=Min(_place()), closes=Min(closes))
    return best.order_by("place", "closes", "-opportunity").values("opportunity")[:CANDIDATES]


def _rows_naming():
    """What opportunities name of what is worth something to the unit."""
    found = Q(pk__in=[])
    for role in OpportunityRole:
        found |= Q(role=role, concept=OneOf(role, BigIntegerField()))
    return OpportunityConcept.objects.filter(found)


def _beyond_few():
    """One row when more than a few name something, none else."""
    return _rows_naming().values_list("pk")[FEW : FEW + 1]


def _place():
    """The place of a named thing: its concept is found by halving among those of its role, which are in order."""
    return Case(*(When(role=role, then=_PlaceOf(role)) for role in OpportunityRole))


class _PlaceOf(Func):
    """The place that stands where the concept of a row stands among those of a role."""

    template = "%(expressions)s)]"
    arg_joiner = "[width_bucket("
    output_field = IntegerField()

    def __init__(self, role):
        where = Func(F("concept_id"), Numbers(role), template="%(expressions)s")
        super().__init__(Numbers(_places_of(role)), where)


def _naming_nothing(open_now, open_to_all, has_words):
    """Queries for ids of open opportunities that name no concept: of kinds that are for everybody, and with a word of the unit's own."""
    nameless = open_now.filter(~Exists(OpportunityConcept.objects.filter(opportunity=OuterRef("pk"))))
    for_everybody = Q(kind__in=sorted(open_to_all))
    holding = Q(unread_words__overlap=Given("words", Opportunity._meta.get_field("unread_words")))
    asked = [for_everybody, holding & ~for_everybody] if has_words else [for_everybody]
    soonest = ("closes_at", "-pk")
    return [nameless.filter(one).order_by(*soonest).values("pk")[:OPEN_TO_ALL] for one in asked]


_CONCERNING = BuiltOnce(_concerning)
_MANY = BuiltOnce(_beyond_few)
