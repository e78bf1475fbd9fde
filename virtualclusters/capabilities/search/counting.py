"""How many there are, in all and by facet: counted one by one, or by a part where there are very many."""

from typing import NamedTuple

from tantivy import Query

MANY = 160_000
"""From so many on a part is counted and ranked instead of all: nobody turns that far, and the figures are said to be about."""
FINEST = 256
MOST_VALUES = 2_000
"""Different values of a facet that are counted."""
TELLING = 2
"""Digits of an estimate that mean something."""


class Size(NamedTuple):
    """How many documents a query has. ``parts``: count and rank one of so many parts; 1 = all, and the total is exact."""

    total: int
    parts: int = 1


def size_of(reader, conditions, query):
    """The size of a query under conditions."""
    if reader.num_docs > MANY:
        in_part = _count(reader, conditions.on(query, part=(0, FINEST)))
        for parts, most in ((16, MANY * 4), (64, MANY * 16), (FINEST, float("inf"))):
            if MANY < in_part * FINEST <= most:
                return Size(telling(_count(reader, conditions.on(query, part=(0, parts))) * parts), parts)
    return Size(_count(reader, conditions.on(query)))


def _count(reader, query):
    return reader.search(Query.const_score_query(query, 0.0), 1).count


def telling(number):
    """An estimate in round figures."""
    size = max(0, len(str(number)) - TELLING)
    return round(number, -size)


def facets_of(reader, query, names, parts):
    """`{facet: {value: count}}` of a query that is already of one of so many parts, the commonest values first."""
    wanted = {name: {"terms": {"field": f"facets.{name}", "size": MOST_VALUES}} for name in names}
    answer = reader.aggregate(query, wanted) if wanted else {}
    counted = {
        name: {bucket["key"]: _whole(bucket["doc_count"], parts) for bucket in answer[name]["buckets"]}
        for name in names
    }
    return {name: counts for name, counts in counted.items() if counts}


def _whole(count, parts):
    return count if parts == 1 else telling(count * parts)


def facet_names(reader):
    """Every facet that any document has."""
    return [name for name, _ in reader.terms_with_prefix("facet_names", "")]
