"""The figures of `benchmarks.fanout`, of a database that was filled."""

import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import numpy as np
import psycopg
from django.utils import timezone

from virtualclusters.capabilities.events.recording import record
from virtualclusters.exchange.alerts.finding import find_for, units_reached_by
from virtualclusters.exchange.alerts.matcher import holding
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.values import opportunity_views, vocabulary, ways
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.lasting import lasts, settle
from virtualclusters.matching.postings import best_of, rank_alike

ASKED, BESIDE, ORGANISATIONS = 1_000, 20, 100
A_THOUSAND, TEN_THOUSAND = 1_000, 10_000
GIN_UP_TO = 1_000_000
MOST_SECONDS = 60.0
BEGINS = 20.0
"""Seconds after which a worker holds its postings; one that has none yet asks the database."""
KINDS = frozenset({"enterprise"})
CLI = [sys.executable, "-m", "virtualclusters.config.cli"]

ARRAYS = """
    CREATE UNLOGGED TABLE fanout_arrays AS
    SELECT unit_id, array_agg(concept_id::int) AS concepts FROM organisations_unitconcept GROUP BY unit_id
"""
GIN = "CREATE INDEX fanout_gin ON fanout_arrays USING gin (concepts)"


def measure(owner):
    """Everything, by name."""
    built = _build()
    before = _resident()
    begun = time.perf_counter()
    holding.load()
    loaded = time.perf_counter() - begun
    begun = time.perf_counter()
    vocabulary()
    counted = time.perf_counter() - begun
    views = opportunity_views(list(Opportunity.objects.order_by("pk").values_list("pk", flat=True)[:ASKED]))
    asked, largest = _ask(list(views.values()))
    held = {
        "load_s": round(loaded, 2),
        "matcher_rss_mb": round(_resident() - before),
        "process_rss_mb": round(_resident()),
    }
    figures = {**built, **held, "rarities_s": round(counted, 2), **asked}
    holding.forget()
    return {
        **figures,
        **_beside(owner, list(views.values())[:BESIDE]),
        "one_organisation_ms": _organisations(),
        **_publish(largest),
    }


def _build():
    """The command that builds, as a process: seconds, size of the file and most memory."""
    begun = time.perf_counter()
    process = subprocess.Popen([*CLI, "manage", "rebuild_postings"], stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError("rebuild_postings failed")
    process.returncode = 0
    size = holding.path().stat().st_size
    seconds = time.perf_counter() - begun
    return {
        "build_s": round(seconds, 1),
        "file_mb": round(size / 1e6, 1),
        "build_peak_rss_mb": round(used.ru_maxrss / 1024),
    }


def _ask(views):
    """Candidates, then the best thousand scored and explained; and the two opportunities that concern most."""
    at, answering = timezone.now(), ways()
    with holding.held() as now:
        postings = now.postings
        first = [_timed(lambda one=one: postings.candidates(one, answering, at, KINDS))[0] for one in views]
        again = [_timed(lambda one=one: postings.candidates(one, answering, at, KINDS)) for one in views]
        found = [members for _ms, members in again]
        best = [
            _timed(lambda pair=pair: _best(postings, pair, answering, at)) for pair in zip(views, found, strict=True)
        ]
    counts = [len(members) for members in found]
    full = [ms for ms, ranked in best if len(ranked) == A_THOUSAND]
    figures = {
        "candidates": {"mean": round(float(np.mean(counts))), "most": max(counts)},
        "candidates_first_asked_ms": _percentiles(first),
        "candidates_ms": _percentiles([ms for ms, _ in again]),
        "best_1000_all_ms": _percentiles([ms for ms, _ in best]),
        "best_1000_where_1000_ms": {**_percentiles(full), "of": len(full)} if full else {},
    }
    return figures, [views[place].id for place in np.argsort(counts)[-2:]]


def _best(postings, pair, answering, at):
    opportunity, candidates = pair
    best = best_of(postings, candidates, opportunity, ways=answering, at=at, most=A_THOUSAND)
    return rank_alike(opportunity, best.units, ways=answering, at=at)


def _beside(owner, views):
    """PostgreSQL asked for the same units: by its table of what units have, and by arrays under a GIN index."""
    at = timezone.now()
    table = _bounded(lambda one: units_reached_by(one.id, after=0, most=10_000_000, at=at), views)
    figures = {"postgres_table_ms": _percentiles(table)}
    with psycopg.connect(owner, autocommit=True) as connection:
        count = connection.execute("SELECT count(*) FROM organisations_unit").fetchone()[0]
        if count <= GIN_UP_TO:
            connection.execute(ARRAYS)
            connection.execute(GIN)
            asked = "SELECT unit_id FROM fanout_arrays WHERE concepts && %s::int[]"
            gin = _bounded(lambda one: connection.execute(asked, [_concepts(one)]).fetchall(), views)
            figures["postgres_gin_ms"] = _percentiles(gin)
            connection.execute("DROP TABLE fanout_arrays")
    return figures | ({} if "postgres_gin_ms" in figures else {"postgres_gin_ms": {}})


def _concepts(opportunity):
    return sorted({own for _role, own in ways().pairs_to(opportunity)})


def _bounded(ask, views):
    """Milliseconds of each question, until a minute is over."""
    until, waits = time.perf_counter() + MOST_SECONDS, []
    for one in views:
        waits.append(_timed(lambda one=one: ask(one))[0])
        if time.perf_counter() > until:
            break
    return waits


def _organisations():
    """One unit against everything that is open, as its page asks. What lasts is laid aside first, as the web server does."""
    at = timezone.now()
    find_for(1, at=at)
    lasts()
    settle()
    return _percentiles([_timed(lambda pk=pk: find_for(pk, at=at))[0] for pk in range(2, ORGANISATIONS + 2)])


def _publish(opportunities):
    """From the moment of publishing an opportunity that concerns many until 10,000 alerts are written, by a real worker.

    Another is published before, so that the worker has begun and holds what it needs, as it does all day.
    """
    worker = subprocess.Popen([*CLI, "worker"], stdout=subprocess.DEVNULL)
    try:
        time.sleep(BEGINS)
        for opportunity_id in opportunities:
            at = timezone.now()
            Opportunity.objects.filter(pk=opportunity_id).update(closes_at=at + timedelta(days=30))
            begun = time.perf_counter()
            record("opportunity.published", at=at, subject="opportunity", subject_id=opportunity_id)
            moments = _until_quiet(opportunity_id, begun)
        resident = _resident(worker.pid)
    finally:
        worker.terminate()
        worker.wait()
    return {**moments, "worker_rss_mb": round(resident)}


def _until_quiet(opportunity_id, begun):
    """Seconds until the first thousand and the last of at most 10,000 stand."""
    first, last, count = None, 0.0, 0
    while (waited := time.perf_counter() - begun) < MOST_SECONDS and (not count or waited - last < 5):
        now = Alert.objects.filter(opportunity_id=opportunity_id).count()
        if now > count:
            count, last = now, time.perf_counter() - begun
            first = first or last
        if count >= TEN_THOUSAND:
            break
        time.sleep(0.02)
    return {"alerts_written": count, "first_alerts_s": round(first or 0, 2), "all_alerts_s": round(last, 2)}


def _timed(work):
    begun = time.perf_counter()
    result = work()
    return (time.perf_counter() - begun) * 1000, result


def _percentiles(waits):
    found = np.percentile(waits, [50, 95, 99])
    return {name: round(float(value), 3) for name, value in zip(("p50", "p95", "p99"), found, strict=True)}


def _resident(pid="self"):
    """Megabytes of memory that a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
