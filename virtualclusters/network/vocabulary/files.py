"""The data files of this package as plain values: read, checked, and refused with the line that is wrong. No database.

``data/`` holds the pilot's sector; each folder in it holds another part of the vocabulary in the same layout, each file wished,
none needed. ``data/built/`` is made by ``sources.py`` and may be missing.
"""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from virtualclusters.foundation.scripts import fold

KINDS = {
    "products": "product",
    "machines": "machine",
    "materials": "material",
    "services": "service",
    "skills": "skill",
    "certificates": "certificate",
    "needs": "need",
}
"""File -> kind of the concepts in it. ``groups.csv`` gives groups and sectors; of concepts that stand in any file ``names.csv``
gives more names, ``relations.csv`` what they are kinds of and sold with, and ``codes.csv`` the product categories of tender portals."""

LANGUAGES = {
    **{code: code for code in ("en", "hi", "ta", "te", "kn", "ml", "bn", "mr", "gu", "pa", "ur", "or", "as")},
    "roman": "und-Latn",
}
"""Column -> language. ``roman`` is any Indian language in Roman letters, as people type it."""

CODES = {"hsn": "hsn", "nic": "nic2008", "portal": "portal"}
SERVES = {
    "machines": "machine_for",
    "materials": "material_for",
    "services": "service_for",
    "certificates": "certificate_for",
    "skills": "skill_for",
}
TIES = {"kind_of": "kind_of", "sold_with": "sold_with", "supplies": "material_for"}
"""Columns of ``relations.csv``: what a concept is a kind of, what is often sold beside it, and what it is used up for."""

ROMAN = LANGUAGES["roman"]
BUILT = "built"
MORE = ("names", "relations", "codes")
"""Files that say more of concepts which stand elsewhere."""

HOLDERS = {"group", "sector"}


class WrongFile(ValueError):
    """A data file says what cannot be; the sentence names file and line."""


class Line(NamedTuple):
    """One row of a file; ``place`` is the file and line to name when it is wrong."""

    place: str
    file: str
    cells: dict[str, str]

    @property
    def slug(self) -> str:
        return self.cells["slug"]


@dataclass
class Words:
    """What all files say.

    Attributes:
        concepts: slug -> its line, groups first, each after the group it belongs to.
        names: (slug, language, text, preferred): the first of a language is the one shown, and never a Roman spelling.
        codes: (slug, system, code, note).
        relations: (slug, relation, slug of what it is for).
    """

    concepts: dict[str, Line] = field(default_factory=dict)
    names: list[tuple[str, str, str, bool]] = field(default_factory=list)
    codes: list[tuple[str, str, str, str]] = field(default_factory=list)
    relations: list[tuple[str, str, str]] = field(default_factory=list)

    def kind(self, slug: str) -> str:
        line = self.concepts[slug]
        return KINDS.get(line.file) or line.cells["kind"]


def folder() -> Path:
    return Path(str(resources.files(__package__).joinpath("data")))


