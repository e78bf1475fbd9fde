"""The same search in PostgreSQL, slower and without spelling, for the time the index cannot be read."""

from collections import Counter
from math import cos, radians

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, FloatField, Q, Value

from virtualclusters.capabilities.search.asking import Filters, Results
from virtualclusters.capabilities.search.keeping import CODE_MARK, KEY_MARK
from virtualclusters.capabilities.search.models import IndexedDocument
from virtualclusters.capabilities.search.queries import KM_A_DEGREE
from virtualclusters.capabilities.search.ranking import MOST_BY_DISTANCE, kilometres
from virtualclusters.capabilities.search.words import is_code

MOST_COUNTED = 20_000
"""Documents whose facets are counted; beyond that the counts are of a part."""
ORDERS = {
    "newest": [F("visible_from").desc(nulls_last=True), "-object_id"],
    "closing": [F("closes_at").asc(nulls_last=True), "-object_id"],
}


def search_database(wanted):
    """Search the documents kept in PostgreSQL."""
    for joined_by in (" & ", " | "):
        asked = _asked(wanted, joined_by)
        found = _within(asked, wanted)
        total = found.count()
        if total:
            break
    hits = _nearest(found, wanted) if wanted.order == "nearest" else _page(found, wanted, joined_by)
    loosened = bool(total) and len(wanted.words) > 1 and joined_by == " | "
    return Results(hits=hits, total=total, facets=_facets(asked, wanted, found), loosened=loosened, used="database")


def _asked(wanted, joined_by):
    """The documents that the words or concepts name, before any filter."""
    documents = IndexedDocument.objects.filter(source=wanted.source)
    named = Q(concepts__overlap=list(wanted.concepts)) if wanted.concepts else Q()
    if wanted.words:
        named |= Q(words=_words(wanted.words, joined_by))
    return documents.filter(named)


def _words(words, joined_by):
    last = len(words) - 1
    return FoldedQuery(joined_by.join(_ways(word, key, goes_on=n == last) for n, (word, key) in enumerate(words)))


def _ways(word, key, *, goes_on):
    ways = [f"'{word}':*" if goes_on else f"'{word}'", f"'{KEY_MARK}{key}'"]
    if is_code(word):
        ways.append(f"'{CODE_MARK}{word}'")
    return f"({' | '.join(ways)})"


class FoldedQuery(SearchQuery):
    """Folded words as PostgreSQL's own query, past its parser, which would break Indian words at their vowel signs.

    Folded words are letters, digits and vowel signs only, so nothing in them is an operator.
    """

    def as_sql(self, compiler, connection, function=None, template=None):
        return super().as_sql(compiler, connection, template="(%(expressions)s)::tsquery")


def _within(documents, wanted, *, without_facet=None):
    filters: Filters = wanted.filters
    documents = documents.filter(Q(visible_from=None) | Q(visible_from__lte=wanted.at))
    if filters.public_only:
        documents = documents.filter(public=True)
    if filters.open_only:
        documents = documents.filter(Q(closes_at=None) | Q(closes_at__gt=wanted.at))
    if filters.closes_by:
        documents = documents.filter(closes_at__lte=filters.closes_by)
    for facet, values in filters.facets.items():
        if values and facet != without_facet:
            documents = documents.filter(facets__overlap=[f"{facet}={value}" for value in values])
    return _near(documents, wanted.near) if wanted.near else documents


def _near(documents, near):
    height = near.kilometres / KM_A_DEGREE
    width = height / max(cos(radians(near.latitude)), 0.01)
    return documents.filter(
        latitude__range=(near.latitude - height, near.latitude + height),
        longitude__range=(near.longitude - width, near.longitude + width),
    )


def _page(documents, wanted, joined_by):
    rank = F("boost")
    if wanted.words:
        rank = rank * SearchRank(F("words"), _words(wanted.words, joined_by))
    ranked = documents.annotate(rank=rank + Value(0.0, output_field=FloatField()))
    ordered = ranked.order_by(*ORDERS.get(wanted.order, ["-rank", "-object_id"]))
    return list(ordered.values_list("object_id", "rank")[wanted.skipped : wanted.skipped + wanted.per_page])


def _nearest(documents, wanted):
    places = documents.values_list("object_id", "latitude", "longitude")[:MOST_BY_DISTANCE]
    distances = sorted((kilometres(wanted.near, latitude, longitude), key) for key, latitude, longitude in places)
    return [(key, -distance) for distance, key in distances[wanted.skipped : wanted.skipped + wanted.per_page]]


def _facets(asked, wanted, found):
    counted = _counts(found)
    for facet, values in wanted.filters.facets.items():
        if values:
            counted[facet] = _counts(_within(asked, wanted, without_facet=facet)).get(facet, {})
    return counted


def _counts(documents):
    counts = Counter(value for facets in documents.values_list("facets", flat=True)[:MOST_COUNTED] for value in facets)
    counted = {}
    for facet_value, count in counts.most_common():
        facet, _, value = facet_value.partition("=")
        counted.setdefault(facet, {})[value] = count
    return counted
