"""How rightly and how fast words are read.

    python -m benchmarks.words [FILE …] [--missed]

FILE is tab-separated with the columns `phrase` and `expected` (slugs of concepts, each with `:role` where it matters, or `-`);
without one the judged phrases of the vocabulary's own tests are read. Printed are the share of phrases read exactly as a person judged
them, in all and by script, and the time of one phrase and of a text of 200 words, and what building the lexicon costs.
No database is needed. The last line is one JSON object.
"""

import csv
import json
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from virtualclusters.foundation.scripts import script_of
from virtualclusters.network.vocabulary.standalone import stand_alone

OWN = Path("virtualclusters/network/vocabulary/tests/phrases.tsv")
WORDS = 200
ROUNDS = 40


def rows_of(paths: Iterable[Path]) -> list[dict[str, str]]:
    found = []
    for path in paths:
        with path.open(encoding="utf-8", newline="") as lines:
            found.extend(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return found


def expected_of(row: Mapping[str, str]) -> dict[str, str]:
    """Slug to role, the role empty where the judge left it open."""
    items = [] if row["expected"] == "-" else row["expected"].split()
    return {slug: role for slug, _, role in (item.partition(":") for item in items)}


def is_right(row: Mapping[str, str], read_as: Mapping[str, str]) -> bool:
    expected = expected_of(row)
    return read_as.keys() == expected.keys() and all(
        not role or read_as[slug] == role for slug, role in expected.items()
    )


def milliseconds(work: Callable[[], object]) -> dict[str, float]:
    """Median and the ninety-fifth in a hundred."""
    spent = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        spent.append((time.perf_counter() - began) * 1000)
    return {"p50": round(statistics.median(spent), 2), "p95": round(sorted(spent)[int(ROUNDS * 0.95)], 2)}


def building() -> tuple[object, float, float]:
    """The lexicon, the seconds that building it takes, and its megabytes."""
    from virtualclusters.network.vocabulary import offline  # noqa: PLC0415 - after stand_alone()

    before, began = _held_bytes(), time.perf_counter()
    lexicon = offline.lexicon()
    return lexicon, round(time.perf_counter() - began, 2), round((_held_bytes() - before) / 1e6, 1)


def _held_bytes() -> int:
    """What this process holds of the machine's memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def again() -> float:
    """Seconds for the same in a process that has built it before: what a new edition costs."""
    from virtualclusters.network.vocabulary import offline  # noqa: PLC0415

    began = time.perf_counter()
    offline.lexicon_of(offline.words())
    return round(time.perf_counter() - began, 2)


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:] if not name.startswith("--")] or [OWN]
    stand_alone()
    from virtualclusters.network.vocabulary.reading import read  # noqa: PLC0415 - after stand_alone()

    lexicon, seconds, megabytes = building()
    rows = rows_of(paths)
    right: dict[str, list[bool]] = defaultdict(list)
    missed = []
    for row in rows:
        read_as = {found.slug: str(found.role) for found in read(row["phrase"], names=lexicon).named}
        right[script_of(row["phrase"]) or "digits"].append(is_right(row, read_as))
        if not right[script_of(row["phrase"]) or "digits"][-1]:
            missed.append(
                (row["phrase"], row["expected"], " ".join(f"{slug}:{role}" for slug, role in read_as.items()))
            )
    text = " ".join(" ".join(row["phrase"] for row in rows).split()[:WORDS])
    figures = {
        "phrases": len(rows),
        "right": round(1 - len(missed) / len(rows), 4),
        "by_script": {name: round(statistics.mean(each), 3) for name, each in sorted(right.items())},
        "phrase_ms": milliseconds(lambda: read("masala pisne ki machine chahiye", names=lexicon)),
        "text_of_200_words_ms": milliseconds(lambda: read(text, names=lexicon)),
        "lexicon_seconds": seconds,
        "lexicon_again_seconds": again(),
        "lexicon_megabytes": megabytes,
    }
    for name, figure in figures.items():
        print(f"{name:24}{figure}")
    if "--missed" in sys.argv:
        for phrase, expected, read_as in missed:
            print(f"{phrase}\texpected {expected}\tread {read_as}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
