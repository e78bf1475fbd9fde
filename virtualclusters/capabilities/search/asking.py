"""A question and its answer, whichever engine gives it."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Near:
    """Within so many kilometres of a point."""

    latitude: float
    longitude: float
    kilometres: float


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


@dataclass(frozen=True)
class Search:
    """What is looked for, cleaned: words as (folded, key) pairs."""

    source: str
    words: tuple
    concepts: tuple
    filters: Filters
    page: int
    per_page: int
    order: str
    near: Near | None
    at: datetime

    @property
    def skipped(self):
        return (self.page - 1) * self.per_page


@dataclass(frozen=True)
class Results:
    """What was found.

    Args:
        hits: (id, rank) pairs of this page, in order.
        total: how many there are in all.
        facets: `{facet: {value: count}}`; each facet is counted under all filters but its own.
        corrected: the words that were searched instead, or empty when what was typed was found.
        loosened: True when nothing held all words, and these hold some of them.
        used: `index`, or `database` when the index could not be read: then spelling is not corrected.
    """

    hits: list
    total: int
    facets: dict = field(default_factory=dict)
    corrected: str = ""
    loosened: bool = False
    used: str = "index"

    @property
    def ids(self):
        return [document_id for document_id, _ in self.hits]
