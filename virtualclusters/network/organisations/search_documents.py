"""What an organisation says of itself, as a document of the directory: pure, whoever gathered it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from virtualclusters.capabilities.search.sources import Document
from virtualclusters.network.organisations.models import CapabilityWords, ConceptRole
from virtualclusters.network.vocabulary.searchable import Searchable

NAME = "organisations"
MAKES_OR_DOES = frozenset({ConceptRole.MAKES, ConceptRole.CAN})
FOUND_BY = MAKES_OR_DOES | {ConceptRole.USES, ConceptRole.HOLDS}
"""What a unit needs is not what it is looked up for."""
OFFERED = frozenset({CapabilityWords.Part.PRODUCTS, CapabilityWords.Part.SERVICES})
VERIFIED_COUNTS = 1.3


@dataclass(frozen=True)
class Stands:
    """A place where an organisation works. ``state`` is its two-letter code; the profile shows until ``expires_at``."""

    name: str
    pin: str
    district: str
    state: str
    latitude: float | None
    longitude: float | None
    expires_at: datetime | None = None


@dataclass
class Said:
    """All that an organisation's document is made of, gathered from its units.

    Attributes:
        places: at least one; distances are measured from the first.
        words: the owner's own words by part of the profile.
        concepts: ids of concepts by what they are to the organisation.
        codes: its own NIC codes, where they are known.
    """

    id: int
    name: str
    kind: str
    about: str = ""
    claimed_at: datetime | None = None
    places: list[Stands] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)
    concepts: dict[str, set[int]] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    is_verified: bool = False
    size: str = ""
    facets: dict[str, Any] = field(default_factory=dict)

    def of_roles(self, roles) -> set[int]:
        """Concepts that have one of these roles."""
        return {concept for role in roles for concept in self.concepts.get(role, ())}


def document_of(said: Said, concepts: Mapping[int, Searchable], states: Mapping[str, str]) -> Document:
    """The document of one organisation.

    What it makes and can do counts more than what it works with, holds or tells. ``concepts`` are those of all its ids; one
    that is missing there is left out. ``states`` are the names of states by code.
    """
    offered = [concepts[one] for one in sorted(said.of_roles(MAKES_OR_DOES)) if one in concepts]
    other = said.of_roles(FOUND_BY) - said.of_roles(MAKES_OR_DOES)
    used = [concepts[one] for one in sorted(other) if one in concepts]
    first = said.places[0]
    return Document(
        source=NAME,
        id=said.id,
        title=said.name,
        words=" ".join([*_words(said, OFFERED), *(one.names for one in offered)]),
        further=" ".join([said.about, *_places(said, states), *_rest(said), *(one.names for one in used)]),
        concepts=tuple(one.with_wider[0] for one in offered),
        wider=_wider(offered, used),
        codes=(*said.codes, *(code for one in offered for code in one.codes)),
        facets=_facets(said, offered),
        area=(first.state, first.district),
        latitude=first.latitude,
        longitude=first.longitude,
        visible_from=said.claimed_at,
        closes_at=max((place.expires_at for place in said.places if place.expires_at), default=None),
        boost=VERIFIED_COUNTS if said.is_verified else 1.0,
    )


def _words(said, parts):
    return [words for part in sorted(parts) for words in said.words.get(part, ())]


def _rest(said):
    return _words(said, set(said.words) - OFFERED - {CapabilityWords.Part.NEEDS})


def _places(said, states):
    return [f"{place.name} {place.pin} {place.district} {states.get(place.state, '')}" for place in said.places]


def _wider(offered, used):
    """Groups of what it offers, and what it only works with: they count, but less."""
    groups = {wider for one in offered for wider in one.with_wider[1:]}
    return tuple(sorted(groups | {one.with_wider[0] for one in used}))


def _facets(said, offered):
    return {
        "state": {place.state for place in said.places},
        "district": {f"{place.state}_{place.district}" for place in said.places if place.district},
        "kind": said.kind,
        "group": {one.group for one in offered},
        "size": said.size,
        "certificate": {str(one) for one in said.concepts.get(ConceptRole.HOLDS, ())},
        "verified": "yes" if said.is_verified else "",
        **said.facets,
    }
