"""Pages of lenders and of owners who borrow: ``python -m benchmarks.finance [applications [packages [folder]]]``.

100,000 applications and 2,000 packages if none are given, of 40 lenders; the largest has a fifth of the applications and a book as
long, and it is the one measured. A folder is kept, and what was filled before is used again. Makes a state folder of its own with the
embedded PostgreSQL, starts the real server on a free port of this machine, and asks as a browser does.

Prints a table, and the same as one JSON object on the last line. Milliseconds are whole answers over the loopback, one visitor at a
time, each page drawn anew; after each answer a bare Django page with one query is asked for, whose p95 says how slow or how busy the
machine was in those moments. Held to docs of the house: a lender's page 20 queries and a p95 of 300 ms, an owner's 15 and 150 ms.
"""

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from benchmarks.portal.serving import CLI, KEEPING_NOTHING, PORTAL, environment_in, run, serving
from benchmarks.portal.wire import Visitor
from virtualclusters.foundation.postgres import passing_state, running

RUNS, WARM_UPS, UNITS, OPPORTUNITIES = 40, 5, 10_000, 2_000
LIMITS = {"board": {"queries": 20, "p95_ms": 300}, "owner": {"queries": 15, "p95_ms": 150}}
COLUMNS = ("html_br", "queries", "p50_ms", "p95_ms", "bare_p95_ms")
FILLED = "filled.json"


def main(applications=100_000, packages=2_000, folder=None):
    """Measure and print."""
    with ExitStack() as stack:
        folder = Path(folder or stack.enter_context(passing_state()))
        folder.mkdir(mode=0o755, exist_ok=True)
        folder.chmod(0o755)
        environment = environment_in(folder)
        stack.enter_context(running(folder))
        told = _filled(environment, folder, packages, applications)
        drawing = stack.enter_context(serving(PORTAL, environment | KEEPING_NOTHING))
        bare = Visitor(stack.enter_context(serving("benchmarks.portal.bare:application", environment)))
        queries = json.loads(run(environment | KEEPING_NOTHING, "benchmarks.portal.counting", given=json.dumps(told)))
        rows = [_measured(page, told, drawing, bare, queries) for page in told["pages"]]
    _print(rows, told["counts"])


def _filled(environment, folder, packages, applications):
    """Tables and samples, many rows once a folder; then the pages with their readers."""
    run(environment, CLI, "migrate")
    run(environment, CLI, "load")
    if not (folder / FILLED).exists():
        run(environment, "benchmarks.portal.filling", str(UNITS), str(OPPORTUNITIES))
        run(environment, "benchmarks.portal.borrowing", str(packages), str(applications))
        (folder / FILLED).write_text(json.dumps([packages, applications]))
    return json.loads(run(environment, "benchmarks.portal.lenders"))


def _measured(page, told, drawing, bare, queries):
    visitor, url = Visitor(drawing, told["sessions"][page["reader"]]), page["url"]
    weight = visitor.weigh(url)
    visitor.times(url, WARM_UPS)
    pairs = [(*visitor.times(url, 1), *bare.times("/", 1)) for _ in range(RUNS)]
    times, of_bare = zip(*pairs, strict=True)
    return {
        "name": page["name"],
        "url": url,
        "reader": page["reader"],
        "html_br": weight.html,
        "queries": queries[url],
        "p50_ms": round(median(times), 1),
        "p95_ms": round(quantiles(times, n=20)[-1], 1),
        "bare_p95_ms": round(quantiles(of_bare, n=20)[-1], 1),
    }


def _over(row):
    """The figures of the house that a page does not keep."""
    return [name for name, most in LIMITS[row["reader"]].items() if row[name] > most]


def _print(rows, counts):
    print(f"{'page':24}" + "".join(f"{name:>12}" for name in COLUMNS) + "  over")
    for row in rows:
        print(f"{row['name']:24}" + "".join(f"{row[name]:>12}" for name in COLUMNS) + f"  {', '.join(_over(row))}")
    print(json.dumps({"pages": rows, **counts}))


if __name__ == "__main__":
    main(*[int(number) for number in sys.argv[1:3]], *sys.argv[3:4])
