"""The real vocabulary, and what is wanted of it."""

from datetime import timedelta

import pytest

from tests.factories import NOON, make_opportunity
from virtualclusters.exchange.alerts.matcher import holding
from virtualclusters.network.vocabulary.models import Concept

NEXT_MONTH = NOON + timedelta(days=30)


@pytest.fixture
def concept(loaded_words):
    """The concept of a slug in the loaded vocabulary."""
    return lambda slug: Concept.objects.get(slug=slug)


@pytest.fixture
def wanted(concept):
    """Makes a requirement that asks for a concept."""

    def make(slug, **columns):
        columns.setdefault("closes_at", NEXT_MONTH)
        return make_opportunity(kind="requirement", concepts=[("asks", concept(slug))], **columns)

    return make


@pytest.fixture
def node(settings, tmp_path):
    """A node with a folder of its own that holds nothing yet."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path
    holding.forget()
    yield tmp_path
    holding.forget()
