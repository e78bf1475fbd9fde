"""A search as tantivy queries. They are built from parts: what a person typed never reaches a query parser."""

from math import cos, radians

import tantivy
from tantivy import FieldType, Occur, Query

from virtualclusters.capabilities.search.index import A_DAY, CELLS, cell_name, part_name, seconds

KM_A_DEGREE = 111.2
"""Kilometres of one degree of latitude."""
MOST_CELLS = 150
"""Squares that a place is looked up by; a circle that needs more is as wide as the country."""
TANTIVY_ORDERS = {
    "newest": ("visible_from", tantivy.Order.Desc),
    "closing": ("closes_at", tantivy.Order.Asc),
}
"""Orders beside `best` and `nearest`: field and direction."""


class Conditions:
    """What a document must be whatever its rank, as clauses of a boolean query."""

    def __init__(self, schema, *, filters, near, at):
        self._schema = schema
        self._clauses = [
            *self._not_yet(at),
            *(self._closed(at) if filters.open_only else ()),
            *(self._closing_late(filters.closes_by) if filters.closes_by else ()),
            *((Occur.Must, self._one_of(facet, values)) for facet, values in filters.facets.items() if values),
            *((Occur.Must, one) for one in (_circle(schema, near) if near else ())),
        ]
        if filters.public_only:
            self._clauses.append((Occur.MustNot, Query.term_query(schema, "hidden", "hidden")))

    def on(self, query, *, but_not=(), part=None):
        """The query under the conditions, which do not count for its rank; None stands for everything.

        Args:
            but_not: queries whose documents are left out.
            part: (number, of how many parts): only this part of the documents.
        """
        clauses = [(Occur.Must, query or Query.const_score_query(Query.all_query(), 1.0))]
        clauses += [(occur, Query.const_score_query(one, 0.0)) for occur, one in self._clauses]
        clauses += [(Occur.MustNot, one) for one in but_not]
        if part:
            chosen = Query.term_query(self._schema, "parts", part_name(*part))
            clauses.append((Occur.Must, Query.const_score_query(chosen, 0.0)))
        return Query.boolean_query(clauses)

    def _one_of(self, facet, values):
        return either([Query.term_query(self._schema, f"facets.{facet}", value) for value in values])

    def _not_yet(self, at):
        now = seconds(at, 0)
        later = self._days("visible_day", lower_bound=now // A_DAY, include_lower=False)
        today = [
            self._day("visible_day", now),
            Query.range_query(self._schema, "visible_from", FieldType.Integer, lower_bound=now, include_lower=False),
        ]
        return [(Occur.MustNot, later), (Occur.MustNot, every(today))]

    def _closed(self, at):
        now = seconds(at, 0)
        earlier = self._days("closes_day", upper_bound=now // A_DAY, include_upper=False)
        today = [
            self._day("closes_day", now),
            Query.range_query(self._schema, "closes_at", FieldType.Integer, upper_bound=now),
        ]
        return [(Occur.MustNot, earlier), (Occur.MustNot, every(today))]

    def _closing_late(self, closes_by):
        latest = seconds(closes_by, 0)
        return [(Occur.Must, Query.range_query(self._schema, "closes_at", FieldType.Integer, upper_bound=latest))]

    def _days(self, field, **bounds):
        return Query.range_query(self._schema, field, FieldType.Integer, use_inverted_index=True, **bounds)

    def _day(self, field, now):
        return Query.term_query(self._schema, field, now // A_DAY)


def every(queries):
    """All of these; None when there are none."""
    if len(queries) < 2:
        return queries[0] if queries else None
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def either(queries):
    """At least one of these, more ranking higher; None when there are none."""
    if len(queries) < 2:
        return queries[0] if queries else None
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def within_cells(near):
    """Names of the squares that a circle lies in; None when it is too wide to name them."""
    height, width = _half_sides(near)
    for side in CELLS:
        rows = _span(near.latitude, height, side)
        columns = _span(near.longitude, width, side)
        if len(rows) * len(columns) <= MOST_CELLS:
            return [cell_name(row, column, side) for row in rows for column in columns]
    return None


def _span(middle, half, side):
    return range(int((middle - half) // side), int((middle + half) // side) + 1)


def _circle(schema, near):
    """The squares of a circle, and the box around it: what is a little outside the circle, in its corners, is let in."""
    cells = within_cells(near)
    if cells is None:
        return [Query.exists_query("latitude")]
    height, width = _half_sides(near)
    edges = (("latitude", near.latitude, height), ("longitude", near.longitude, width))
    return [
        Query.term_set_query(schema, "cells", cells),
        *(
            Query.range_query(schema, field, FieldType.Float, lower_bound=middle - half, upper_bound=middle + half)
            for field, middle, half in edges
        ),
    ]


def _half_sides(near):
    height = near.kilometres / KM_A_DEGREE
    return height, height / max(cos(radians(near.latitude)), 0.01)
