"""The files of a judged folder. A field that is missing is not known; a kind that nobody declared is kept as it is."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from virtualclusters.foundation.scripts import script_of

Record = Mapping[str, Any]
Grades = Mapping[str, Mapping[str, int]]

ENGLISH = frozenset(
    [
        "and",
        "the",
        "of",
        "we",
        "in",
        "for",
        "with",
        "from",
        "to",
        "is",
        "are",
        "our",
        "only",
        "not",
        "also",
        "under",
        "at",
        "on",
        "by",
        "a",
    ]
)
"""Small words of English; a text in Latin letters with fewer than two of them is another language typed in Roman letters."""


def records(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a file of tab-separated columns with a heading. Quotes mean nothing in it."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def judged(path: Path) -> Grades:
    """Grades 0 to 3 by unit and opportunity."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows(path):
        grades[row["enterprise_id"]][row["opportunity_id"]] = int(row["grade"])
    return grades


def texts(record: Record, *names: str) -> list[str]:
    """The texts under these names, each of which may hold one, a list of them, or be missing."""
    found = [record.get(name) for name in names]
    return [text for value in found for text in (value if isinstance(value, list) else [value]) if text]


def written_in(record: Record) -> str:
    """How a unit writes: a script's name, ``English``, or ``Roman`` for another language in Roman letters."""
    own = " ".join(texts(record, "about", "products", "needs"))
    script = script_of(own)
    if script != "Latin":
        return script or "none"
    return "English" if len(ENGLISH & set(own.lower().split())) > 1 else "Roman"
