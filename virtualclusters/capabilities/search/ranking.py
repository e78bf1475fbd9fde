"""A search in the index: what has all that was asked for, then what has some of it; one page of hits, and counts beside them."""

from math import asin, cos, radians, sin, sqrt

from tantivy import Query

from virtualclusters.capabilities.search.asking import Results
from virtualclusters.capabilities.search.counting import (
    effort_of,
    facet_names,
    facets_of,
    telling,
)
from virtualclusters.capabilities.search.grouping import Question
from virtualclusters.capabilities.search.index import A_DAY, seconds
from virtualclusters.capabilities.search.queries import TANTIVY_ORDERS, Conditions, either
from virtualclusters.capabilities.search.reading import searcher
from virtualclusters.capabilities.search.reasons import reasons_of

MOST_BY_DISTANCE = 2_000
"""Hits that are put in order by distance; a radius with more of them is too wide to walk."""
EARTH_RADIUS = 6371.0
"""Kilometres."""


def search_index(wanted):
    """Search the index.

    Raises:
        IndexUnreadable: the caller searches the database instead.
    """
    with searcher(wanted.source) as (reader, schema):
        return _Finding(reader, schema, wanted).results()


class _Finding:
    """One search, tier by tier, the better one first; a document counts in the first tier it is in."""

    def __init__(self, reader, schema, wanted):
        self._reader, self._schema, self._wanted = reader, schema, wanted
        self._conditions = self._under(wanted.filters)
        self._question = Question(reader, schema, wanted)
        self._tiers, self._totals, self._hits = [], [], []
        self._parts = 1
        self._loosened = False
        self._rough = False

    def results(self):
        if self._question.is_empty:
            self._take_best(None)
        elif self._question.strict is not None:
            self._take_best(self._question.strict)
        self._take_close()
        hits = self._nearest() if self._wanted.order == "nearest" else self._hits
        return Results(
            hits=hits,
            total=telling(sum(self._totals)) if self._rough else sum(self._totals),
            facets=self._facets(),
            corrected="" if self._loosened else self._question.corrected,
            loosened=self._loosened,
            close=0 if self._loosened or self._parts > 1 else sum(self._totals[1:]),
            rough=self._rough,
            reasons=reasons_of(self._reader, self._schema, self._question, [key for key, _ in hits]),
        )

    def _part(self, parts):
        """The part that is counted and ranked, another each day; None = all."""
        today = seconds(self._wanted.at, 0) // A_DAY
        return (today % parts, parts) if parts > 1 else None

    def _effort(self, query, filters, conditions):
        """What this costs; tiers of what is only close are read as a whole."""
        lightest = self._question.lightest() if query is self._question.strict else self._reader.num_docs
        for facet, values in filters.facets.items():
            if values:
                having = sum(self._reader.doc_freq(f"facets.{facet}", value) for value in values)
                lightest = min(lightest, having)
        return effort_of(self._reader, conditions, query, lightest)

    def _under(self, filters):
        return Conditions(self._schema, filters=filters, near=self._wanted.near, at=self._wanted.at)

    def _take_best(self, query):
        """What has all that was asked for. Of very many: those that say it in the title, then a part."""
        if self._wanted.order == "best":
            self._parts = self._effort(query, self._wanted.filters, self._conditions).parts_to_rank()
        title = self._question.title() if self._parts > 1 else None
        if title is not None:
            self._take(title, 1)
        self._take(query, self._parts)

    def _take_close(self):
        """What has some of it, when the best are fewer than a page."""
        enough = 1 if self._wanted.order != "best" else self._wanted.per_page
        if self._question.is_empty or sum(self._totals) >= enough:
            return
        loose = self._question.loose()
        if loose is not None:
            nothing_better = not self._totals
            effort = self._effort(loose, self._wanted.filters, self._conditions)
            self._take(loose, effort.parts_to_rank() if self._wanted.order == "best" else 1)
            self._loosened = nothing_better and bool(self._totals)

    def _take(self, query, parts):
        """Take up a tier, unless nothing is in it: its total, and its hits as far as there is room on the page."""
        skipped = max(0, self._wanted.skipped - sum(self._totals))
        room = self._wanted.per_page - len(self._hits)
        asked = self._conditions.on(query, but_not=self._tiers, part=self._part(parts))
        found = self._reader.search(asked, max(1, room), offset=skipped, **self._order())
        if found.count:
            self._hits += self._with_ids(found.hits[:room])
            self._tiers.append(query)
            self._totals.append(found.count * parts)
            self._rough = self._rough or parts > 1

    def _order(self):
        by, direction = TANTIVY_ORDERS.get(self._wanted.order, (None, None))
        if by:
            return {"order_by_field": by, "order": direction}
        return {"order_by_field": "boost"} if self._question.is_empty else {"weight_by_field": "boost"}

    def _with_ids(self, hits):
        ids = self._reader.fast_field_values("id", [address for _, address in hits]) if hits else []
        return list(zip(ids, [rank for rank, _ in hits], strict=True))

    def _nearest(self):
        if not self._totals and not self._question.is_empty:
            return []
        found = self._reader.search(self._conditions.on(self._all()), MOST_BY_DISTANCE, count=False)
        addresses = [address for _, address in found.hits]
        columns = [
            self._reader.fast_field_values(name, addresses) if addresses else []
            for name in ("id", "latitude", "longitude")
        ]
        near, wanted = self._wanted.near, self._wanted
        distances = sorted(
            (kilometres(near, latitude, longitude), key) for key, latitude, longitude in zip(*columns, strict=True)
        )
        return [(key, -distance) for distance, key in distances[wanted.skipped : wanted.skipped + wanted.per_page]]

    def _all(self):
        """What is in any tier; a query that finds nothing when there is none."""
        if self._question.is_empty or self._parts > 1:
            return self._question.strict
        return either(self._tiers) or Query.empty_query()

    def _facets(self):
        names = self._wanted.counted if self._wanted.counted is not None else facet_names(self._reader)
        counted = self._counts(names, self._wanted.filters)
        for facet, values in self._wanted.filters.facets.items():
            if values and facet in names:
                counted |= self._counts([facet], self._wanted.filters.without(facet))
        return counted

    def _counts(self, names, filters):
        """The counts of these facets under filters, of all or of a part."""
        everything, conditions = self._all(), self._under(filters)
        parts = self._effort(everything, filters, conditions).parts_to_count()
        return facets_of(self._reader, conditions.on(everything, part=self._part(parts)), names, parts)


def kilometres(near, latitude, longitude):
    """Kilometres along the great circle from the middle of `near` to a point."""
    north, east = radians(latitude - near.latitude) / 2, radians(longitude - near.longitude) / 2
    half = sin(north) ** 2 + cos(radians(near.latitude)) * cos(radians(latitude)) * sin(east) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))
