"""With 5,000 members the pages ask the database as often as with 3, and answer within their time."""

import time
from datetime import timedelta

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from virtualclusters.foundation.postgres import roles
from virtualclusters.network.clusters.models import ClusterRole
from virtualclusters.pages.clusters.tests.conftest import ask_for, fill

PAGES = {
    "/en/clusters/food-processing/": 15,
    "/en/clusters/food-processing/members/": 15,
    "/en/clusters/food-processing/room/": 20,
    "/en/desk/clusters/food-processing/": 25,
}
SLOWEST_MS = 1_500
"""Far above the figures, which benchmarks measure on an idle machine: a scan of all by all takes longer still."""


@pytest.fixture
def reading(client):
    """Queries and milliseconds of a page, once it is warm."""

    def read(path):
        client.get(path)
        began = time.monotonic()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len(queries), (time.monotonic() - began) * 1000

    return read


def test_each_page_takes_as_many_queries_with_5000_members_as_with_3(
    postgres_server, committing_database, client, reading, request
):
    food, turmeric, now = (request.getfixturevalue(name) for name in ("food", "turmeric", "now"))
    member = request.getfixturevalue("member")
    food.officers.create(person=member.person, role=ClusterRole.FACILITATOR, since=now)
    fill(food, 60, making=turmeric, at=now - timedelta(days=61))
    fill(food, 3, making=turmeric, at=now)
    for n in range(12):
        ask_for(turmeric, food, at=now, title=f"Wanted {n}")
    client.force_login(member.person)
    few = {path: reading(path)[0] for path in PAGES}
    fill(food, 4_937, making=turmeric, at=now)
    _analyse(postgres_server, committing_database)

    many = {path: reading(path) for path in PAGES}

    assert {path: queries for path, (queries, _ms) in many.items()} == few
    assert [path for path, most in PAGES.items() if few[path] > most] == []
    assert [path for path, (_queries, ms) in many.items() if ms > SLOWEST_MS] == []


def _analyse(postgres_server, name):
    """What autovacuum does by itself within a minute of such a load, and is switched off here."""
    with psycopg.connect(postgres_server.url(role=roles.OWNER, database=name), autocommit=True) as owner:
        owner.execute("ANALYZE")
