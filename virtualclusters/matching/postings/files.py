"""Postings in a file: written aside and renamed, with a sum that tells a torn or changed file from a whole one."""

import hashlib
import json
import mmap
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import numpy as np
from pyroaring import BitMap

from virtualclusters.matching.postings.building import code_of, pair_of
from virtualclusters.matching.postings.reaching import Pair
from virtualclusters.matching.postings.sets import Facts, Postings
from virtualclusters.matching.postings.units import COLUMNS, Columns, Units

VERSION: Final = 1
"""Goes up with every change of the layout: files of another version are built anew."""
MARK: Final = b"postings of units\n"
DIGEST: Final = 32
LENGTH: Final = 8
ROOMS: Final = ("free", "until")


class Unreadable(Exception):
    """There is no whole file of this version."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a file's contents: where in the events they stand, as the caller counts them, and when they were built."""

    server: str
    transaction: str
    event_id: int
    built_at: float


def write(path: Path, postings: Postings, kept: Kept) -> int:
    """Keep postings in a file; readers see the old one until the new one is whole. Its size in bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(f".{os.getpid()}")
    try:
        with aside.open("wb") as file:
            digest = hashlib.blake2b(digest_size=DIGEST)
            for part in _parts(postings, kept):
                digest.update(part)
                file.write(part)
            file.write(digest.digest())
            file.flush()
            os.fsync(file.fileno())
            size = file.tell()
        aside.rename(path)
    finally:
        aside.unlink(missing_ok=True)
    return size


def read(path: Path) -> tuple[Postings, Kept]:
    """The postings of a file.

    Raises:
        Unreadable: it is missing, torn, changed or of another version.
    """
    try:
        with path.open("rb") as file:
            return _read(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))
    except (OSError, ValueError, KeyError) as broken:
        raise Unreadable(f"{path}: {broken}") from broken


def _parts(postings: Postings, kept: Kept) -> Iterator[bytes]:
    """The mark, every array and set, the list of what stands where, and the length of that list."""
    yield MARK
    units, at = postings.units, len(MARK)
    arrays: dict[str, list[object]] = {}
    for name, array in _arrays(units):
        arrays[name] = [at, len(array), array.dtype.str]
        at += array.nbytes
        yield array.tobytes()
    sets: list[list[object]] = []
    for key, members in _sets(postings):
        written = members.serialize()
        sets.append([*key, at, len(written)])
        at += len(written)
        yield written
    late = {"next_late": units.next_late, "late": units.late}
    contents = {
        "version": VERSION,
        "kept": asdict(kept),
        "places": units.places,
        "arrays": arrays,
        "sets": sets,
        **late,
    }
    listed = json.dumps(contents).encode()
    yield listed
    yield len(listed).to_bytes(LENGTH)


def _arrays(units: Units) -> Iterator[tuple[str, np.ndarray]]:
    yield from ((name, getattr(units.columns, name)) for name in COLUMNS)
    yield from ((name, getattr(units, name)) for name in ROOMS)


def _sets(postings: Postings) -> Iterator[tuple[tuple[object, ...], BitMap]]:
    for (role, concept), members in postings.concepts.items():
        yield ("", code_of(role, int(concept))), members
    for fact, codes in postings.facts.items():
        yield from (((fact, code), members) for code, members in codes.items())


def _read(whole: memoryview) -> tuple[Postings, Kept]:
    said = bytes(whole[-DIGEST:])
    if bytes(whole[: len(MARK)]) != MARK or hashlib.blake2b(whole[:-DIGEST], digest_size=DIGEST).digest() != said:
        raise ValueError("not whole")
    end = len(whole) - DIGEST - LENGTH
    length = int.from_bytes(whole[end : end + LENGTH])
    contents = json.loads(bytes(whole[end - length : end]))
    if contents["version"] != VERSION:
        raise ValueError(f"version {contents['version']}")
    arrays = {name: _array(whole, *where) for name, where in contents["arrays"].items()}
    columns = Columns(**{name: arrays[name] for name in COLUMNS})
    places = [(state, district) for state, district in contents["places"]]
    rooms = arrays["free"], arrays["until"]
    units = Units(columns, places, *rooms, next_late=contents["next_late"], late=contents["late"])
    concepts: dict[Pair, BitMap] = {}
    facts: Facts = {}
    for name, code, at, size in contents["sets"]:
        members = BitMap.deserialize(bytes(whole[at : at + size]))
        if name:
            facts.setdefault(name, {})[code] = members
        else:
            concepts[pair_of(code)] = members
    return Postings(units, concepts, facts), Kept(**contents["kept"])


def _array(whole: memoryview, at: int, length: int, dtype: str) -> np.ndarray:
    """A copy: it is changed later, and the file is closed."""
    return np.frombuffer(whole, np.dtype(dtype), length, at).copy()
