"""Who holds the postings is killed while events come in: what stands in its file and what the events say still makes the truth."""

import os
import random
import subprocess
import sys
import time

import pytest
from django.utils import timezone

from tests.factories import give_concept, make_unit
from virtualclusters.capabilities.events.recording import record
from virtualclusters.exchange.alerts.matcher import following, holding
from virtualclusters.exchange.alerts.matcher.columns import all_postings
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.vocabulary.models import Concept

pytestmark = [pytest.mark.kills, pytest.mark.slow]
FOLLOWS = """
import django
django.setup()
from virtualclusters.exchange.alerts.matcher import following
following.SAVED_AFTER = following.PAUSE = 0.0
following.Follower().run()
"""
"""A follower that saves after every look, so that a kill often falls into a file that is being written."""


@pytest.mark.parametrize("kills", [2, pytest.param(100, marks=pytest.mark.full)])
def test_postings_equal_the_rows_after_kills(
    committing_database_with_words, postgres_server, settings, tmp_path, kills
):
    settings.VIRTUALCLUSTERS_STATE = tmp_path
    moments, url = random.Random(20261122), postgres_server.url(database=committing_database_with_words)
    honey = Concept.objects.get(slug="honey")
    holding.rebuild(at=timezone.now())

    for _ in range(kills):
        follower, before = start(url, tmp_path), holding.stamp()
        saves(follower, before, honey, moments)
        until = time.monotonic() + moments.uniform(0.0, 0.5)
        while time.monotonic() < until:
            change(honey, moments)
        follower.kill()
        follower.wait()

    holding.load()
    while following.catch_up():
        pass
    with holding.held() as now:
        followed = described(now.postings)
    holding.forget()
    assert followed == described(all_postings(at=timezone.now()))


def start(url, folder):
    environment = os.environ | {
        "DATABASE_URL": url,
        "VIRTUALCLUSTERS_STATE": str(folder),
        "DJANGO_SETTINGS_MODULE": "virtualclusters.config.settings",
    }
    return subprocess.Popen([sys.executable, "-c", FOLLOWS], env=environment, stderr=subprocess.DEVNULL)


def saves(follower, before, concept, moments):
    """Things change until the follower has saved what it followed."""
    began = time.monotonic()
    while holding.stamp() == before:
        assert follower.poll() is None
        assert time.monotonic() - began < 120
        change(concept, moments)
        time.sleep(0.02)  # the follower that starts needs the processor too


def change(concept, moments):
    """A unit comes, or one that was there closes, each with its event."""
    now, there = timezone.now(), Unit.objects.filter(closed_at=None).order_by("?").first()
    if there and moments.random() < 0.3:
        Unit.objects.filter(pk=there.pk).update(closed_at=now)
        record("unit.closed", at=now, subject="unit", subject_id=there.pk)
        return
    unit = make_unit(state=moments.choice(["MH", "GJ", "KA"]), at=now)
    give_concept(unit, concept)
    record("unit.described", at=now, subject="unit", subject_id=unit.pk)


def described(postings):
    """All sets that hold anybody, by ids."""
    sets = {("", *pair): members for pair, members in postings.concepts.items()}
    sets |= {(fact, code): members for fact, codes in postings.facts.items() for code, members in codes.items()}
    return {key: sorted(postings.unit_ids(members).tolist()) for key, members in sets.items() if members}
