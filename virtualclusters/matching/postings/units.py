"""Numbered units: a column a thing known of them. Numbers run by state and district, each district with room to grow."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from virtualclusters.matching.values import UnitRole

NEVER: Final = float("inf")
LEAST_ROOM: Final = 4
SHARE_OF_ROOM: Final = 20
"""Each district is left at least four free numbers, and one for every twenty units."""
GROWS_BY: Final = 4_096

Floats = NDArray[np.float64]
Numbers = NDArray[np.uint32]
PlaceNames = tuple[str, str]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit as its rows say: what of it finding cuts and orders by. Moments are seconds since 1970.

    `begins` is when it began to show (its owner's yes), `ends` when it no longer does. `size_class` is empty when not known.
    """

    id: int
    begins: float
    ends: float
    latitude: float
    longitude: float
    state: str
    district: str
    organisation_kind: str
    size_class: str
    pairs: frozenset[tuple[UnitRole, int]]

    @property
    def place(self) -> PlaceNames:
        return self.state, self.district


@dataclass
class Columns:
    """What is known of each number; ids are 0 where a number is free. Degrees are NaN where no point is known."""

    ids: NDArray[np.int64]
    begins: Floats
    ends: Floats
    latitude: Floats
    longitude: Floats
    place: NDArray[np.int32]

    @classmethod
    def empty(cls, count: int) -> "Columns":
        return cls(
            ids=np.zeros(count, np.int64),
            begins=np.full(count, NEVER),
            ends=np.zeros(count),
            latitude=np.full(count, np.nan),
            longitude=np.full(count, np.nan),
            place=np.zeros(count, np.int32),
        )

    def put(self, number: int, row: UnitRow, place: int) -> None:
        self.ids[number], self.begins[number], self.ends[number] = row.id, row.begins, row.ends
        self.latitude[number], self.longitude[number], self.place[number] = row.latitude, row.longitude, place

    def clear(self, number: int) -> None:
        self.ids[number], self.begins[number], self.ends[number] = 0, NEVER, 0

    def grow(self) -> None:
        more = Columns.empty(GROWS_BY)
        for name in COLUMNS:
            setattr(self, name, np.concatenate([getattr(self, name), getattr(more, name)]))


COLUMNS: Final = ("ids", "begins", "ends", "latitude", "longitude", "place")


@dataclass
class Units:
    """The columns, which number each unit has, and which numbers are free.

    `free` and `until` are, by place, the next free number and the first that is another place's. Who finds no room stands behind
    all places: `late` counts those, and a rebuild gives them their place.
    """

    columns: Columns
    places: list[PlaceNames]
    free: NDArray[np.int64]
    until: NDArray[np.int64]
    next_late: int
    late: int = 0
    _codes: dict[PlaceNames, int] = field(default_factory=dict)
    _moved: dict[int, int | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._codes = {place: code for code, place in enumerate(self.places)}
        used = np.flatnonzero(self.columns.ids).astype(np.uint32)
        order = np.argsort(self.columns.ids[used], kind="stable")
        self._numbers = used[order]
        self._ids = self.columns.ids[self._numbers]

    def __len__(self) -> int:
        return int(np.count_nonzero(self.columns.ids))

    def ids_and_numbers(self) -> tuple[NDArray[np.int64], Numbers]:
        """The ids that were there at the beginning, smallest first, and the number of each."""
        return self._ids, self._numbers

    def number_of(self, unit_id: int) -> int | None:
        """The number of a unit, None when it has none."""
        if unit_id in self._moved:
            return self._moved[unit_id]
        at = int(np.searchsorted(self._ids, unit_id))
        known = at < len(self._ids) and int(self._ids[at]) == unit_id
        return int(self._numbers[at]) if known else None

    def take_out(self, unit_ids: Iterable[int]) -> list[int]:
        """Forget these units; the numbers they had. A number is given again only to the same unit at the same place, or at a rebuild."""
        gone = []
        for unit_id in unit_ids:
            number = self.number_of(unit_id)
            if number is not None:
                gone.append(number)
                self.columns.clear(number)
                self._moved[unit_id] = None
        return gone

    def put_in(self, row: UnitRow, before: int | None) -> int:
        """Number a unit; the number it had before is kept when it is still at that place."""
        place = self._code_of(row.place)
        stays = before is not None and int(self.columns.place[before]) == place
        number = before if stays and before is not None else self._next_free(place)
        self.columns.put(number, row, place)
        self._moved[row.id] = number
        return number

    def _code_of(self, place: PlaceNames) -> int:
        if place not in self._codes:
            self._codes[place] = len(self.places)
            self.places.append(place)
            self.free, self.until = np.append(self.free, 0), np.append(self.until, 0)
        return self._codes[place]

    def _next_free(self, place: int) -> int:
        if self.free[place] < self.until[place]:
            self.free[place] += 1
            return int(self.free[place]) - 1
        if self.next_late == len(self.columns.ids):
            self.columns.grow()
        self.next_late, self.late = self.next_late + 1, self.late + 1
        return self.next_late - 1


def numbered(places: NDArray[np.int32], how_many_places: int) -> tuple[Numbers, NDArray[np.int64], NDArray[np.int64]]:
    """Numbers for units given in the order of their places; then, by place, the next free number and the first of the next place."""
    counts = np.bincount(places, minlength=how_many_places).astype(np.int64)
    room = counts + np.maximum(LEAST_ROOM, counts // SHARE_OF_ROOM)
    until = np.cumsum(room)
    starts = until - room
    first_row = np.cumsum(counts) - counts
    numbers = starts[places] + np.arange(len(places)) - first_row[places]
    return numbers.astype(np.uint32), starts + counts, until
