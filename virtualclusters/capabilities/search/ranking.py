"""A search in the index: what has all that was asked for, then what has some of it; one page of hits, and counts beside them."""

from math import asin, cos, radians, sin, sqrt

from tantivy import Query

from virtualclusters.capabilities.search.asking import Results
from virtualclusters.capabilities.search.counting import Size, facet_names, facets_of, size_of
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
    """One search: its tiers are queries, each with its size, the better one first; a document counts in the first it is in."""

    def __init__(self, reader, schema, wanted):
        self._reader, self._schema, self._wanted = reader, schema, wanted
        self._conditions = self._under(wanted.filters)
        self._question = Question(reader, schema, wanted)
        self._tiers = []
        self._loosened = False
        self._fill_tiers()

    def results(self):
        hits = self._hits()
        sizes = [size for _, size in self._tiers]
        return Results(
            hits=hits,
            total=sum(size.total for size in sizes),
            facets=self._facets(),
            corrected=self._corrected(),
            loosened=self._loosened,
            close=sum(size.total for size in sizes[1:]),
            rough=self._parts > 1,
            reasons=reasons_of(self._reader, self._schema, self._question, [key for key, _ in hits]),
        )

    def _under(self, filters):
        return Conditions(self._schema, filters=filters, near=self._wanted.near, at=self._wanted.at)

    def _fill_tiers(self):
        question, wanted = self._question, self._wanted
        if question.is_empty:
            self._add(None)
            return
        enough = 1 if wanted.order != "best" else wanted.per_page
        if question.strict is not None:
            self._add(question.strict)
        if sum(size.total for _, size in self._tiers) < enough and (loose := question.loose()) is not None:
            self._loosened = not self._tiers
            self._add(loose)
            self._loosened = self._loosened and bool(self._tiers)

    def _add(self, query):
        """Take up a tier, unless nothing is in it."""
        size = self._size(query)
        if size.total:
            self._tiers.append((query, size))

    def _size(self, query):
        earlier = [query for query, _ in self._tiers]
        if not earlier:
            return size_of(self._reader, self._conditions, query)
        return Size(self._reader.search(self._conditions.on(query, but_not=earlier), 1).count)

    @property
    def _parts(self):
        """Of how many parts one is counted and ranked."""
        return max((size.parts for _, size in self._tiers), default=1)

    def _corrected(self):
        return "" if self._loosened else self._question.corrected

    def _hits(self):
        if self._wanted.order == "nearest":
            return self._nearest()
        hits, skipped, earlier = [], self._wanted.skipped, []
        for query, total, part in self._ranked():
            room = self._wanted.per_page - len(hits)
            if room and skipped < total:
                hits += self._page(self._conditions.on(query, but_not=earlier, part=part), room, skipped)
            skipped = max(0, skipped - total)
            earlier.append(query)
        return hits

    def _ranked(self):
        """The tiers as (query, how many can be shown, part). Of very many all that say it in the title, then a part, another each day."""
        if self._parts == 1 or self._wanted.order != "best":
            return [(query, size.total, None) for query, size in self._tiers]
        [(query, size)] = self._tiers
        today = seconds(self._wanted.at, 0) // A_DAY % size.parts
        title = self._question.title()
        first = size_of(self._reader, self._conditions, title) if title is not None else Size(0)
        champions = [(title, first.total, None)] if first.parts == 1 and first.total else []
        return [*champions, (query, size.total // size.parts, (today, size.parts))]

    def _page(self, query, room, skipped):
        by, direction = TANTIVY_ORDERS.get(self._wanted.order, (None, None))
        if by:
            found = self._reader.search(query, room, count=False, offset=skipped, order_by_field=by, order=direction)
        elif self._question.is_empty:
            found = self._reader.search(query, room, count=False, offset=skipped, order_by_field="boost")
        else:
            found = self._reader.search(query, room, count=False, offset=skipped, weight_by_field="boost")
        addresses = [address for _, address in found.hits]
        ids = self._reader.fast_field_values("id", addresses) if addresses else []
        return list(zip(ids, [rank for rank, _ in found.hits], strict=True))

    def _nearest(self):
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
        if self._question.is_empty:
            return None
        return either([query for query, _ in self._tiers]) or Query.empty_query()

    def _facets(self):
        names = self._wanted.counted if self._wanted.counted is not None else facet_names(self._reader)
        part = (0, self._parts) if self._parts > 1 else None
        everything = self._all()
        counted = facets_of(self._reader, self._conditions.on(everything, part=part), names, self._parts)
        for facet, values in self._wanted.filters.facets.items():
            if values and facet in names:
                others = self._under(self._wanted.filters.without(facet)).on(everything, part=part)
                counted |= facets_of(self._reader, others, [facet], self._parts)
        return counted


def kilometres(near, latitude, longitude):
    """Kilometres along the great circle from the middle of `near` to a point."""
    north, east = radians(latitude - near.latitude) / 2, radians(longitude - near.longitude) / 2
    half = sin(north) ** 2 + cos(radians(near.latitude)) * cos(radians(latitude)) * sin(east) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))
