import io
from datetime import datetime

import pytest

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.imports.specs import register
from virtualclusters.capabilities.imports.tests.notices import Shelf
from virtualclusters.foundation.time import IST

NOON = datetime(2026, 11, 21, 12, tzinfo=IST)


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    """Files of a test lie in its own folder."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path / "state"
    return settings.VIRTUALCLUSTERS_STATE


@pytest.fixture
def shelf():
    """Where the rows of the registered spec ``notices`` are applied to."""
    shelf = Shelf()
    register(shelf.spec())
    return shelf


@pytest.fixture
def officer(db):
    """A sample person who imports."""
    return Person.objects.create_user(phone="+919800000001", name="Sample Officer")


@pytest.fixture
def upload():
    """Content as a browser sends it: a stream with a name."""

    def make(content, name="notices.csv"):
        stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
        stream.name = name
        return stream

    return make
