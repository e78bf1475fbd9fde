"""Whether a notice is read as of the trade that its portal sorted it under: ``python -m benchmarks.notices FILE``.

FILE (CSV, also gzipped: title, description, product_category) holds labelled notices. Of each trade whose category the vocabulary
knows as a code, it prints of how many notices that are read as of the trade the portal says so too (precision), and how many of the
portal's are read so (recall): by the words alone as everybody's words are read, by names as they are written, and as notices are
read, with the category where no name is written. A label is not the whole truth: a hospital buys milk under its own category. Needs
no database. The last line is one JSON object.
"""

import csv
import gzip
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

import django

Row = Mapping[str, str]


def rows_of(path: Path) -> list[Row]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def ways() -> dict[str, Callable[[Row], set[int]]]:
    """The ways to read a notice, each giving ids of concepts."""
    from virtualclusters.areas.tenders.concepts import ASKED, concepts_in, written_in  # noqa: PLC0415 - needs django.setup()
    from virtualclusters.network.vocabulary import offline, reading  # noqa: PLC0415

    names = offline.lexicon()

    def plain(row: Row) -> set[int]:
        found = reading.read(f"{row['title']}\n{row['description'][:600]}", names=names).named
        return {one.concept_id for one in found if one.kind in ASKED}

    return {
        "as everybody's words": plain,
        "names as written": lambda row: written_in(_notice(row), names=names),
        "with the category": lambda row: {pk for _role, pk in concepts_in(_notice(row), names=names).concepts},
    }


def _notice(row: Row):
    from virtualclusters.areas.tenders.notice import Notice  # noqa: PLC0415

    opportunity = {"title": row["title"], "summary": row["description"], "language": "en"}
    return Notice("", "", "", [], opportunity, {"product_category": row["product_category"], "category": "goods"})


@cache
def sectors() -> dict[int, int]:
    """Every concept with the widest that it stands in."""
    from virtualclusters.network.vocabulary import offline  # noqa: PLC0415

    ids, lines = offline.lexicon().by_slug, offline.words().concepts

    def widest(slug: str) -> str:
        group = lines[slug].cells.get("group")
        return widest(group) if group else slug

    return {ids[slug]: ids[widest(slug)] for slug in lines}


def told(rows: Iterable[Row], category: str, sector: int, read: Callable[[Row], set[int]]) -> dict[str, float]:
    """Precision and recall of one way for one trade."""
    both = read_so = labelled = 0
    for row in rows:
        is_read, is_labelled = sector in {sectors()[pk] for pk in read(row)}, row["product_category"] == category
        both, read_so, labelled = both + (is_read and is_labelled), read_so + is_read, labelled + is_labelled
    return {
        "notices": labelled,
        "read_so": read_so,
        "precision": round(both / max(read_so, 1), 3),
        "recall": round(both / max(labelled, 1), 3),
    }


def main(path: Path) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "virtualclusters.config.settings")
    django.setup()
    from virtualclusters.network.vocabulary import offline, reading  # noqa: PLC0415

    rows, figures = rows_of(path), {}
    for category in sorted({row["product_category"] for row in rows}):
        sector = reading.concept_of_category(category, names=offline.lexicon())
        for way, read in ways().items() if sector else ():
            figures[f"{category}, {way}"] = told(rows, category, sector, read)
    for name, row in figures.items():
        print(f"{name:60}" + "  ".join(f"{key} {value}" for key, value in row.items()))
    print(json.dumps(figures))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
