"""Bytes, requests, queries and times of the twenty main pages: ``python -m benchmarks.pages [units [opportunities [folder]]]``.

10,000 of both if none are given. A folder is kept, and what was filled before is used again. It makes a state folder of its own with the
embedded PostgreSQL, fills it, builds the search index, starts the real server (granian, built assets, compression) on a free port of
this machine and asks as a browser does. Beside each page stands how many requests a second it answers, as a share of what a bare
Django page with one query answers in the same run.

Prints a table, and the same as one JSON object on the last line. Bytes are bodies as sent; milliseconds are whole answers over the
loopback, one visitor at a time, each page drawn anew; the share of the bare page is measured as the portal runs, where a visitor's
page is kept for a second.
"""

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from benchmarks.portal.serving import CLI, KEEPING_NOTHING, PORTAL, environment_in, run, serving
from benchmarks.portal.wire import Visitor, requests_a_second
from virtualclusters.foundation.postgres import passing_state, running

RUNS, WARM_UPS, SECONDS = 40, 5, 1.5
LIMITS = {
    "desk": {"queries": 20, "p95_ms": 300},  # and boards,
    "page": {"html_br": 5_000, "critical_br": 14_600, "total_br": 30_000, "requests": 6, "queries": 15, "p95_ms": 150},
}
COLUMNS = ("html_br", "critical_br", "total_br", "requests", "queries", "p50_ms", "p95_ms")


def main(units=10_000, opportunities=10_000, folder=None):
    """Measure and print."""
    with ExitStack() as stack:
        folder = folder or stack.enter_context(passing_state())
        Path(folder).mkdir(mode=0o755, exist_ok=True)
        Path(folder).chmod(0o755)
        environment = environment_in(folder)
        stack.enter_context(running(Path(folder)))
        told = _filled(environment, units, opportunities)
        portal = stack.enter_context(serving(PORTAL, environment))
        drawing = stack.enter_context(serving(PORTAL, environment | KEEPING_NOTHING))
        bare = stack.enter_context(serving("benchmarks.portal.bare:application", environment))
        queries = json.loads(run(environment | KEEPING_NOTHING, "benchmarks.portal.counting", given=json.dumps(told)))
        rows = [_measured(page, told, portal, drawing, bare, queries) for page in told["pages"]]
    _print(rows, told)


def _filled(environment, units, opportunities):
    """Tables, assets, reference data, samples, many rows and the index; then the pages with their readers."""
    run(environment, CLI, "migrate")
    run(environment, CLI, "load")
    run(environment, "benchmarks.portal.filling", str(units), str(opportunities))
    run(environment, CLI, "manage", "rebuild_search_index")
    return json.loads(run(environment, "benchmarks.portal.readers"))


def _measured(page, told, portal, drawing, bare, queries):
    session, url = told["sessions"].get(page["reader"]), page["url"]
    visitor = Visitor(drawing, session)
    weight = visitor.weigh(url)
    visitor.times(url, WARM_UPS)
    times = visitor.times(url, RUNS)
    requests_a_second(portal, url, session, seconds=SECONDS)  # each of its workers reads what it keeps for long first
    of_bare = requests_a_second(bare, "/", None, seconds=SECONDS)
    return {
        "name": page["name"],
        "url": url,
        "html_br": weight.html,
        "critical_br": weight.critical,
        "total_br": weight.total,
        "requests": weight.requests,
        "queries": queries[url],
        "p50_ms": round(median(times), 1),
        "p95_ms": round(quantiles(times, n=20)[-1], 1),
        "reader": page["reader"],
        "bare": of_bare,
        "of_bare": requests_a_second(portal, url, session, seconds=SECONDS) / of_bare,
    }


def _over(row):
    """The figures of conventions.md that a page does not keep."""
    limits = LIMITS["page" if row["reader"] in ("public", "owner") else "desk"]
    over = [name for name, most in limits.items() if row[name] > most]
    return over + (["half of bare"] if row["of_bare"] < 0.5 and limits is LIMITS["page"] else [])


def _print(rows, told):
    print(f"{'page':24}" + "".join(f"{name:>12}" for name in COLUMNS) + f"{'of bare':>9}  over")
    for row in rows:
        figures = "".join(f"{row[name]:>12}" for name in COLUMNS)
        print(f"{row['name']:24}{figures}{row['of_bare']:>9.2f}  {', '.join(_over(row))}")
    print(
        f"The bare page with one query answered {median(row['bare'] for row in rows):.0f} requests a second in the same run."
    )
    pages = [{"name": row["name"], "url": row["url"], **{name: row[name] for name in COLUMNS}} for row in rows]
    print(json.dumps({"pages": pages, "units": told["units"], "opportunities": told["opportunities"]}))


if __name__ == "__main__":
    main(*[int(number) for number in sys.argv[1:3]], *sys.argv[3:4])
