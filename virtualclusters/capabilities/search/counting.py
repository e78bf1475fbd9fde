"""How many there are, in all and by facet: counted one by one, or by a part where that would read too many documents."""

from dataclasses import dataclass

from tantivy import Query

from virtualclusters.capabilities.search.index import PARTS

WALKED, RANKED, FOUND, COUNTED = 0.005, 0.2, 0.015, 0.025
"""What a document costs in microseconds: read in a list, ranked, found to be counted, and counted for one facet.

Fitted to 300 questions among five million units; a machine of half the speed takes twice as long for all of them alike.
"""
STRETCHES = 350.0
"""What turning to all stretches of a part costs in microseconds: one an area and segment of the index."""
MOST_AT_ONCE = 500.0
"""What ranking may cost, and each round of counting: that of what is found, and one for each facet that filters."""
EXACT_UP_TO = 1_000.0
"""What costs no more is ranked or counted whole: some 4,500 found ranked, 6,000 counted for six facets."""
FEWEST_RANKED, FEWEST_COUNTED = 600, 200
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
        lightest: the shortest list of documents that must be walked.
        expected: how many will be found, roughly.
        surely: how many will be found at least, where ``expected`` is reckoned and not counted.
    """

    lightest: int
    expected: int
    surely: int | None = None

    def parts_to_rank(self):
        """Of how many equal parts one is to be ranked; 1 = all."""
        return self._parts(RANKED, FEWEST_RANKED)

    def parts_to_count(self, facets):
        """Of how many equal parts so many facets of one are to be counted; 1 = all, which is exact."""
        return self._parts(FOUND + COUNTED * facets, FEWEST_COUNTED)

    def _parts(self, each, fewest):
        """The fewest parts of which one costs at most ``MOST_AT_ONCE``; where none is large enough for that, what costs clearly least."""
        if self._cost(1, each) <= EXACT_UP_TO:
            return 1
        held = self.expected if self.surely is None else self.surely
        fair = [1, *(parts for parts in PARTS if held >= fewest * parts)]
        chosen = next((parts for parts in fair if self._cost(parts, each) <= MOST_AT_ONCE), None)
        if chosen is None:
            chosen = min(fair, key=lambda parts: self._cost(parts, each))
        return chosen if self._cost(chosen, each) < WORTH_IT * self._cost(1, each) else 1

    def _cost(self, parts, each):
        """Microseconds. Documents of an area lie together, those of a part too, so a part has its share of every list."""
        turned = STRETCHES if parts > 1 else 0.0
        return turned + (WALKED * self.lightest + each * self.expected) / parts


def effort_of(reader, conditions, query, lightest):
    """The effort of a query whose shortest list is known. Counts in the finest part when it may be large."""
    if lightest * (WALKED + RANKED) <= MOST_AT_ONCE:
        return Effort(lightest, lightest)
    finest = PARTS[-1]
    part = conditions.on(query, part=(0, finest))
    found = reader.search(Query.const_score_query(part, 0.0), 1).count
    return Effort(lightest, found * finest)


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
