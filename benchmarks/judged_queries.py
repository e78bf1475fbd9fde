"""How well the directory's search finds what was judged to be the answer: ``python -m benchmarks.judged_queries FOLDER``.

FOLDER holds `enterprises.jsonl` (records of units) and `queries.tsv` (query, language_script, type, enterprise_ids). The units become
documents by the portal's own functions, are indexed in a temporary folder and searched as the directory searches; words are read
by the vocabulary's data files, without a database. Beside it stands plain BM25 on the same records. A record may lack any field
but its id. The last line is one JSON object.
"""

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.bm25 import BM25, text_of
from benchmarks.judged.files import Record, records, rows, texts
from benchmarks.judged.vocabulary import by_the_portal

FIRST = 10
AT = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
PROFILE = {
    "products": "products",
    "machines": "machines",
    "materials_needed": "materials",
    "services": "services",
    "certificates": "certificates",
    "needs": "needs",
}
"""Field of a record -> part of a unit's profile."""
TEXT = ("name", "about", "products", "machines", "materials_needed", "needs", "services", "district", "state", "nic")


class Query(NamedTuple):
    """``answers`` are ids of records, best first."""

    words: str
    script: str
    type: str
    answers: tuple[str, ...]


def queries_of(folder: Path) -> dict[str, Any]:
    """`index` and `bm25`, each with `recall@10`, `mrr`, `by_type` and `by_script`. Needs Django."""
    units, asked = records(folder / "enterprises.jsonl"), questions(folder / "queries.tsv")
    return {"index": measured(asked, by_index(units, asked)), "bm25": measured(asked, by_bm25(units, asked))}


def questions(path: Path) -> list[Query]:
    given = (row for row in rows(path) if row.get("query") and row.get("enterprise_ids"))
    return [
        Query(
            row["query"],
            (row.get("language_script") or "").rpartition("/")[2],
            row.get("type") or "",
            tuple(filter(None, row["enterprise_ids"].split(","))),
        )
        for row in given
    ]


def measured(asked: list[Query], found: list[list[str]]) -> dict[str, Any]:
    """The figures of the first ten found for each query."""
    both = list(zip(asked, found, strict=True))
    return {
        "recall@10": mean(recall(query, ids) for query, ids in both),
        "mrr": mean(reciprocal_rank(query, ids) for query, ids in both),
        "by_type": grouped((query.type, recall(query, ids)) for query, ids in both),
        "by_script": grouped((query.script, recall(query, ids)) for query, ids in both),
        "native_script": mean(recall(q, ids) for q, ids in both if q.script not in ("Latin", "digits")),
    }


def recall(query: Query, found: list[str]) -> float:
    """The share of the answers among the first ten; of more than ten answers ten are enough."""
    return len(set(found[:FIRST]) & set(query.answers)) / min(FIRST, len(query.answers))


def reciprocal_rank(query: Query, found: list[str]) -> float:
    return next((1 / place for place, one in enumerate(found, 1) if one in query.answers), 0.0)


def mean(values: Iterable[float]) -> float:
    given = list(values)
    return round(sum(given) / len(given), 4) if given else 0.0


