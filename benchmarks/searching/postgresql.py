"""PostgreSQL's own text search beside the index: the same documents and questions, in a database of its own."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Placeholder

from benchmarks.searching.corpus import Corpus
from virtualclusters.capabilities.search.asking import Near
from virtualclusters.capabilities.search.keeping import as_vector
from virtualclusters.capabilities.search.queries import KM_A_DEGREE
from virtualclusters.capabilities.search.sources import facet_values
from virtualclusters.capabilities.search.words import key_of, words_of_query
from virtualclusters.foundation.postgres import connection_url, running

TABLE = """
CREATE TABLE documents (id bigint, words tsvector, facets text[], state text, size text, concepts int[],
                        latitude float8, longitude float8, boost float8)
"""
INDEXES = """
ALTER TABLE documents ADD PRIMARY KEY (id);
CREATE INDEX ON documents USING gin (words);
CREATE INDEX ON documents USING gin (facets);
CREATE INDEX ON documents USING gin (concepts);
ANALYZE documents
"""
COPY = "COPY documents (id, words, facets, state, size, concepts, latitude, longitude, boost) FROM STDIN"


def measured_in_postgresql(state: Path, corpus: Corpus, units: int, asked: dict[str, Any]) -> dict[str, Any]:
    """Build time, size, and milliseconds by class. Facets are the counts by state; spelling is not mended."""
    from benchmarks.search import timed  # noqa: PLC0415 - that module asks this one

    os.environ.pop("DATABASE_URL", None)
    with running(state), psycopg.connect(connection_url(state, role="owner"), autocommit=True) as connection:
        connection.execute("SET statement_timeout = 0")
        connection.execute("SET work_mem = '64MB'")
        connection.execute("SET maintenance_work_mem = '512MB'")
        built = _fill(connection, corpus, units)
        ask = lambda **one: _ask(connection, **one)  # noqa: E731 - a connection bound to a question
        return {"build": built, "queries": {name: timed(name, asks, ask) for name, asks in asked.items()}}


def _fill(connection, corpus, units):
    begun = time.perf_counter()
    connection.execute(TABLE)
    with connection.cursor() as cursor, cursor.copy(COPY) as copy:
        for row in _rows(corpus, units):
            copy.write_row(row)
    for statement in INDEXES.split(";"):
        connection.execute(statement)
    size = connection.execute("SELECT pg_total_relation_size('documents')").fetchone()[0]
    return {"seconds": round(time.perf_counter() - begun, 1), "megabytes": round(size / 1e6)}


def _rows(corpus: Corpus, units: int) -> Iterator[tuple]:
    for document in corpus.documents(units):
        yield (
            document.id,
            as_vector(document),
            facet_values(document),
            document.facets["state"],
            document.facets["size"],
            list(document.concepts),
            document.latitude,
            document.longitude,
            document.boost,
        )


def _ask(connection, *, text="", filters=None, concepts=(), near=None, counted=None, **_rest) -> int:
    """Ten hits, best first, or the counts by state where only facets are asked for; how many rows came."""
    where, values = _where(text, filters or {}, concepts, near)
    if counted is not None:
        counts = SQL("SELECT state, count(*) FROM documents {} GROUP BY 1").format(where)
        return len(connection.execute(counts, values).fetchall())
    rank = SQL("ts_rank(words, %(words)s::tsquery) * boost" if text else "boost")
    asked = SQL("SELECT id, {} FROM documents {} ORDER BY 2 DESC LIMIT 10").format(rank, where)
    return len(connection.execute(asked, values).fetchall())


def _where(text, filters, concepts, near: Near | None):
    parts, values = [], {}
    if text:
        values["words"] = " & ".join(f"'k_{key_of(word.folded)}'" for word in words_of_query(text))
    if concepts:
        parts.append(SQL("concepts && %(concepts)s::int[]"))
        values["concepts"] = list(concepts)
    elif text:
        parts.append(SQL("words @@ %(words)s::tsquery"))
    for name, wanted in filters.items():
        parts.append(SQL("facets && {}").format(Placeholder(name)))
        values[name] = [f"{name}={value}" for value in wanted]
    if near:
        half = near.kilometres / KM_A_DEGREE
        parts.append(SQL("latitude BETWEEN %(south)s AND %(north)s AND longitude BETWEEN %(west)s AND %(east)s"))
        values |= {"south": near.latitude - half, "north": near.latitude + half}
        values |= {"west": near.longitude - half, "east": near.longitude + half}
    return SQL("WHERE {}").format(SQL(" AND ").join(parts)) if parts else SQL(""), values
