"""All units for one opportunity, and all opportunities for one unit: ``python -m benchmarks.fanout --units N --opportunities M``.

It makes a database of its own in a temporary folder and fills it with a made-up country (``benchmarks.crowd``). Then it measures what
the portal itself does: building the postings, asking them, scoring and explaining the best thousand, writing alerts from the moment of
publishing with a real worker, and one organisation against all that is open. Beside it stands PostgreSQL asked for the same units, by
its table of what units have and, up to a million units, by a GIN index over arrays. ``--growth`` does it for 100,000, a million and
five million units. Held to: candidates p99 1 ms, best thousand 50 ms, 10,000 alerts 3 s, one organisation p95 100 ms, 1 GB.
"""

import argparse
import json
import os
import subprocess
import sys
import time

import django

from benchmarks.crowd.filling import fill
from virtualclusters.foundation.postgres import connection_url, passing_state, running

GROWTH = (100_000, 1_000_000, 5_000_000)
SETTINGS = "virtualclusters.config.settings"
CLI = [sys.executable, "-m", "virtualclusters.config.cli"]


def main(given):
    sizes = GROWTH if given.growth else (given.units,)
    results = [
        in_a_process(units, given.opportunities) if given.growth else at_size(units, given.opportunities)
        for units in sizes
    ]
    if given.growth or not given.quiet:
        show(results)
    print(json.dumps(results if given.growth else results[0]))


def in_a_process(units, opportunities):
    """One size in a process of its own, so that its memory is its own."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.fanout",
        "--quiet",
        "--units",
        str(units),
        "--opportunities",
        str(opportunities),
    ]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def at_size(units, opportunities):
    """Every figure for so many of both."""
    with passing_state("vc-fanout-") as folder:
        more = {
            "VIRTUALCLUSTERS_STATE": str(folder),
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "VIRTUALCLUSTERS_SHARED_BUFFERS": "1GB",
        }
        os.environ |= {**more, "PGOPTIONS": "-c statement_timeout=600s"}
        with running(folder):
            subprocess.run([*CLI, "migrate"], check=True, stdout=subprocess.DEVNULL)
            begun = time.perf_counter()
            owner = connection_url(folder, role="owner")
            fill(owner, units, opportunities)
            django.setup()
            from benchmarks.crowd import measuring  # noqa: PLC0415

            filled = round(time.perf_counter() - begun, 1)
            return {"units": units, "opportunities": opportunities, "filled_s": filled, **measuring.measure(owner)}


def show(results):
    """A line a figure, a column a size."""
    names = [name for name in results[0] if name != "units"]
    print(f"{'':44}" + "".join(f"{result['units']:>24,}" for result in results))
    for name in names:
        print(f"{name:44}" + "".join(f"{_words(result[name]):>24}" for result in results))


def _words(figure):
    if isinstance(figure, dict):
        return " ".join(str(value) for value in figure.values())
    return str(figure)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--opportunities", type=int, default=10_000)
    parser.add_argument(
        "--growth", action="store_true", help="100,000, 1 million and 5 million units, one after the other"
    )
    parser.add_argument("--quiet", action="store_true", help="the last line alone")
    main(parser.parse_args())
