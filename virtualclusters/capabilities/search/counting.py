"""How many there are, in all and by facet: counted one by one, or by a part where there are very many."""

from tantivy import Query

from virtualclusters.capabilities.search.index import PARTS

MANY = 30_000
"""From so many on a part is counted and ranked instead of all: nobody turns that far, and the figures are said to be about."""
MOST_VALUES = 2_000
"""Different values of a facet that are counted."""
TELLING = 2
"""Digits of an estimate that mean something."""


def parts_for(reader, conditions, query):
    """Of how many equal parts one is to be counted and ranked: 1, that is all, unless there are very many."""
    if reader.num_docs <= MANY:
        return 1
    finest = PARTS[-1]
    part = conditions.on(query, part=(0, finest))
    expected = reader.search(Query.const_score_query(part, 0.0), 1).count * finest
    return next((parts for parts in (1, *PARTS) if expected <= MANY * parts), finest)


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
