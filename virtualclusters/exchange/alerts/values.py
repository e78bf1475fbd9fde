"""Units and opportunities from rows, as the values that matching compares: a constant number of queries however many."""

import threading
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache, reduce
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, CharField, FloatField, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat, Extract, JSONObject
from django.utils import timezone

from virtualclusters.exchange.alerts.counting import how_many_have
from virtualclusters.exchange.alerts.phrases import names_as_stems, phrases_of, word_rarity
from virtualclusters.exchange.alerts.wins import wins_in, with_wins
from virtualclusters.exchange.alerts.wishes import with_wishes
from virtualclusters.exchange.kinds.kind import kind_of, kinds, screens_of
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.rules.queries import RULES, rule_facts_from, rules_in
from virtualclusters.foundation.built_once import BuiltOnce, OneOf
from virtualclusters.foundation.lasting import lasts
from virtualclusters.matching.phrases import stems
from virtualclusters.matching.postings import Ways
from virtualclusters.matching.relations import Edges, Vocabulary, rarity_of
from virtualclusters.matching.values import ConceptId, Nearness, OpportunityView, Place, Point, UnitRole, UnitView
from virtualclusters.network.organisations.models import CapabilityWords, Unit, UnitConcept
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.queries import all_relations

RARITY_KEPT = timedelta(minutes=10)
"""Counts of what units make move slowly; each process counts them anew after this long, or when the vocabulary changes."""
LAKH = 100_000

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)

_lock = threading.Lock()


@dataclass
class _Kept:
    edition: UUID | None = None
    counted_at: datetime = LONG_AGO
    vocabulary: Vocabulary | None = None
    ways: Ways | None = None


_kept = _Kept()


def vocabulary() -> Vocabulary:
    """Relations and rarities, kept in the process; no query while the vocabulary's edition is the one that is held."""
    edition = reading.edition()
    with _lock:
        if _kept.vocabulary is None or _kept.edition != edition:
            _kept.edition, _kept.counted_at, _kept.vocabulary = edition, timezone.now(), _counted(_related())
            lasts()
        elif timezone.now() - _kept.counted_at > RARITY_KEPT:
            _kept.counted_at, _kept.vocabulary = timezone.now(), _counted(_kept.vocabulary)
        return _kept.vocabulary


def ways() -> Ways:
    """What answers each concept over the same vocabulary, kept with it. One query when nothing changed."""
    words = vocabulary()
    with _lock:
        if _kept.ways is None or _kept.ways.vocabulary is not words:
            _kept.ways = Ways(words)
        return _kept.ways


def _related() -> Vocabulary:
    relations: Edges = {concept: [*edges] for concept, edges in all_relations().items()}
    return Vocabulary(relations, names=names_as_stems())


def _counted(tree: Vocabulary) -> Vocabulary:
    """The same vocabulary with the rarities of now; whoever waits for it does not wait for the relations to be read."""
    counts: defaultdict[ConceptId, int] = defaultdict(int)
    rows, units = how_many_have()
    for concept, count in rows:
        for wider in (concept, *tree.above(concept)):
            counts[wider] += count
    return tree.weighed(rarity_of(counts, max(1, units)), word_rarity())


@dataclass(frozen=True)
class UnitRows:
    """Units as read from the database: one query however many. ``held`` are (unit id, role, concept id, kind, slug)."""

    units: list
    held: list

    def views(self, facts=None, about: OpportunityView | None = None) -> dict[int, UnitView]:
        """The units by id as matching sees them, with these facts; of their words only those of one opportunity, if one is given."""
        concepts: defaultdict[int, dict] = defaultdict(lambda: defaultdict(dict))
        for unit, role, concept, _kind, _slug in self.held:
            concepts[unit][role][concept] = 1.0
        for row in self.units:
            for concept in row.wished:
                concepts[row.pk][UnitRole.NEEDS][concept] = 1.0
        return {
            unit.pk: _unit_view(unit, concepts[unit.pk], (facts or {}).get(unit.pk, {}), about) for unit in self.units
        }

    def facts(self, *, at) -> dict[int, dict]:
        """What rules may ask about them. One query."""
        held = [(unit, role, kind, slug) for unit, role, _concept, kind, slug in self.held]
        return rule_facts_from(self.units, held, at=at)


