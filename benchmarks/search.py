"""How fast the index is written and searched: ``python -m benchmarks.search [documents]``, 100,000 if none are given.

Prints a table, and the same as one JSON object on the last line. It needs no database: documents are made up from a fixed seed
and written to an index in a temporary folder.
"""

import json
import os
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import django
from django.test import override_settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "virtualclusters.config.settings")
django.setup()

from virtualclusters.capabilities.search.asking import Near  # noqa: E402
from virtualclusters.capabilities.search.index import WRITER_MEMORY, as_indexed, folder, open_index  # noqa: E402
from virtualclusters.capabilities.search.searching import search  # noqa: E402
from virtualclusters.capabilities.search.sources import Document  # noqa: E402

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
RUNS = 200
PRODUCTS = [
    "honey",
    "turmeric",
    "chilli",
    "biscuit",
    "pickle",
    "papad",
    "jaggery",
    "ghee",
    "flour",
    "bread",
    "namkeen",
    "juice",
    "tea",
    "coffee",
    "rice",
    "millet",
]
KINDS = [
    "grinder",
    "oven",
    "dryer",
    "mixer",
    "packing",
    "sealing",
    "roasting",
    "pulverizer",
    "conveyor",
    "boiler",
    "works",
    "foods",
    "traders",
    "agro",
]
SYLLABLES = ["ma", "ra", "sa", "la", "na", "ka", "ta", "pa", "va", "da", "ga", "ha", "ja"]


def main(count):
    """Write that many documents, then time queries of each sort."""
    with tempfile.TemporaryDirectory() as temporary, override_settings(VIRTUALCLUSTERS_STATE=temporary):
        written = _write(count)
        waits = {name: _times(asked) for name, asked in _questions().items()}
    _print(count, written, waits)


def _write(count):
    chance = random.Random(5)
    begun = time.perf_counter()
    writer = open_index().writer(WRITER_MEMORY, num_threads=1)
    for number in range(count):
        writer.add_document(as_indexed(_document(number, chance)))
    writer.commit()
    writer.wait_merging_threads()
    seconds = time.perf_counter() - begun
    size = sum(path.stat().st_size for path in Path(folder()).iterdir())
    return {"seconds": round(seconds, 1), "megabytes": round(size / 1e6, 1)}


def _document(number, chance):
    name = "".join(chance.choices(SYLLABLES, k=3))
    words = " ".join(chance.choices(PRODUCTS, k=3) + chance.choices(KINDS, k=3))
    return Document(
        source="units",
        id=number,
        title=f"{name} {chance.choice(KINDS)}",
        words=words,
        concepts=(chance.randrange(160),),
        facets={"state": str(chance.randrange(1, 37)), "kind": chance.choice(["offer", "requirement"])},
        latitude=chance.uniform(8, 33),
        longitude=chance.uniform(69, 95),
        boost=1 + chance.random(),
    )


def _questions():
    return {
        "one common word": {"text": "honey"},
        "three words": {"text": "honey oven packing"},
        "one letter wrong": {"text": "tumeric grinder"},
        "unfinished word": {"text": "pulv"},
        "word and two facets": {"text": "honey", "filters": {"state": ["27"], "kind": ["offer"]}},
        "word near a place": {"text": "honey", "near": Near(18.5, 73.9, 50), "order": "nearest"},
        "no words": {},
    }


def _times(asked):
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        found = search(source="units", at=NOW, **asked)
        times.append((time.perf_counter() - begun) * 1000)
        assert found.used == "index"
    percentiles = statistics.quantiles(times, n=100)
    return {"found": found.total, "p50_ms": round(percentiles[49], 2), "p95_ms": round(percentiles[94], 2)}


def _print(count, written, waits):
    lines = [f"{count} documents: {written['seconds']} s to write, {written['megabytes']} MB", ""]
    lines += [f"{'query':24}{'found':>9}{'p50 ms':>9}{'p95 ms':>9}"]
    lines += [f"{name:24}{wait['found']:>9}{wait['p50_ms']:>9}{wait['p95_ms']:>9}" for name, wait in waits.items()]
    lines += ["", json.dumps({"documents": count, "written": written, "queries": waits})]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
