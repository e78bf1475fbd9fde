"""How many there are, in all and by facet: counted one by one, or by a part where that would read too many documents."""

from dataclasses import dataclass

from tantivy import Query

from virtualclusters.capabilities.search.index import PARTS

RANKED, COUNTED = 1.5, 3.5
"""What ranking a document costs, and counting its facets, beside reading that it is there."""
MOST_TO_RANK, MOST_TO_COUNT = 60_000, 50_000
"""What one search may cost in documents read; some 30 ns each on a common processor."""
FEWEST_RANKED, FEWEST_COUNTED = 200, 60
"""Documents that a part must hold to stand for all."""
WORTH_IT = 0.7
"""A part is read instead of all when it costs less than this share."""
MOST_VALUES = 2_000
"""Different values of a facet that are counted."""
TELLING = 2
"""Digits of an estimate that mean something."""


@dataclass(frozen=True)
class Effort:
    """What a query costs to answer.

    Args:
        documents: how many there are in the index.
        lightest: the shortest list of documents that must be walked.
        expected: how many will be found, roughly.
    """

    documents: int
    lightest: int
    expected: int

    def parts_to_rank(self):
        """Of how many equal parts one is to be ranked; 1 = all."""
        return self._parts(RANKED, MOST_TO_RANK, FEWEST_RANKED)

    def parts_to_count(self):
        """Of how many equal parts the facets of one are to be counted; 1 = all, which is exact."""
        return self._parts(COUNTED, MOST_TO_COUNT, FEWEST_COUNTED)

    def _parts(self, each, most, fewest):
        """The fewest parts of which one costs at most so much; where none is large enough for that, what costs clearly least."""
        fair = [1, *(parts for parts in PARTS if self.expected >= fewest * parts)]
        chosen = next((parts for parts in fair if self._cost(parts, each) <= most), None)
        if chosen is None:
            chosen = min(fair, key=lambda parts: self._cost(parts, each))
        return chosen if self._cost(chosen, each) < WORTH_IT * self._cost(1, each) else 1

    def _cost(self, parts, each):
        return min(self.lightest, self.documents / parts) + each * self.expected / parts


def effort_of(reader, conditions, query, lightest):
    """The effort of a query whose shortest list is known. Counts in the finest part when it may be large."""
    if lightest * (1 + COUNTED) <= MOST_TO_COUNT:
        return Effort(reader.num_docs, lightest, lightest)
    finest = PARTS[-1]
    part = conditions.on(query, part=(0, finest))
    found = reader.search(Query.const_score_query(part, 0.0), 1).count
    return Effort(reader.num_docs, lightest, found * finest)


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
