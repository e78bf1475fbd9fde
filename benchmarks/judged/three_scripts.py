"""The same forty invented units in English, Devanagari and Roman Hindi, ranked against the same opportunities.

Grades follow from how the two files were made: 3 for an opportunity that asks for the very product, 2 for one meant for the unit's
trade, else 0. A good reader ranks all three writings alike.
"""

from pathlib import Path
from typing import Any, Final

from benchmarks.judged.files import Record, rows
from benchmarks.judged.run import Folder, by_matching, views_of
from benchmarks.judged.views import Read

DATA: Final = Path(__file__).parents[1] / "data"
WRITINGS: Final = ("English", "Devanagari", "Roman")


def by_writing(read: Read, relations: Any) -> dict[str, float]:
    """nDCG@10 of each writing, and ``apart``: the largest difference."""
    found = {writing: _figure(writing, read, relations) for writing in WRITINGS}
    return found | {"apart": round(max(found.values()) - min(found.values()), 4)}


def _figure(writing: str, read: Read, relations: Any) -> float:
    folder = folder_in(writing)
    figure: float = by_matching(folder, views_of(folder, read, relations)).figures()["ndcg@10"]
    return figure


def folder_in(writing: str) -> Folder:
    """The units in one writing, the opportunities, and the grades that follow."""
    units = list(rows(DATA / "three_scripts_units.tsv"))
    opportunities = list(rows(DATA / "three_scripts_opportunities.tsv"))
    grades = {unit["unit"]: {one["opportunity"]: _grade(unit, one) for one in opportunities} for unit in units}
    return Folder(tuple(_unit(unit, writing) for unit in units), tuple(map(_opportunity, opportunities)), grades)


def _grade(unit: Record, opportunity: Record) -> int:
    if opportunity["for"] == unit["unit"]:
        return 3
    return 2 if opportunity["for"] == f"group {unit['group']}" else 0


def _unit(row: Record, writing: str) -> Record:
    return {"id": row["unit"], "products": row[writing].split("; "), "languages": ["en", "hi"]}


def _opportunity(row: Record) -> Record:
    return {
        "id": row["opportunity"],
        "kind": row["kind"],
        "title": row["title"],
        "requirements": {"products": [row["title"]]},
    }
