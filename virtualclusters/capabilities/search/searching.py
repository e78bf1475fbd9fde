"""`search`: words, concepts, filters and place in; ids, counts and a corrected spelling out."""

import logging

from django.utils import timezone

from virtualclusters.capabilities.search import database, ranking
from virtualclusters.capabilities.search.asking import Filters, Meant, Search
from virtualclusters.capabilities.search.reading import IndexUnreadable
from virtualclusters.capabilities.search.words import words_of_query

ORDERS = ("best", "newest", "closing", "nearest")
MOST_A_PAGE, DEEPEST = 100, 10_000
"""Hits a page, and the last hit that can be turned to."""

logger = logging.getLogger(__name__)


def search(
    *,
    source,
    text="",
    concepts=(),
    meant=(),
    filters=None,
    page=1,
    per_page=10,
    order="best",
    near=None,
    at=None,
    public_only=True,
    open_only=True,
    closes_by=None,
    counted=None,
):
    """Find documents of one source.

    Best first comes what has every word, or the concept that words name; the last word may be unfinished, and a word nobody uses
    is mended. When that is less than a page, what has some of the words or is close to them follows.

    Args:
        text: what a person typed, in any script.
        concepts, meant: ids of concepts any of which is wanted; `Meant(concept, words)`: those read in the text, with their words.
        filters: `{facet: values}`: one of the values of each facet.
        order: `best` (by boost without words), `newest`, `closing` (soonest first) or `nearest`.
        near: `Near(latitude, longitude, kilometres)`: only what lies within; `nearest` needs it.
        at: the moment; what is not visible yet is not found, nor what is closed, unless `open_only` is False.
        closes_by, counted: only what closes until this moment; names of the facets to count, None = all.
        public_only: False finds what is not public too: the caller has checked the right.

    Raises:
        ValueError: the order is unknown, or `nearest` came without `near`.
    """
    if order not in ORDERS or (order == "nearest" and near is None):
        raise ValueError(f"Unknown order: {order}")
    wanted = Search(
        source=source,
        words=words_of_query(text),
        meant=(*meant, *(Meant(concept) for concept in concepts)),
        filters=Filters(filters or {}, public_only=public_only, open_only=open_only, closes_by=closes_by),
        page=max(1, min(page, DEEPEST // per_page)),
        per_page=min(per_page, MOST_A_PAGE),
        order=order,
        near=near,
        at=at or timezone.now(),
        counted=None if counted is None else tuple(counted),
    )
    return _searched(wanted)


def _searched(wanted):
    try:
        return ranking.search_index(wanted)
    except IndexUnreadable as reason:
        logger.error("The search index cannot be read, PostgreSQL is searched instead: %s", reason)
        return database.search_database(wanted)
