"""Sets of numbered units, and the question put to them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from virtualclusters.matching.postings.bitmaps import as_array, bitmap_of
from virtualclusters.matching.postings.joined import Joined
from virtualclusters.matching.postings.reaching import Pair, Ways
from virtualclusters.matching.postings.units import UnitRow, Units
from virtualclusters.matching.rules import OTHER, Answer, Rule, evaluate_all
from virtualclusters.matching.values import OpportunityView

CUT_BY: Final = ("organisation_kind", "state", "district", "size_class")
"""Facts with one code a unit; the set under the empty code are those of whom it is not known."""
A_DAY: Final = 86_400.0
MANY_LATE: Final = 10_000
SHARE_LATE: Final = 50

Facts = dict[str, dict[str, BitMap]]
Allows = Callable[[str], bool]


class Postings:
    """Units by what they have and by plain facts. Not safe for two threads at once: the caller locks."""

    def __init__(self, units: Units, concepts: dict[Pair, BitMap], facts: Facts) -> None:
        self.units, self.concepts, self.facts = units, concepts, facts
        self._joined = Joined()
        self._day: int | None = None
        self._all_day, self._part_of_day = BitMap(), BitMap()

    def __len__(self) -> int:
        return len(self.units)

    @property
    def is_crowded(self) -> bool:
        """Whether so many stand behind their places that numbering anew pays."""
        return self.units.late > max(MANY_LATE, self.units.next_late // SHARE_LATE)

    def candidates(self, opportunity: OpportunityView, ways: Ways, at: datetime, kinds: Iterable[str] = ()) -> BitMap:
        """Numbers of the units that show, have something that answers, and of which no hard rule of plain facts says no.

        Args:
            kinds: kinds of organisation that may answer; empty for all.
        """
        keep, drop = self._cuts(opportunity.rules, at, frozenset(kinds))
        found = self._shown(self._having(frozenset(ways.pairs_to(opportunity)), keep), at.timestamp())
        for members in drop:
            found -= members
        return found

    def _having(self, pairs: frozenset[Pair], keep: list[BitMap]) -> BitMap:
        """Who has one of these and stands in all that must be kept; not to be changed. Few are cut out first and then joined."""
        if keep and self._joined.get(pairs) is None:
            few = BitMap.intersection(*keep)
            having = [self.concepts[pair] & few for pair in pairs if pair in self.concepts]
            return BitMap.union(*having) if having else BitMap()
        joined = self._joined.joined(pairs, self.concepts)
        return BitMap.intersection(joined, *keep) if keep else joined

    def _shown(self, those: BitMap, moment: float) -> BitMap:
        """Those of a set that show, as a set of their own: of most it is known for the whole day, the others are asked to the second."""
        self._turn_to(int(moment // A_DAY))
        some, found = as_array(those & self._part_of_day), those & self._all_day
        if len(some):
            columns = self.units.columns
            found |= bitmap_of(some[(columns.begins[some] <= moment) & (columns.ends[some] > moment)])
        return found

    def replace(self, rows: Mapping[int, UnitRow | None]) -> None:
        """Bring units in line with their rows; those with None, which no longer show, are taken out."""
        before = {unit_id: self.units.number_of(unit_id) for unit_id in rows}
        gone = BitMap(self.units.take_out(rows))
        if gone:
            for members in self._all_sets():
                members -= gone  # noqa: PLW2901
            self._joined.take_out(gone)
        for row in rows.values():
            if row is not None:
                self._put_in(row, before[row.id])

    def unit_ids(self, numbers: NDArray[np.uint32] | BitMap) -> NDArray[np.int64]:
        """The ids behind numbers."""
        return self.units.columns.ids[as_array(numbers) if isinstance(numbers, BitMap) else numbers]

    def _all_sets(self) -> Iterator[BitMap]:
        yield from self.concepts.values()
        for codes in self.facts.values():
            yield from codes.values()
        yield from (self._all_day, self._part_of_day)

    def _put_in(self, row: UnitRow, before: int | None) -> None:
        number = self.units.put_in(row, before)
        for pair in row.pairs:
            self.concepts.setdefault(pair, BitMap()).add(number)
        self._joined.put_in(number, row.pairs)
        for fact in CUT_BY:
            self.facts.setdefault(fact, {}).setdefault(getattr(row, fact), BitMap()).add(number)
        if self._day is not None:
            (self._all_day if _shows_all(row, self._day) else self._part_of_day).add(number)

    def _turn_to(self, day: int) -> None:
        """Who shows from the first to the last second of a day is worked out once a day; the others are asked each time."""
        if day == self._day:
            return
        columns, start, end = self.units.columns, day * A_DAY, (day + 1) * A_DAY
        some = (columns.begins < end) & (columns.ends > start)
        whole = some & (columns.begins <= start) & (columns.ends >= end)
        self._all_day = bitmap_of(np.flatnonzero(whole))
        self._all_day.run_optimize()
        self._part_of_day = bitmap_of(np.flatnonzero(some & ~whole))
        self._day = day

    def _cuts(self, rules: Iterable[Rule], at: datetime, kinds: frozenset[str]) -> tuple[list[BitMap], list[BitMap]]:
        """Sets of which all must stay in one, and sets that must go: whichever of the two is the smaller."""
        asked: list[tuple[str, Allows]] = [("organisation_kind", lambda code: code in kinds)] if kinds else []
        asked += [(rule.fact, _allows(rule, at)) for rule in rules if rule.hard and rule.fact in CUT_BY]
        keep: list[BitMap] = []
        drop: list[BitMap] = []
        for fact, allows in asked:
            stay = [members for code, members in self.facts.get(fact, {}).items() if allows(code)]
            go = [members for code, members in self.facts.get(fact, {}).items() if not allows(code)]
            if _size(stay) < _size(go):
                keep.append(BitMap.union(*stay) if stay else BitMap())
            else:
                drop += go
        return keep, drop


def _size(sets: Iterable[BitMap]) -> int:
    return sum(len(members) for members in sets)


def _allows(rule: Rule, at: datetime) -> Allows:
    """Which codes a hard rule leaves. A code that is not known never ends a match; those it does not name are all alike to it."""
    named = rule.value if isinstance(rule.value, tuple) else (rule.value,)
    decided = {code: _leaves(rule, at, code) for code in named if isinstance(code, str)}
    others = _leaves(rule, at, OTHER)
    return lambda code: not code or decided.get(code, others)


def _leaves(rule: Rule, at: datetime, code: str) -> bool:
    return evaluate_all((rule,), {rule.fact: code}, at).answer is not Answer.NO


def _shows_all(row: UnitRow, day: int) -> bool:
    return row.begins <= day * A_DAY and row.ends >= (day + 1) * A_DAY