def rows(name: str, where: Path | None = None) -> list[dict[str, str]]:
    """The rows of one file of the pilot, or of another folder. A cell that holds several values parts them by semicolons."""
    with (where or folder()).joinpath(f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def several(cell: str | None) -> list[str]:
    return [value.strip() for value in (cell or "").split(";") if value.strip()]


def parts(where: Path) -> list[Path]:
    """The folder and those in it, what was gathered last: our own names come first."""
    return [
        where,
        *sorted((path for path in where.iterdir() if path.is_dir()), key=lambda path: (path.name == BUILT, path)),
    ]


@cache
def fingerprint() -> str:
    """SHA-256 of all files, so that loading can tell whether anything changed."""
    files = [path for part in parts(folder()) for path in sorted(part.glob("*.csv"))]
    return hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest()


def words_of(where: Path | None = None) -> Words:
    """All that the files of a folder say.

    Raises:
        WrongFile: a slug or an English name stands twice, a cell points at nothing, a group is its own, or a row is cut short.
    """
    lines = list(_lines(where or folder()))
    found = Words(concepts=_ordered(_once(line for line in lines if line.file not in MORE)))
    _refuse_one_name_for_two(found, lines)
    given: set[tuple[str, ...]] = set()
    for line in sorted(lines, key=lambda line: line.file in MORE):
        _known(line, line.slug, found)
        found.names.extend(_names(line, given))
        found.codes.extend(_codes(line))
        found.relations.extend(_relations(line, found))
    found.relations = list(dict.fromkeys(found.relations))
    _refuse_circles(found, [line for line in lines if line.file == "relations"])
    return found


def _lines(where: Path) -> Iterator[Line]:
    for part in parts(where):
        for name in ("groups", *KINDS, *MORE):
            path = part / f"{name}.csv"
            if path.exists():
                yield from _lines_of(path, name, str(path.relative_to(where)))


def _lines_of(path: Path, name: str, shown: str) -> Iterator[Line]:
    with path.open(encoding="utf-8", newline="") as held:
        reader = csv.DictReader(held)
        for cells in reader:
            place = f"{shown} line {reader.line_num}"
            if None in cells or None in cells.values() or not cells["slug"]:
                raise WrongFile(f"{place}: the row has more or fewer cells than the first line.")
            yield Line(place, name, cells)


def _once(lines: Iterable[Line]) -> dict[str, Line]:
    found: dict[str, Line] = {}
    for line in lines:
        if line.slug in found:
            raise WrongFile(f"{line.place}: {line.slug} stands already in {found[line.slug].place}.")
        found[line.slug] = line
    return found


def _ordered(lines: dict[str, Line]) -> dict[str, Line]:
    """Each concept after its group: groups that go round in a circle have no such order."""
    done: dict[str, Line] = {}
    for line in lines.values():
        chain = _chain(line, lines)
        done |= {one.slug: one for one in reversed(chain) if one.slug not in done}
    return dict(sorted(done.items(), key=lambda item: item[1].file != "groups"))


def _chain(line: Line, lines: dict[str, Line]) -> list[Line]:
    chain = [line]
    while group := chain[-1].cells.get("group"):
        chain.append(_group(chain[-1], group, lines, chain))
    return chain


def _group(line: Line, group: str, lines: dict[str, Line], chain: list[Line]) -> Line:
    if group not in lines or lines[group].cells.get("kind") not in HOLDERS:
        raise WrongFile(f"{line.place}: {group} is no group.")
    if lines[group] in chain:
        raise WrongFile(f"{line.place}: {line.slug} stands below itself, by way of {group}.")
    return lines[group]


def _refuse_one_name_for_two(found: Words, lines: list[Line]) -> None:
    """One English name for two concepts of a kind: nobody could tell which is meant."""
    called: dict[tuple[str, str], Line] = {}
    for line in lines:
        for name in several(line.cells.get("en")):
            if line.slug in found.concepts:
                other = called.setdefault((found.kind(line.slug), fold(name)), line)
                if other.slug != line.slug:
                    raise WrongFile(f"{line.place}: {name} is {other.slug} already, in {other.place}.")


def _known(line: Line, slug: str, found: Words) -> str:
    if slug not in found.concepts:
        raise WrongFile(f"{line.place}: there is no {slug}.")
    return slug


def _names(line: Line, given: set[tuple[str, ...]]) -> Iterator[tuple[str, str, str, bool]]:
    """Each name once, though several files have it; ``given`` are those that were, and the languages that have one to show."""
    for column, language in LANGUAGES.items():
        for text in several(line.cells.get(column)):
            if (line.slug, language, text) not in given:
                yield line.slug, language, text, (line.slug, language) not in given and language != ROMAN
                given |= {(line.slug, language), (line.slug, language, text)}


def _codes(line: Line) -> Iterator[tuple[str, str, str, str]]:
    for column, system in CODES.items():
        for code in several(line.cells.get(column)):
            yield line.slug, system, code, line.cells.get("note", "")


def _relations(line: Line, found: Words) -> Iterator[tuple[str, str, str]]:
    for other in several(line.cells.get("for")):
        yield line.slug, SERVES[line.file], _known(line, other, found)
    for material in several(line.cells.get("materials")):
        yield _known(line, material, found), "material_for", line.slug
    for column, relation in TIES.items():
        for other in several(line.cells.get(column)):
            yield line.slug, relation, _known(line, other, found)


def _refuse_circles(found: Words, lines: list[Line]) -> None:
    """A thing cannot be a kind of itself, by whatever way."""
    wider: dict[str, set[str]] = {}
    for slug, relation, other in found.relations:
        if relation == "kind_of":
            wider.setdefault(slug, set()).add(other)
    for line in lines:
        if line.slug in _all_above(line.slug, wider):
            raise WrongFile(f"{line.place}: {line.slug} is a kind of itself.")


def _all_above(slug: str, wider: dict[str, set[str]]) -> set[str]:
    above: set[str] = set()
    front = wider.get(slug, set())
    while front:
        above |= front
        front = {higher for one in front for higher in wider.get(one, ())} - above
    return above
