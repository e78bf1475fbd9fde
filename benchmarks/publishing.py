"""Runs the benchmarks and writes their figures where the page "How well we match" reads them: ``python -m benchmarks.publishing FOLDER``.

FOLDER holds what the commands are given: `relevance/` (as `benchmarks.relevance` takes it), and if there are any
`next_award/cases.csv` with `next_award/tenders.csv.gz`, and `terms/native_script.tsv` and `terms/romanised.tsv`. Each command runs as
a process of its own and its last line is read; a part that the folder lacks is left out of the page. Nothing is typed by hand.
The last line is what was written.
"""

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from benchmarks.judged.files import judged, records
from virtualclusters.foundation.time import day_in_india

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = ROOT / "virtualclusters" / "pages" / "quality" / "figures.json"
OF_RELEVANCE = {"ndcg": "ndcg@10", "ndcg_full": "ndcg@10_full", "mrr": "mrr", "p5": "p@5", "eligibility": "eligibility"}
OF_NEXT_AWARD = {"next_award_mrr": "mrr", "next_award_hit": "hit@20"}
OF_TERMS = {"terms": "native_script.tsv", "terms_roman": "romanised.tsv"}
"""Name on the page -> name in the command's own last line, or the file of terms."""


def last_line_of(module: str, *arguments: Path) -> dict[str, Any]:
    """Run a benchmark and read the JSON object on its last line.

    Raises:
        CalledProcessError: it failed.
    """
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def figures_of(folder: Path) -> dict[str, dict[str, float]]:
    """Every figure of the page by its name: ours, and that of BM25 where the benchmark tells it."""
    figures = of_relevance(last_line_of("relevance", folder / "relevance"))
    cases, tenders = folder / "next_award" / "cases.csv", folder / "next_award" / "tenders.csv.gz"
    if cases.exists() and tenders.exists():
        figures |= beside(OF_NEXT_AWARD, last_line_of("next_award", cases, tenders))
    for name, file in OF_TERMS.items():
        if (folder / "terms" / file).exists():
            figures[name] = {"ours": last_line_of("terms", folder / "terms" / file)["at_1"]}
    return figures


def of_relevance(told: dict[str, Any]) -> dict[str, dict[str, float]]:
    """The figures of ``benchmarks.relevance``, with the directory's answers when queries were judged."""
    figures = beside(OF_RELEVANCE, told)
    if "queries" in told:
        plain = told["bm25"].get("queries", {})
        figures |= beside({"queries": "recall@10"}, told["queries"] | {"bm25": plain})
    return figures


def beside(names: dict[str, str], told: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Figures of one command under the names of the page, each beside the one of BM25 if that has it."""
    plain = told.get("bm25", {})
    return {
        name: {"ours": told[key]} | ({"bm25": plain[key]} if plain.get(key) is not None else {})
        for name, key in names.items()
    }


def counts_of(folder: Path) -> dict[str, int]:
    """How many units, opportunities and judged pairs the figures of relevance stand on."""
    grades = judged(folder / "judgements.tsv")
    return {
        "units": len(list(records(folder / "enterprises.jsonl"))),
        "opportunities": len(list(records(folder / "opportunities.jsonl"))),
        "pairs": sum(len(given) for given in grades.values()),
    }


def publish(folder: Path, *, to: Path, on: date) -> dict[str, Any]:
    """Measure, write the file of the page, and return what was written."""
    written = {"measured_on": on.isoformat(), "counts": counts_of(folder / "relevance"), "figures": figures_of(folder)}
    to.write_text(json.dumps(written, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return written


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.publishing FOLDER")
    written = publish(Path(sys.argv[1]), to=PUBLISHED, on=day_in_india(datetime.now(UTC)))
    print(f"{'':16}{'ours':>10}{'BM25':>10}")
    for name, row in written["figures"].items():
        print(f"{name:16}{row['ours']:10.3f}{row.get('bm25', float('nan')):10.3f}")
    print(json.dumps(written))


if __name__ == "__main__":
    main()
