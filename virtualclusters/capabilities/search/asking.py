"""A question and its answer, whichever engine gives it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple


@dataclass(frozen=True)
class Near:
    """Within so many kilometres of a point."""

    latitude: float
    longitude: float
    kilometres: float


class Meant(NamedTuple):
    """A concept that the caller read in the question, and the folded words that named it."""

    concept: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filters:
    """What a document must be, beside its words.

    Args:
        facets: facet to the values of which it has at least one; facets without values do not filter.
        public_only: only what everybody may see.
        open_only: only what is not closed yet.
        closes_by: only what closes until this moment; None = whenever.
    """

    facets: dict
    public_only: bool = True
    open_only: bool = True
    closes_by: datetime | None = None

    def without(self, facet):
        """The same filters but one facet's."""
        others = {name: values for name, values in self.facets.items() if name != facet}
        return Filters(others, self.public_only, self.open_only, self.closes_by)


@dataclass(frozen=True)
class Search:
    """What is looked for, cleaned. ``counted`` are the facets to count; None = all."""

    source: str
    words: tuple
    meant: tuple
    filters: Filters
    page: int
    per_page: int
    order: str
    near: Near | None
    at: datetime
    counted: tuple | None = None

    @property
    def skipped(self):
        return (self.page - 1) * self.per_page

    @property
    def concepts(self):
        """The concepts that were read, each once."""
        return tuple(dict.fromkeys(one.concept for one in self.meant))


@dataclass(frozen=True)
class Results:
    """What was found.

    Args:
        hits: (id, rank) pairs of this page, in order.
        total: how many there are in all.
        facets: `{facet: {value: count}}`; each facet is counted under all filters but its own.
        corrected: the words that were searched instead, or empty when what was typed was found.
        loosened: True when nothing held all words, and these hold some of them.
        close: how many of ``total``, behind the others, hold only some of the words or are only close to them.
        rough: ``total`` and the counts are estimates from a part: there are very many.
        reasons: id to what of the question it has: words, as mended where they were, and ids of concepts. Of this page's hits.
        used: `index`, or `database` when the index could not be read: then spelling is not corrected.
    """

    hits: list
    total: int
    facets: dict = field(default_factory=dict)
    corrected: str = ""
    loosened: bool = False
    close: int = 0
    rough: bool = False
    reasons: dict = field(default_factory=dict)
    used: str = "index"

    @property
    def ids(self):
        return [document_id for document_id, _ in self.hits]
