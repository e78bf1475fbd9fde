"""A search in the index: what has all that was asked for, then what has some of it; one page of hits, and counts beside them."""

from math import asin, cos, radians, sin, sqrt

from tantivy import Query

from virtualclusters.capabilities.search.asking import Results
from virtualclusters.capabilities.search.counting import (
    Effort,
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
        self._places = {}
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
            reasons=reasons_of(self._reader, self._schema, self._question, self._places_of(hits)),
        )

    def _part(self, parts):
        """The part that is counted and ranked, another each day; None = all."""
        today = seconds(self._wanted.at, 0) // A_DAY
        return (today % parts, parts) if parts > 1 else None

    def _effort(self, query, filters, conditions, *, found=0):
        """What this costs; tiers of what is only close are read as a whole. ``found``: how many there are, roughly, where it is known."""
        lightest = self._question.lightest() if query is self._question.strict else self._reader.num_docs
        having = (self._having(facet, values) for facet, values in filters.facets.items() if values)
        lightest = min((lightest, *having))
        if found:
            return Effort(lightest, min(found, lightest), surely=self._found())
        return effort_of(self._reader, conditions, query, lightest)

    def _having(self, facet, values):
        return sum(self._reader.doc_freq(f"facets.{facet}", value) for value in values)

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
        skipped, room = self._room()
        asked = self._conditions.on(query, but_not=self._tiers, part=self._part(parts))
        found = self._reader.search(asked, max(1, room), offset=skipped, **self._order())
        if found.count:
            self._hits += self._with_ids(found.hits[:room])
            self._tiers.append(query)
            self._totals.append(found.count * parts)
            self._rough = self._rough or parts > 1

    def _room(self):
        """How many hits of the next tier are passed over, and how many are read; those to be put in order by distance are all read."""
        if self._wanted.order == "nearest":
            return 0, MOST_BY_DISTANCE
        return max(0, self._wanted.skipped - sum(self._totals)), self._wanted.per_page - len(self._hits)

    def _order(self):
        by, direction = TANTIVY_ORDERS.get(self._wanted.order, (None, None))
        if by:
            return {"order_by_field": by, "order": direction}
        if self._wanted.order == "nearest":
            return {}
        return {"order_by_field": "boost"} if self._question.is_empty else {"weight_by_field": "boost"}

    def _with_ids(self, hits):
        addresses = [address for _, address in hits]
        ids = self._reader.fast_field_values("id", addresses) if hits else []
        self._places |= dict(zip(ids, addresses, strict=True))
        return list(zip(ids, [rank for rank, _ in hits], strict=True))

    def _places_of(self, hits):
        return {key: self._places[key] for key, _ in hits}

    def _nearest(self):
        """What was taken, by distance."""
        addresses = [self._places[key] for key, _ in self._hits]
        columns = [
            self._reader.fast_field_values(name, addresses) if addresses else [] for name in ("latitude", "longitude")
        ]
        near, wanted = self._wanted.near, self._wanted
        distances = sorted(
            (kilometres(near, latitude, longitude), key)
            for (key, _), latitude, longitude in zip(self._hits, *columns, strict=True)
        )
        return [(key, -distance) for distance, key in distances[wanted.skipped : wanted.skipped + wanted.per_page]]

    def _all(self):
        """What is in any tier; a query that finds nothing when there is none."""
        if self._question.is_empty or self._parts > 1:
            return self._question.strict
        return either(self._tiers) or Query.empty_query()

    def _found(self):
        """How many fit under all filters, as they were counted for the page."""
        return self._totals[-1] if self._parts > 1 and self._totals else sum(self._totals)

    def _facets(self):
        """The counts of each facet under all filters but its own: in one round those that do not filter, in one each those that do."""
        wanted, filters = self._wanted.counted, self._wanted.filters
        names = facet_names(self._reader) if wanted is None else wanted
        filtering = {facet: values for facet, values in filters.facets.items() if values and facet in names}
        free = [name for name in names if name not in filtering]
        rounds = [(free, filters, self._found())] if free else []
        for facet, values in filtering.items():
            rarer = self._having(facet, values) / max(1, self._reader.num_docs)
            rounds.append(([facet], filters.without(facet), int(self._found() / rarer) if rarer else 0))
        counted = {}
        for together, under, found in rounds:
            counted |= self._counts(together, under, found)
        return counted

    def _counts(self, names, filters, found):
        """The counts of these facets under filters, of all or of a part; ``found``: how many there are, roughly, 0 if not known."""
        everything, conditions = self._all(), self._under(filters)
        effort = self._effort(everything, filters, conditions, found=found)
        parts = effort.parts_to_count(len(names))
        return facets_of(self._reader, conditions.on(everything, part=self._part(parts)), names, parts)


def kilometres(near, latitude, longitude):
    """Kilometres along the great circle from the middle of `near` to a point."""
    north, east = radians(latitude - near.latitude) / 2, radians(longitude - near.longitude) / 2
    half = sin(north) ** 2 + cos(radians(near.latitude)) * cos(radians(latitude)) * sin(east) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))