_COLUMNS = ("role", "concept", "kind", "slug")
_COMPARED = ("latitude", "longitude", "state", "district", "languages", "works_remotely")


def read_units(unit_ids, *, for_facts: bool = True, wishes_at: datetime | None = None) -> UnitRows:
    """The rows of units, their words and concepts; without what only facts need they are read in half the time.

    Args:
        wishes_at: what they ask for in requirements that are open at this moment counts among their needs; None for the profile alone.
    """
    asked = list(unit_ids)
    rows = (
        _UNITS.ask(for_facts, frozenset(kind.slug for kind in kinds()), units=asked, wishes_at=wishes_at)
        if asked
        else []
    )
    return UnitRows(rows, [(unit.pk, *map(one.get, _COLUMNS)) for unit in rows for one in unit.held])


def _units(for_facts, _kinds):
    said = CapabilityWords.objects.filter(unit=OuterRef("pk")).values(
        said=JSONObject(part="part", words="words", language="language")
    )
    asked = Unit.objects.filter(pk=OneOf("units", BigIntegerField()))
    units = with_wishes(with_wins(asked)).annotate(said=ArraySubquery(said))
    units = units.select_related("organisation") if for_facts else units.only(*_COMPARED)
    described = {"kind": "concept__kind", "slug": "concept__slug"} if for_facts else {}
    kept = JSONObject(role="role", concept="concept_id", **described)
    held = UnitConcept.objects.filter(unit=OuterRef("pk")).order_by("pk").values(kept=kept)
    return units.annotate(held=ArraySubquery(held))


_UNITS = BuiltOnce(_units)
"""By whether facts are asked, and by the kinds there are: what counts as won or wished depends on them."""


def unit_views(unit_ids, *, at, about: OpportunityView | None = None) -> dict[int, UnitView]:
    """Units by id as matching sees them, with their facts. Two queries.

    Args:
        about: the one opportunity they are compared with; then only what it asks of them is worked out.
    """
    asks_facts = about is None or bool(about.rules)
    rows = read_units(unit_ids, for_facts=asks_facts, wishes_at=at)
    return rows.views(rows.facts(at=at) if asks_facts else None, about)


def _unit_view(unit, concepts, facts, about=None):
    return UnitView(
        id=unit.pk,
        concepts=concepts,
        facts=facts,
        point=_point(unit),
        state=unit.state,
        district=unit.district,
        languages=frozenset(unit.languages),
        words=words_of(unit.said, None if about is None else about.words),
        remote=unit.works_remotely,
        wins=wins_in(unit.won),
        phrases=phrases_of(unit.said, about),
    )


def words_of(texts, asked=None) -> frozenset[str]:
    """Words of a unit's texts that no concept covers; when some are asked for, only texts that hold one of them are read."""
    holding = [text for text in texts if asked is None or (asked and reading.holds_one_of(asked, text["words"]))]
    return frozenset(word for text in holding for word in _unread(text["words"], text["language"]))


@lru_cache(maxsize=4_096)
def _unread(words, language):
    return tuple(reading.read(words, language=language).unknown)


_READ = (
    "pk", "kind", "title", "unread_words", "remote", "closes", "most_answers", "answers_taken", "value", "unit__organisation",
    "state", "district", "latitude", "longitude",
    "unit__state", "unit__district", "unit__latitude", "unit__longitude", "named", "conditions",
)  # fmt: skip


