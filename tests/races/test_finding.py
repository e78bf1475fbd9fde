"""A real indexer process: an organisation and an opportunity that were saved are found. How soon is measured by ``benchmarks.search``."""

import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from tests.factories import make_organisation, make_owner, make_unit
from virtualclusters.capabilities.search import reading as index
from virtualclusters.capabilities.search.searching import search
from virtualclusters.exchange.opportunities.operations import end, publish
from virtualclusters.network.organisations import operations
from virtualclusters.network.vocabulary.models import Concept

pytestmark = pytest.mark.races
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
"""Seconds on a busy machine, the start of a process included."""
INDEXER = """
import django
django.setup()
from virtualclusters.capabilities.search.indexer import run_forever
run_forever()
"""


@pytest.fixture
def running_indexer(committing_database_with_words, postgres_server, settings, tmp_path):
    """The portal's own indexer on this test's database."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path
    surroundings = os.environ | {
        "VIRTUALCLUSTERS_STATE": str(tmp_path),
        "DATABASE_URL": postgres_server.url(database=committing_database_with_words),
    }
    process = subprocess.Popen([sys.executable, "-c", INDEXER], env=surroundings, cwd=ROOT)
    yield process
    process.kill()
    process.wait()
    index.forget()


def wait_until(is_so):
    """Return when it is so; fail when it is not for long."""
    begun = time.monotonic()
    while not is_so():
        assert time.monotonic() - begun < PATIENCE
        time.sleep(0.02)


def found(source, text, *, open_only=True):
    results = search(source=source, text=text, at=timezone.now(), open_only=open_only)
    return set(results.ids) if results.used == "index" else None


def test_what_was_saved_is_found_and_what_ended_is_not(running_indexer):
    now = timezone.now() - timedelta(minutes=1)
    unit = make_unit(organisation=make_organisation(name="Sahyadri Sample Farms", at=now), at=now)
    owner = make_owner(unit)
    honey = Concept.objects.get(slug="honey")
    operations.add_concept(unit_id=unit.pk, part="products", concept_id=honey.pk, actor=owner, at=now)
    wait_until(lambda: found("organisations", "madhu") == {unit.organisation_id})

    operations.describe_organisation(
        organisation_id=unit.organisation_id, facts={"name": "Konkan Sample Hives"}, actor=owner, at=timezone.now()
    )
    wait_until(lambda: found("organisations", "konkan") == {unit.organisation_id})
    offer = publish(
        kind="offer", unit_id=unit.pk, title="Forest honey", summary="", language="en",
        concepts=[("offers", honey.pk)], actor=owner, at=timezone.now(),
    )  # fmt: skip
    wait_until(lambda: found("opportunities", "शहद") == {offer.pk})
    end(opportunity_id=offer.pk, reason="met", actor=owner, at=timezone.now())
    wait_until(lambda: found("opportunities", "honey") == set())
    assert found("opportunities", "honey", open_only=False) == {offer.pk}
