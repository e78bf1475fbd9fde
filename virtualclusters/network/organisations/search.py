"""The directory's documents: one an organisation that shows, found by what its units make, can do and work with."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils import timezone

from virtualclusters.capabilities.search.sources import Document, SearchSource
from virtualclusters.network.organisations.facts import latest_check_ins, size_class_of
from virtualclusters.network.organisations.models import CapabilityWords, ConceptRole, Membership, Unit, UnitConcept
from virtualclusters.network.vocabulary.models import State
from virtualclusters.network.vocabulary.searchable import searchable_concepts

NAME = "organisations"
FOUND_BY = (ConceptRole.MAKES, ConceptRole.CAN, ConceptRole.USES, ConceptRole.HOLDS)
"""What a unit needs is not what it is looked up for."""
MAKES_OR_DOES = (ConceptRole.MAKES, ConceptRole.CAN)
VERIFIED_COUNTS = 1.3

_verified: list = []
_facets: dict = {}


def register_verified(find) -> None:
    """Let a higher package say which organisations were verified: ``find(organisation_ids)`` gives the ids of those. One query."""
    _verified.append(find)


def register_facet(name, find) -> None:
    """Let a higher package add a facet: ``find(organisation_ids)`` gives, by id, the codes of those that have any. One query."""
    _facets[name] = find


@dataclass
class _Known:
    """All that one organisation's document says, gathered from its units."""

    units: list = field(default_factory=list)
    words: list = field(default_factory=list)
    concepts: set = field(default_factory=set)
    made: set = field(default_factory=set)
    is_verified: bool = False
    size: str | None = None
    facets: dict = field(default_factory=dict)


def documents(organisation_ids):
    """Documents of the organisations among these that show: claimed, not closed, with a unit that was not closed."""
    known = _gathered(organisation_ids)
    concepts = searchable_concepts({concept for one in known.values() for concept in one.concepts})
    states = {state.code: f"{state.name} {state.hindi_name}" for state in State.objects.all()}
    return [_document(pk, one, concepts, states) for pk, one in known.items()]


def _gathered(organisation_ids) -> dict[int, _Known]:
    shown = Unit.objects.working().filter(organisation__in=organisation_ids, organisation__claimed_at__isnull=False)
    known: defaultdict[int, _Known] = defaultdict(_Known)
    owner = {}
    for unit in shown.select_related("organisation").order_by("pk"):
        known[unit.organisation_id].units.append(unit)
        owner[unit.pk] = known[unit.organisation_id]
    for unit, words in (
        CapabilityWords.objects.filter(unit__in=owner).exclude(part="needs").values_list("unit", "words")
    ):
        owner[unit].words.append(words)
    held = UnitConcept.objects.filter(unit__in=owner, role__in=FOUND_BY)
    for unit, concept, role in held.values_list("unit", "concept", "role"):
        owner[unit].concepts.add(concept)
        owner[unit].made |= {concept} if role in MAKES_OR_DOES else set()
    _add_size_and_verified(known)
    return known


def _add_size_and_verified(known):
    now = timezone.now()
    for pk, check_in in latest_check_ins(list(known)).items():
        known[pk].size = size_class_of(check_in, at=now)
    for pk in {pk for find in _verified for pk in find(list(known))}:
        known[pk].is_verified = True
    for name, find in _facets.items():
        for pk, codes in find(list(known)).items():
            known[pk].facets[name] = codes


def _document(pk, known, concepts, states):
    organisation, first = known.units[0].organisation, known.units[0]
    named = [concepts[concept] for concept in known.concepts if concept in concepts]
    places = [f"{unit.name} {unit.district} {states.get(unit.state, '')}" for unit in known.units]
    return Document(
        source=NAME,
        id=pk,
        title=organisation.name,
        words=" ".join([organisation.about, *places, *known.words, *(one.names for one in named)]),
        concepts=tuple({wider for one in named for wider in one.with_wider}),
        facets={
            "state": {unit.state for unit in known.units},
            "kind": organisation.kind,
            "group": {concepts[made].group for made in known.made if made in concepts},
            "size": str(known.size or ""),
            "verified": "yes" if known.is_verified else "",
            **known.facets,
        },
        latitude=first.latitude,
        longitude=first.longitude,
        visible_from=organisation.claimed_at,
        closes_at=max(unit.expires_at for unit in known.units),
        boost=VERIFIED_COUNTS if known.is_verified else 1.0,
    )


def changed(events):
    """Ids of the organisations that these events changed. At most two queries."""
    ids = {event.subject_id for event in events if event.code.startswith(("organisation.", "check_in."))}
    ids |= {event.dimensions["organisation"] for event in events if "organisation" in event.dimensions}
    units = {event.subject_id for event in events if event.subject == "unit"}
    people = {event.subject_id for event in events if event.subject == "person"}
    if units:
        ids |= set(Unit.objects.filter(pk__in=units).values_list("organisation", flat=True))
    if people:
        ids |= set(Membership.objects.filter(person__in=people).values_list("organisation", flat=True))
    return ids


def all_ids():
    """Every organisation that may show."""
    claimed = Unit.objects.working().filter(organisation__claimed_at__isnull=False)
    return claimed.values_list("organisation", flat=True).order_by("organisation").distinct().iterator()


SOURCE = SearchSource(name=NAME, documents=documents, changed=changed, all_ids=all_ids)
