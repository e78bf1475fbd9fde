"""Units and opportunities from rows, as the values that matching compares: a constant number of queries however many."""

import threading
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db.models import Count
from django.utils import timezone

from virtualclusters.exchange.kinds.kind import kind_of, screens_of
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.rules.queries import rule_facts_of, rules_of
from virtualclusters.matching.relations import Edges, Vocabulary, rarity_of
from virtualclusters.matching.values import ConceptId, Nearness, OpportunityView, Place, Point, UnitView
from virtualclusters.network.organisations.models import CapabilityWords, Unit, UnitConcept
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.models import Edition
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


_kept = _Kept()


def vocabulary() -> Vocabulary:
    """Relations and rarities, kept in the process. One query when nothing changed."""
    edition = Edition.objects.values_list("number", flat=True).first()
    with _lock:
        if _kept.vocabulary is None or _kept.edition != edition or timezone.now() - _kept.counted_at > RARITY_KEPT:
            _kept.edition, _kept.counted_at, _kept.vocabulary = edition, timezone.now(), _counted()
        return _kept.vocabulary


def _counted():
    relations: Edges = {concept: [*edges] for concept, edges in all_relations().items()}
    tree = Vocabulary(relations)
    counts: defaultdict[ConceptId, int] = defaultdict(int)
    for concept, count in UnitConcept.objects.values_list("concept").annotate(count=Count("id")).order_by():
        for wider in (concept, *tree.above(concept)):
            counts[wider] += count
    return Vocabulary(relations, rarity_of(counts, max(1, Unit.objects.count())))


def unit_views(unit_ids, *, at) -> dict[int, UnitView]:
    """Units by id as matching sees them. Six queries."""
    facts = rule_facts_of(unit_ids, at=at)
    concepts: defaultdict[int, dict] = defaultdict(lambda: defaultdict(dict))
    for unit, role, concept in UnitConcept.objects.filter(unit__in=unit_ids).values_list("unit", "role", "concept"):
        concepts[unit][role][concept] = 1.0
    words = _unread_words(unit_ids)
    return {
        unit.pk: UnitView(
            id=unit.pk,
            concepts=concepts[unit.pk],
            facts=facts.get(unit.pk, {}),
            point=_point(unit),
            state=unit.state,
            district=unit.district,
            languages=frozenset(unit.languages),
            words=words.get(unit.pk, frozenset()),
            remote=unit.works_remotely,
        )
        for unit in Unit.objects.filter(pk__in=unit_ids)
    }


def opportunity_views(opportunity_ids) -> dict[int, OpportunityView]:
    """Opportunities by id as matching sees them. Three queries and one a kind for its money."""
    rules = rules_of(opportunity_ids)
    concepts: defaultdict[int, dict] = defaultdict(lambda: defaultdict(dict))
    named = OpportunityConcept.objects.filter(opportunity__in=opportunity_ids)
    for opportunity, role, concept in named.values_list("opportunity", "role", "concept"):
        concepts[opportunity][role][concept] = 1.0
    rows = list(Opportunity.objects.filter(pk__in=opportunity_ids).select_related("unit"))
    return {row.pk: _opportunity_view(row, concepts[row.pk], rules.get(row.pk, ())) for row in rows}


def card_facts(opportunities) -> dict[int, dict]:
    """What the kinds show on cards, by opportunity id: ``money`` and ``line``. One query a kind."""
    by_kind = defaultdict(list)
    for opportunity in opportunities:
        by_kind[opportunity.kind].append(opportunity.pk)
    shown: dict[int, dict] = {}
    for kind, ids in by_kind.items():
        if facts := screens_of(kind).facts:
            shown |= facts(ids)
    return shown


def _opportunity_view(row, concepts, rules):
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
        closes_at=row.closes_at,
        publisher=row.unit.organisation_id,
        most_answers=row.most_answers,
        answers_taken=row.answers_taken,
        value_lakh=float(row.value / LAKH) if row.value is not None else None,
    )


def _place(row):
    """Where it happens: its own place, else its unit's."""
    stands = row if row.state or row.latitude is not None else row.unit
    return Place(point=_point(stands), state=stands.state, district=stands.district)


def _point(row):
    return Point(row.latitude, row.longitude) if row.latitude is not None else None


def _unread_words(unit_ids):
    unread: defaultdict[int, set] = defaultdict(set)
    for unit, words, language in CapabilityWords.objects.filter(unit__in=unit_ids).values_list(
        "unit", "words", "language"
    ):
        unread[unit] |= set(reading.read(words, language=language).unknown)
    return {unit: frozenset(words) for unit, words in unread.items()}
