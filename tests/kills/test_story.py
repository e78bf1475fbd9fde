"""Worker, web and PostgreSQL are killed while newcomers live the story: what was acknowledged stands, and nothing is told twice."""

import json
import random
import threading
import time

import pytest

from tests.kills.client import Client
from tests.kills.names import NEWCOMER
from tests.kills.portal import running_portal
from tests.kills.story import live

pytestmark = [pytest.mark.kills, pytest.mark.slow]
SEED = 20261121
FIVE = {"worker": 2, "web": 2, "postgres": 1}
TWENTY_EACH = {"worker": 20, "web": 20, "postgres": 20}
SOON, WITH_BREATH = (0.5, 4.0), (2.0, 12.0)
"""Seconds between two kills. Sixty need room: a process that dies again and again is started after growing waits."""
FEWEST_STORIES = 2


class Killer(threading.Thread):
    """Kills in a seeded order at seeded moments; ``done`` holds what was killed."""

    def __init__(self, portal, counts, pace):
        super().__init__(daemon=True)
        self.portal, self.pace = portal, pace
        self.chance, self.done = random.Random(SEED), []
        self.order = [what for what, times in counts.items() for _ in range(times)]
        self.chance.shuffle(self.order)

    def run(self):
        for what in self.order:
            time.sleep(self.chance.uniform(*self.pace))
            while not self.portal.kill(what):
                time.sleep(0.1)
            self.done.append(what)


@pytest.fixture(scope="module")
def portal(samples, tmp_path_factory):
    state = tmp_path_factory.mktemp("killed")
    samples.copy_to(state)
    with running_portal(state) as running:
        yield running


@pytest.mark.parametrize(
    ("counts", "pace"),
    [(FIVE, SOON), pytest.param(TWENTY_EACH, WITH_BREATH, marks=pytest.mark.full)],
    ids=["five", "twenty-each"],
)
def test_what_was_acknowledged_stands_once_and_nothing_is_told_twice_when_processes_are_killed(portal, counts, pace):
    told = json.loads(portal.tell("world", "offer"))
    seller, ledger, killer = Client(portal.address, told["session"]), {}, Killer(portal, counts, pace)
    killer.start()
    number = 1_000 * sum(counts.values())
    while killer.is_alive() or len(ledger) < FEWEST_STORIES:
        number += 1
        ledger[f"{NEWCOMER} {number}"] = live(number, address=portal.address, offer=told["offer"], seller=seller)

    kept = _when_the_queue_is_empty(portal)

    expected = {
        name: {**acts, "events": [f"engagement.{verb}" for verb in acts["events"]]} for name, acts in ledger.items()
    }
    assert sorted(killer.done) == sorted(killer.order)
    assert {name: kept["acts"].get(name) for name in ledger} == expected
    assert {name: kept["firms"].get(name) for name in ledger} == dict.fromkeys(ledger, 1)
    assert (kept["twice"], kept["messages"] > 0, kept["waiting"]) == ([], True, 0)


def _when_the_queue_is_empty(portal):
    until = time.monotonic() + 120
    while (kept := json.loads(portal.tell("world", "kept")))["waiting"] and time.monotonic() < until:
        time.sleep(1)
    return kept
