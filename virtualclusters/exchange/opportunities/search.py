"""The documents of opportunities: found by their words and concepts, by who publishes them and where."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from virtualclusters.capabilities.search.sources import Document, SearchSource
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.network.vocabulary.models import State
from virtualclusters.network.vocabulary.searchable import searchable_concepts

NAME = "opportunities"


def documents(opportunity_ids):
    """Documents of the published ones among these, closed ones too: they stay searchable. Their unit was not closed."""
    named = OpportunityConcept.objects.filter(opportunity=OuterRef("pk")).values("concept")
    shown = Opportunity.objects.filter(pk__in=opportunity_ids, published_at__isnull=False)
    shown = shown.filter(unit__closed_at=None, unit__organisation__closed_at=None)
    rows = list(shown.select_related("unit__organisation").annotate(named=ArraySubquery(named)))
    concepts = searchable_concepts({concept for row in rows for concept in row.named})
    states = {state.code: f"{state.name} {state.hindi_name}" for state in State.objects.all()}
    return [_document(row, concepts, states) for row in rows]


def _document(row, concepts, states):
    named = [concepts[concept] for concept in row.named if concept in concepts]
    stands = row if row.state or row.latitude is not None else row.unit
    place = f"{stands.district} {states.get(stands.state, '')}"
    return Document(
        source=NAME,
        id=row.pk,
        title=row.title,
        words=" ".join([row.summary, row.unit.organisation.name, place, *(one.names for one in named)]),
        concepts=tuple({wider for one in named for wider in one.with_wider}),
        facets={"kind": row.kind, "state": stands.state, "group": {one.group for one in named}},
        area=(stands.state, stands.district),
        latitude=stands.latitude,
        longitude=stands.longitude,
        visible_from=row.published_at,
        closes_at=min(filter(None, [row.closes_at, row.ended_at]), default=None),
    )


def changed(events):
    """Ids of the opportunities that these events changed: their own, and those of units and organisations that changed."""
    ids = {event.subject_id for event in events if event.subject == "opportunity"}
    units = {event.subject_id for event in events if event.subject == "unit"}
    organisations = {event.subject_id for event in events if event.code.startswith("organisation.")}
    if units or organisations:
        theirs = Opportunity.objects.filter(Q(unit__in=units) | Q(unit__organisation__in=organisations))
        ids |= set(theirs.values_list("pk", flat=True))
    return ids


def all_ids():
    """Every published opportunity."""
    return Opportunity.objects.filter(published_at__isnull=False).values_list("pk", flat=True).iterator()


SOURCE = SearchSource(name=NAME, documents=documents, changed=changed, all_ids=all_ids)
