"""A search in the index: the chances a query gets, one page of hits, and the counts beside them."""

from math import asin, cos, radians, sin, sqrt

from virtualclusters.capabilities.search import queries
from virtualclusters.capabilities.search.asking import Results
from virtualclusters.capabilities.search.reading import searcher
from virtualclusters.capabilities.search.spelling import mended

MOST_VALUES = 2_000
"""Different facet values that are counted."""
MOST_BY_DISTANCE = 2_000
"""Hits that are put in order by distance; a radius with more of them is too wide to walk."""
EARTH_RADIUS = 6371.0
"""Kilometres."""


def search_index(wanted):
    """Search the index.

    Raises:
        IndexUnreadable: the caller searches the database instead.
    """
    with searcher() as (reader, schema):
        conditions = queries.must(schema, source=wanted.source, filters=wanted.filters, near=wanted.near, at=wanted.at)
        ranked, corrected, loosened = _first_that_finds(reader, schema, wanted, conditions)
        hits, total = _page(reader, queries.within(ranked, conditions), wanted)
        facets = _facets(reader, schema, wanted, ranked, conditions)
    return Results(hits=hits, total=total, facets=facets, corrected=corrected, loosened=loosened)


def _first_that_finds(reader, schema, wanted, conditions):
    """The first chance under which something is found, the corrected spelling, and whether some words were enough."""
    chance = None
    for chance, corrected, loosened in _chances(reader, schema, wanted):
        if reader.search(queries.within(chance, conditions), 1).count:
            return chance, corrected, loosened
    return chance, "", False


def _chances(reader, schema, wanted):
    concept = queries.any_concept(schema, wanted.concepts)
    yield queries.either(queries.all_words(schema, wanted.words), concept), "", False
    if better := mended(reader, wanted.words):
        yield queries.all_words(schema, better), " ".join(word for word, _ in better), False
    if wanted.words:
        yield queries.nearly_all_words(schema, wanted.words), "", False
        yield queries.any_word(schema, better or wanted.words), "", True


def _page(reader, query, wanted):
    if wanted.order == "nearest":
        return _nearest(reader, query, wanted)
    by, direction = queries.TANTIVY_ORDERS.get(wanted.order, (None, None))
    if by:
        found = reader.search(query, wanted.per_page, offset=wanted.skipped, order_by_field=by, order=direction)
    elif wanted.words or wanted.concepts:
        found = reader.search(query, wanted.per_page, offset=wanted.skipped, weight_by_field="boost")
    else:
        found = reader.search(query, wanted.per_page, offset=wanted.skipped, order_by_field="boost")
    addresses = [address for _, address in found.hits]
    return _with_ids(reader, [rank for rank, _ in found.hits], addresses), found.count


def _with_ids(reader, ranks, addresses):
    ids = reader.fast_field_values("id", addresses) if addresses else []
    return list(zip(ids, ranks, strict=True))


def _nearest(reader, query, wanted):
    found = reader.search(query, MOST_BY_DISTANCE)
    addresses = [address for _, address in found.hits]
    columns = [
        reader.fast_field_values(name, addresses) if addresses else [] for name in ("id", "latitude", "longitude")
    ]
    distances = sorted(
        (kilometres(wanted.near, latitude, longitude), key) for key, latitude, longitude in zip(*columns, strict=True)
    )
    page = distances[wanted.skipped : wanted.skipped + wanted.per_page]
    return [(key, -distance) for distance, key in page], found.count


def kilometres(near, latitude, longitude):
    """Kilometres along the great circle from the middle of `near` to a point."""
    north, east = radians(latitude - near.latitude) / 2, radians(longitude - near.longitude) / 2
    half = sin(north) ** 2 + cos(radians(near.latitude)) * cos(radians(latitude)) * sin(east) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))


def _facets(reader, schema, wanted, ranked, conditions):
    counted = _counts(reader, queries.within(ranked, conditions))
    for facet, values in wanted.filters.facets.items():
        if values:
            others = queries.must(
                schema,
                source=wanted.source,
                filters=wanted.filters,
                near=wanted.near,
                at=wanted.at,
                without_facet=facet,
            )
            counted[facet] = _counts(reader, queries.within(ranked, others)).get(facet, {})
    return counted


def _counts(reader, query):
    counted = {}
    answer = reader.aggregate(query, {"facets": {"terms": {"field": "facets", "size": MOST_VALUES}}})
    for bucket in answer["facets"]["buckets"]:
        facet, _, value = bucket["key"].partition("=")
        counted.setdefault(facet, {})[value] = bucket["doc_count"]
    return counted
