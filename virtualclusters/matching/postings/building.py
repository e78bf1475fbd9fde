"""Postings of many units from columns, a batch at a time: the whole of them never stands in memory as Python's objects."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from virtualclusters.matching.postings.bitmaps import bitmap_of
from virtualclusters.matching.postings.reaching import Pair
from virtualclusters.matching.postings.sets import Facts, Postings
from virtualclusters.matching.postings.units import COLUMNS, Columns, Numbers, PlaceNames, Units, numbered
from virtualclusters.matching.values import UnitRole

ROLES = tuple(UnitRole)
CODES_A_CONCEPT = 8
"""A pair is written as concept times eight plus the place of its role in `ROLES`."""
_UNDER = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class UnitColumns:
    """A batch of units as arrays of one length; `place`, `kind` and `size` are indices into the builder's lists."""

    ids: NDArray[np.int64]
    begins: NDArray[np.float64]
    ends: NDArray[np.float64]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    place: NDArray[np.int32]
    kind: NDArray[np.int8]
    size: NDArray[np.int8]


class Builder:
    """Takes all units, then `number`, then all their pairs, then `finish`."""

    def __init__(self, places: Sequence[PlaceNames], kinds: Sequence[str], sizes: Sequence[str]) -> None:
        self.places, self.kinds, self.sizes = list(places), kinds, sizes
        self._batches: list[UnitColumns] = []
        self._keys: list[NDArray[np.uint64]] = []
        self._facts: Facts = {}
        self._units: Units | None = None

    def add_units(self, batch: UnitColumns) -> None:
        """Take a batch of units; a unit comes once."""
        self._batches.append(batch)

    def number(self) -> None:
        """Number the units that came, by place and then by id."""
        whole = {name: self._whole(name) for name in (*COLUMNS, "kind", "size")}
        self._batches.clear()
        order = np.lexsort((whole["ids"], whole["place"]))
        whole = {name: column[order] for name, column in whole.items()}
        numbers, free, until = numbered(whole["place"].astype(np.int32), len(self.places))
        capacity = int(until[-1]) if len(until) else 0
        columns = Columns.empty(capacity)
        for name in COLUMNS:
            getattr(columns, name)[numbers] = whole[name]
        self._units = Units(columns, list(self.places), free, until, capacity)
        self._take_facts(whole, numbers)

    def add_pairs(self, unit_ids: NDArray[np.int64], codes: NDArray[np.int64]) -> None:
        """Take what units have, one code each (`CODES_A_CONCEPT`); units that did not come are passed over."""
        ids, numbers = self._numbered_units().ids_and_numbers()
        at = np.minimum(np.searchsorted(ids, unit_ids), max(len(ids) - 1, 0))
        known = ids[at] == unit_ids if len(ids) else np.zeros(len(unit_ids), bool)
        self._keys.append(codes[known].astype(np.uint64) << _UNDER | numbers[at[known]].astype(np.uint64))

    def finish(self) -> Postings:
        """The postings. The builder is used up."""
        keys = np.concatenate([np.zeros(0, np.uint64), *self._keys])
        self._keys.clear()
        keys.sort()
        firsts = np.flatnonzero(np.diff(keys >> _UNDER)) + 1
        codes = keys[np.concatenate([np.zeros(1, np.int64), firsts])] >> _UNDER if len(keys) else keys
        parts = np.split((keys & _LOW).astype(np.uint32), firsts) if len(keys) else []
        concepts = {pair_of(int(code)): bitmap_of(part) for code, part in zip(codes, parts, strict=True)}
        return Postings(self._numbered_units(), concepts, self._facts)

    def _numbered_units(self) -> Units:
        if self._units is None:
            raise RuntimeError("number() comes after the last unit and before the first pair")
        return self._units

    def _whole(self, name: str) -> NDArray[np.generic]:
        return np.concatenate([getattr(batch, name) for batch in self._batches] or [np.zeros(0, np.int64)])

    def _take_facts(self, whole: dict[str, NDArray[np.generic]], numbers: Numbers) -> None:
        of_place = {"state": [state for state, _ in self.places], "district": [name for _, name in self.places]}
        for fact, names in of_place.items():
            self._take_fact(fact, names, whole["place"], numbers)
        self._take_fact("organisation_kind", self.kinds, whole["kind"], numbers)
        self._take_fact("size_class", self.sizes, whole["size"], numbers)

    def _take_fact(self, fact: str, names: Sequence[str], codes: NDArray[np.generic], numbers: Numbers) -> None:
        order = np.argsort(codes, kind="stable")
        found, firsts = np.unique(codes[order], return_index=True)
        for code, part in zip(found, np.split(numbers[order], firsts)[1:], strict=True):
            members = self._facts.setdefault(fact, {}).setdefault(names[int(code)], BitMap())
            members |= bitmap_of(part)
            members.run_optimize()


def pair_of(code: int) -> Pair:
    """The pair that a code stands for."""
    concept, role = divmod(code, CODES_A_CONCEPT)
    return ROLES[role], concept


def code_of(role: str, concept: int) -> int:
    """The code of a pair."""
    return concept * CODES_A_CONCEPT + ROLES.index(UnitRole(role))