def grouped(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    groups: dict[str, list[float]] = defaultdict(list)
    for name, value in pairs:
        groups[name].append(value)
    return {name: mean(values) for name, values in sorted(groups.items())}


def by_bm25(units: list[Record], asked: list[Query]) -> list[list[str]]:
    """Words alone, on everything a record says."""
    index = BM25({record["id"]: text_of([record.get(name) for name in TEXT]) for record in units})
    return [[number for number, _ in index.ranked(query.words)] for query in asked]


def by_index(units: list[Record], asked: list[Query]) -> list[list[str]]:
    """As the directory finds them: its documents, its index, its reading of a question."""
    from django.test import override_settings  # noqa: PLC0415 - needs django.setup()

    numbers = {number: record["id"] for number, record in enumerate(units, 1)}
    with tempfile.TemporaryDirectory(prefix="vc-queries-") as state, override_settings(VIRTUALCLUSTERS_STATE=state):
        _write(units)
        return [[numbers[one] for one in _found(query.words)] for query in asked]


def _found(words: str) -> list[int]:
    from virtualclusters.capabilities.search.searching import search  # noqa: PLC0415
    from virtualclusters.network.organisations.search_documents import NAME  # noqa: PLC0415
    from virtualclusters.network.vocabulary import offline, reading  # noqa: PLC0415
    from virtualclusters.pages.directory.asked import meant_by  # noqa: PLC0415

    meant = meant_by(reading.read(words, names=offline.lexicon()))
    answer = search(source=NAME, text=words, meant=meant, per_page=FIRST, at=AT)
    if answer.used != "index":
        raise RuntimeError("The index was not used.")
    return answer.ids


def _write(units):
    from virtualclusters.capabilities.search import reading  # noqa: PLC0415
    from virtualclusters.capabilities.search.index import WRITER_MEMORY, as_indexed, open_index  # noqa: PLC0415
    from virtualclusters.capabilities.search.marks import mark_ready  # noqa: PLC0415
    from virtualclusters.network.organisations.search_documents import NAME  # noqa: PLC0415

    reading.forget()
    writer = open_index(NAME).writer(WRITER_MEMORY, num_threads=1)
    for document in documents(units):
        writer.add_document(as_indexed(document))
    writer.commit()
    writer.wait_merging_threads()
    mark_ready(NAME)


def documents(units: list[Record]) -> list[Any]:
    """The units as documents of the directory, numbered from 1."""
    from virtualclusters.network.organisations.search_documents import document_of  # noqa: PLC0415
    from virtualclusters.network.vocabulary.files import rows as rows_of  # noqa: PLC0415

    states = list(rows_of("states"))
    codes = {state["en"]: state["code"] for state in states}
    names = {state["code"]: f"{state['en']} {state['hi']}" for state in states}
    concepts = _concepts()
    return [document_of(_said(number, record, codes), concepts, names) for number, record in enumerate(units, 1)]


def _concepts() -> dict[int, Any]:
    """Every concept of the files as search needs it."""
    from virtualclusters.network.vocabulary import offline  # noqa: PLC0415
    from virtualclusters.network.vocabulary.searchable import Broader, searchable  # noqa: PLC0415

    ids, words = offline.lexicon().by_slug, offline.words()
    known = {
        ids[slug]: Broader(words.kind(slug), ids.get(line.cells.get("group") or ""))
        for slug, line in words.concepts.items()
    }
    names = [(ids[slug], text) for slug, _language, text, _preferred in words.names]
    codes = [(ids[slug], code) for slug, system, code, _note in words.codes if system != "portal"]
    return searchable(known, known, names, codes)


def _said(number: int, record: Record, codes: Mapping[str, str]):
    from virtualclusters.network.organisations.search_documents import Said  # noqa: PLC0415

    words = {part: texts(record, name) for name, part in PROFILE.items()}
    return Said(
        id=number,
        name=record.get("name") or "",
        kind="enterprise",
        about=record.get("about") or "",
        places=[_place(record, codes)],
        words=words,
        concepts=_named(words),
        codes=tuple(map(str, record.get("nic") or ())),
        size=record.get("size") or "",
    )


def _named(words):
    from virtualclusters.network.organisations.operations.describing import concepts_read  # noqa: PLC0415
    from virtualclusters.network.organisations.profile_parts import PARTS  # noqa: PLC0415
    from virtualclusters.network.vocabulary import offline  # noqa: PLC0415

    found: dict[str, set[int]] = defaultdict(set)
    for part, own in words.items():
        for text in own:
            found[PARTS[part].role].update(concepts_read(text, part=part, names=offline.lexicon()))
    return dict(found)


def _place(record, codes):
    from virtualclusters.network.organisations.search_documents import Stands  # noqa: PLC0415
    from virtualclusters.network.vocabulary.places import place_of_pin  # noqa: PLC0415

    pin, state = record.get("pin") or "", record.get("state") or ""
    place = place_of_pin(pin)
    point = (place.latitude, place.longitude) if place else (None, None)
    return Stands("", pin, record.get("district") or "", codes.get(state, ""), *point)


def report(found: Mapping[str, Mapping[str, Any]]) -> None:
    print(f"{'recall@10':24}{'index':>8}{'bm25':>8}")
    lines = [("all", lambda one: one["recall@10"]), ("(mrr)", lambda one: one["mrr"])]
    lines += [("native script", lambda one: one["native_script"])]
    lines += [(name, lambda one, n=name: one["by_type"][n]) for name in found["index"]["by_type"]]
    lines += [(name, lambda one, n=name: one["by_script"][n]) for name in found["index"]["by_script"]]
    for name, value in lines:
        print(f"{name:24}{value(found['index']):8.3f}{value(found['bm25']):8.3f}")


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.judged_queries FOLDER")
    by_the_portal()
    found = queries_of(Path(sys.argv[1]))
    report(found)
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
