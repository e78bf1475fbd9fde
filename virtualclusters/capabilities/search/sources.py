"""What can be found: documents, and the sources that make them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Document:
    """One thing that can be found, finished: search reads nothing else about it.

    Args:
        source: name of the source that made it.
        id: its number within the source.
        title: its name, in any script; a word found here counts most.
        words: what it is found by first.
        further: what it is found by too, for less.
        concepts: ids of the vocabulary concepts it is about.
        wider: ids of concepts that are wider, or only beside it; they count less.
        codes: digits of codes it is found by, whole or by their beginning.
        facets: facet to its value or values, such as `{"state": "27", "kind": ("offer", "requirement")}`: codes, not
            words for people.
        area: where it is, the wide area before the narrow one, such as state and district. No filter: documents of an area lie
            side by side in the index, so that a filter by what goes with the area reads little.
        visible_from: nobody finds it before; None = always.
        closes_at: it is closed from then on; None = never.
        public: False = found only by searches that ask for more than what is public.
        boost: multiplies its rank; 1 is usual, up to 3.
    """

    source: str
    id: int
    title: str
    words: str = ""
    further: str = ""
    concepts: tuple[int, ...] = ()
    wider: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
    facets: Mapping[str, str | Iterable[str]] = field(default_factory=dict)
    area: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    visible_from: datetime | None = None
    closes_at: datetime | None = None
    public: bool = True
    boost: float = 1.0


@dataclass(frozen=True)
class SearchSource:
    """Where documents of one kind come from.

    Args:
        name: small letters, such as `organisations`.
        documents: the documents of these ids. An id that is asked for and not given is taken out of the index.
        changed: the ids that a batch of events made stale; it is given the events and may read the database.
        all_ids: every id there is, for a rebuild; best an iterator.
    """

    name: str
    documents: Callable[[list[int]], Iterable[Document]]
    changed: Callable[[list], Iterable[int]]
    all_ids: Callable[[], Iterable[int]]


_sources: dict[str, SearchSource] = {}


def register(source):
    """Let this be found. Its owner calls it in `ready()`."""
    _sources[source.name] = source


def all_sources():
    """Every registered source, by name."""
    return dict(sorted(_sources.items()))


def facets_of(document):
    """The facets of a document that have values: facet to its value, or to the list of them."""
    found = {}
    for facet, given in document.facets.items():
        values = sorted({given} if isinstance(given, str) else set(given))
        values = [value for value in values if value]
        if values:
            found[facet] = values[0] if len(values) == 1 else values
    return found


def facet_values(document):
    """The facets of a document as `facet=value`, sorted."""
    found = facets_of(document).items()
    return sorted(
        f"{facet}={value}" for facet, given in found for value in ([given] if isinstance(given, str) else given)
    )
