"""The world of the matrix, made once for the module that walks it, in a transaction that is never committed."""

import logging
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from tests.attacks import world

IN_MEMORY = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "attacks"}}


@pytest.fixture(scope="module")
def both_worlds(django_db_setup, django_db_blocker, tmp_path_factory):
    """(person's name → her side, None for a visitor; the other organisation's side)."""
    at = timezone.now() - timedelta(hours=1)
    chosen = override_settings(VIRTUALCLUSTERS_STATE=tmp_path_factory.mktemp("attacks"), CACHES=IN_MEMORY)
    logging.disable(logging.ERROR)  # thousands of refusals are what is wanted here
    with chosen, django_db_blocker.unblock(), transaction.atomic():
        cluster = world.a_cluster(at)
        sides = {name: world.own_side(name, at, cluster) for name in world.PEOPLE if name != "visitor"}
        yield {"visitor": None, **sides}, world.other_side(at, cluster)
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)
