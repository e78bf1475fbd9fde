"""Fixtures for every test of the repository, and how its tests are shared out between processes.

A file's tests stay together, for its fixtures; all journeys stay together, for they share one portal. What takes longest begins first.
"""

from pathlib import Path

import pytest

pytest_plugins = ["tests.database"]

ROOT = Path(__file__).resolve().parent
LONGEST_FIRST = ("tests/journeys", "tests/pages", "tests/kills", "tests/attacks", "tests/races", "tests/architecture")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))
    items.sort(key=_place)


def _group(item) -> str:
    where = item.path.relative_to(ROOT).as_posix()
    return "tests/journeys" if where.startswith("tests/journeys") else where


def _place(item) -> int:
    group = _group(item)
    return next((place for place, folder in enumerate(LONGEST_FIRST) if group.startswith(folder)), len(LONGEST_FIRST))
