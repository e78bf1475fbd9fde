"""Fixtures for every test of the repository, those beside the code and those in ``tests/``."""

pytest_plugins = ["tests.database"]
