"""The directory's documents: one an organisation that shows, found by what its units make, can do and work with."""

from django.utils import timezone

from virtualclusters.capabilities.search.sources import SearchSource
from virtualclusters.network.organisations.facts import latest_check_ins, size_class_of
from virtualclusters.network.organisations.models import CapabilityWords, Membership, Unit, UnitConcept
from virtualclusters.network.organisations.search_documents import FOUND_BY, NAME, Said, Stands, document_of
from virtualclusters.network.vocabulary.models import State
from virtualclusters.network.vocabulary.searchable import searchable_concepts

_verified: list = []
_facets: dict = {}


def register_verified(find) -> None:
    """Let a higher package say which organisations were verified: ``find(organisation_ids)`` gives the ids of those. One query."""
    _verified.append(find)


def register_facet(name, find) -> None:
    """Let a higher package add a facet: ``find(organisation_ids)`` gives, by id, the codes of those that have any. One query."""
    _facets[name] = find


def documents(organisation_ids):
    """Documents of the organisations among these that show: claimed, not closed, with a unit that was not closed."""
    said = _gathered(organisation_ids)
    concepts = searchable_concepts({concept for one in said.values() for concept in one.of_roles(FOUND_BY)})
    states = {state.code: f"{state.name} {state.hindi_name}" for state in State.objects.all()}
    return [document_of(one, concepts, states) for one in said.values()]


def _gathered(organisation_ids) -> dict[int, Said]:
    shown = Unit.objects.working().filter(organisation__in=organisation_ids, organisation__claimed_at__isnull=False)
    said: dict[int, Said] = {}
    owner = {}
    for unit in shown.select_related("organisation").order_by("pk"):
        owner[unit.pk] = said.setdefault(unit.organisation_id, _begun(unit.organisation))
        owner[unit.pk].places.append(_stands(unit))
    own_words = CapabilityWords.objects.filter(unit__in=owner).order_by("pk")
    for unit, part, words in own_words.values_list("unit", "part", "words"):
        owner[unit].words.setdefault(part, []).append(words)
    held = UnitConcept.objects.filter(unit__in=owner, role__in=FOUND_BY)
    for unit, concept, role in held.values_list("unit", "concept", "role"):
        owner[unit].concepts.setdefault(role, set()).add(concept)
    _add_size_and_verified(said)
    return said


def _begun(organisation):
    return Said(
        id=organisation.pk,
        name=organisation.name,
        kind=organisation.kind,
        about=organisation.about,
        claimed_at=organisation.claimed_at,
    )


def _stands(unit):
    where = (unit.name, unit.pin, unit.district, unit.state)
    return Stands(*where, unit.latitude, unit.longitude, unit.expires_at)


def _add_size_and_verified(said):
    now = timezone.now()
    for pk, check_in in latest_check_ins(list(said)).items():
        said[pk].size = size_class_of(check_in, at=now) or ""
    for pk in {pk for find in _verified for pk in find(list(said))}:
        said[pk].is_verified = True
    for name, find in _facets.items():
        for pk, codes in find(list(said)).items():
            said[pk].facets[name] = codes


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
