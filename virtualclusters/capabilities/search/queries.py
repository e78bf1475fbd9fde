"""A search as tantivy queries. They are built from parts: what a person typed never reaches a query parser."""

from math import cos, radians

import tantivy
from tantivy import FieldType, Occur, Query

TITLE_COUNTS, KEY_COUNTS, CONCEPT_COUNTS = 3.0, 0.7, 4.0
SHORTEST_PREFIX = 2
SHORTEST_FUZZY = 4
KM_A_DEGREE = 111.2
"""Kilometres of one degree of latitude."""


def must(schema, *, source, filters, near, at, without_facet=None):
    """The conditions that carry no rank, as a list of queries."""
    now = int(at.timestamp())
    conditions = [
        Query.term_query(schema, "source", source),
        Query.range_query(schema, "visible_from", FieldType.Integer, upper_bound=now),
    ]
    if filters.public_only:
        conditions.append(Query.term_query(schema, "public", True))
    if filters.open_only:
        conditions.append(
            Query.range_query(schema, "closes_at", FieldType.Integer, lower_bound=now, include_lower=False)
        )
    if filters.closes_by:
        latest = int(filters.closes_by.timestamp())
        conditions.append(Query.range_query(schema, "closes_at", FieldType.Integer, upper_bound=latest))
    for facet, values in filters.facets.items():
        if values and facet != without_facet:
            conditions.append(Query.term_set_query(schema, "facets", [f"{facet}={value}" for value in values]))
    return conditions + (_box(schema, near) if near else [])


def all_words(schema, words):
    """Every word, the last as it may go on. None when there are no words."""
    return _joined(schema, words, Occur.Must)


def any_word(schema, words):
    """At least one of the words; more rank higher."""
    return _joined(schema, words, Occur.Should)


def any_concept(schema, concepts):
    """At least one of the concepts, each counting the same."""
    counted = [
        (Occur.Should, Query.const_score_query(Query.term_query(schema, "concepts", concept), CONCEPT_COUNTS))
        for concept in concepts
    ]
    return Query.boolean_query(counted) if counted else None


def nearly_all_words(schema, words):
    """Every word, with one letter wrong, missing, doubled or swapped in each that has four letters or more."""
    return Query.boolean_query([(Occur.Must, _nearly(schema, folded, key)) for folded, key in words]) if words else None


def either(*queries):
    """What any of these finds; those that are None are left out, and None when all are."""
    given = [(Occur.Should, query) for query in queries if query is not None]
    return Query.boolean_query(given) if given else None


def within(query, conditions):
    """The query under conditions that do not count for its rank."""
    ranked = [(Occur.Must, query)] if query is not None else []
    unranked = [(Occur.Must, Query.const_score_query(condition, 0.0)) for condition in conditions]
    return Query.boolean_query(ranked + unranked)


def _joined(schema, words, occur):
    if not words:
        return None
    last = len(words) - 1
    return Query.boolean_query(
        [(occur, _word(schema, word, key, goes_on=n == last)) for n, (word, key) in enumerate(words)]
    )


def _word(schema, word, key, *, goes_on):
    ways = [
        Query.boost_query(Query.term_query(schema, "title", word), TITLE_COUNTS),
        Query.term_query(schema, "words", word),
    ]
    if key:
        ways.append(Query.boost_query(Query.term_query(schema, "title_keys", key), TITLE_COUNTS * KEY_COUNTS))
        ways.append(Query.boost_query(Query.term_query(schema, "keys", key), KEY_COUNTS))
    if goes_on and len(word) >= SHORTEST_PREFIX:
        ways += [_beginning(schema, field, word) for field in ("title", "words")]
    return Query.disjunction_max_query(ways)


def _beginning(schema, field, word):
    return Query.fuzzy_term_query(schema, field, word, distance=0, prefix=True)


def _nearly(schema, word, key):
    if len(word) < SHORTEST_FUZZY:
        return _word(schema, word, key, goes_on=False)
    return Query.disjunction_max_query([Query.fuzzy_term_query(schema, field, word) for field in ("title", "words")])


def _box(schema, near):
    height = near.kilometres / KM_A_DEGREE
    width = height / max(cos(radians(near.latitude)), 0.01)
    edges = (("latitude", near.latitude, height), ("longitude", near.longitude, width))
    return [
        Query.range_query(schema, field, FieldType.Float, lower_bound=middle - half, upper_bound=middle + half)
        for field, middle, half in edges
    ]


TANTIVY_ORDERS = {
    "newest": ("visible_from", tantivy.Order.Desc),
    "closing": ("closes_at", tantivy.Order.Asc),
}
"""Orders beside `best` and `nearest`: field and direction."""
