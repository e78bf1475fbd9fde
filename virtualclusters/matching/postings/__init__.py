"""All units held in memory for one question: whom does this opportunity concern?

Sets of numbered units (roaring bitmaps) stand by role and concept, and by the facts that hard rules cut by. Units are numbered by
place, so that neighbours lie together. Nothing here reads a database: rows come in as values and leave as unit ids.

Public: `Builder` makes `Postings` of many rows, `Postings.candidates` asks, `best_of` puts in order, `rank_alike` scores and
explains, `write` and `read` keep them in a file.
"""

from virtualclusters.matching.postings.alike import rank_alike
from virtualclusters.matching.postings.building import Builder
from virtualclusters.matching.postings.files import Kept, Unreadable, read, write
from virtualclusters.matching.postings.ordering import Best, best_of
from virtualclusters.matching.postings.reaching import Pair, Way, Ways
from virtualclusters.matching.postings.sets import Postings
from virtualclusters.matching.postings.units import UnitRow

__all__ = [
    "Best",
    "Builder",
    "Kept",
    "Pair",
    "Postings",
    "UnitRow",
    "Unreadable",
    "Way",
    "Ways",
    "best_of",
    "rank_alike",
    "read",
    "write",
]