_NAMED = ArraySubquery(
    OpportunityConcept.objects.filter(opportunity=OuterRef("pk")).values(
        pair=Concat("role", Value(" "), Cast("concept_id", CharField()))
    )
)
"""An annotation: what an opportunity names, each as "role concept"."""
_CLOSES = Cast(Extract("closes_at", "epoch", tzinfo=UTC), FloatField())


def reading_opportunities(opportunities) -> QuerySet:
    """What matching needs of a query set's rows, with concepts and rules, as ``views_of_opportunities`` takes them.

    Concepts come as plain text and the closing day as seconds: hundreds are read for a page, and JSON and moments are slow to read.
    """
    named: QuerySet = opportunities.annotate(named=_NAMED, conditions=RULES, closes=_CLOSES).values_list(
        *_READ, named=True
    )
    return named


def opportunity_views(opportunity_ids) -> dict[int, OpportunityView]:
    """Opportunities by id as matching sees them. One query."""
    return views_of_opportunities(reading_opportunities(Opportunity.objects.filter(pk__in=opportunity_ids)))


def views_of_opportunities(rows) -> dict[int, OpportunityView]:
    """Opportunities that were read, as matching sees them."""
    return {row.pk: _opportunity_view(row, rules_in(row.conditions)) for row in rows}


def card_facts(opportunities) -> dict[int, dict]:
    """What the kinds show on cards, by opportunity id: ``money``, ``line``, ``title``; each left out where there is none.

    One query for all kinds, and one for each thing that a kind reads with its row.
    """
    screens = {kind: screens_of(kind) for kind in {one.kind for one in opportunities}}
    telling = {kind: (one.facts, one.own_row, one.read_with) for kind, one in screens.items() if one.facts}
    if not telling:
        return {}
    joined = tuple(sorted({own_row for _, own_row, _ in telling.values()}))
    read_with = tuple(sorted({name for _, _, names in telling.values() for name in names}))
    shown = {}
    for row in _TOLD.ask(joined, read_with, ids=[one.pk for one in opportunities if one.kind in telling]):
        facts, own_row, _names = telling[row.kind]
        if (own := _own_row(row, own_row)) is not None:
            shown[row.pk] = facts(own)
    return shown


_TOLD = BuiltOnce(
    lambda joined, read_with: (
        Opportunity.objects.filter(pk=OneOf("ids", BigIntegerField()))
        .select_related(*joined)
        .prefetch_related(*read_with)
    )
)


def _own_row(opportunity, path):
    """The row of its kind's own behind an opportunity; None when there is none."""
    return reduce(lambda row, name: row and getattr(row, name, None), path.split("__"), opportunity)


def _opportunity_view(row, rules):
    concepts: defaultdict = defaultdict(dict)
    titled = stems(row.title)
    for pair in row.named:
        role, concept = pair.split(" ")
        concepts[role][int(concept)] = 1.0
    return OpportunityView(
        id=row.pk,
        matching=kind_of(row.kind).matching,
        concepts=concepts,
        words=frozenset(row.unread_words),
        for_everybody=not concepts and not row.unread_words,
        rules=rules,
        places=(_place(row),),
        remote=row.remote,
        nearness=Nearness.NOTHING if row.remote else Nearness.SOME,
        closes_at=None if row.closes is None else datetime.fromtimestamp(row.closes, UTC),
        publisher=row.unit__organisation,
        most_answers=row.most_answers,
        answers_taken=row.answers_taken,
        value_lakh=float(row.value / LAKH) if row.value is not None else None,
        phrases=(titled,),
        titled=titled,
    )


def _place(row):
    """Where it happens: its own place, else its unit's."""
    if row.state or row.latitude is not None:
        return Place(point=_point(row), state=row.state, district=row.district)
    own = Point(row.unit__latitude, row.unit__longitude) if row.unit__latitude is not None else None
    return Place(point=own, state=row.unit__state, district=row.unit__district)


def _point(row):
    return Point(row.latitude, row.longitude) if row.latitude is not None else None
