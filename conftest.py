"""Fixtures for every test of the repository, and how its tests are shared out between processes.

A file's tests stay together, for its fixtures. Each process starts at most one portal, for whatever pages and journeys it gets.
What takes longest begins first.
The everyday tests try the same generated examples every time, so that what fails is the change at hand; `make test-all` draws new ones.
No example is timed: a busy machine is no fault.
"""

import gc

import pytest
from django.utils import translation
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

pytest_plugins = ["tests.database", "tests.words", "tests.samples", "tests.portal"]

settings.register_profile("everyday", derandomize=True, deadline=None)
settings.register_profile("drawn", deadline=None)
settings.load_profile("drawn")

LONGEST_FIRST = ("tests/pages", "tests/attacks", "tests/kills", "tests/journeys", "tests/races", "tests/architecture")


@pytest.fixture(autouse=True)
def language_of_the_portal():
    """A process keeps the language of its last request: what a test before this one asked for in Hindi is not its concern."""
    translation.deactivate()


class ByFile(LoadScopeScheduling):
    """Gives each process whole files."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid.split("::", 1)[0]


def pytest_xdist_make_scheduler(config, log):
    return ByFile(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: _place(item.nodeid))


def pytest_collection_finish():
    """What a process holds from here on to its end, its tests above all, is not walked again by each full collection."""
    gc.collect()
    gc.freeze()


def _place(nodeid: str) -> int:
    return next((place for place, folder in enumerate(LONGEST_FIRST) if nodeid.startswith(folder)), len(LONGEST_FIRST))
