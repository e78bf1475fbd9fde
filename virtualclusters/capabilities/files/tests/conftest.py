import io
from datetime import datetime

import pytest

from virtualclusters.capabilities.files.checking import check
from virtualclusters.capabilities.files.operations import receive
from virtualclusters.foundation.time import IST

NOON = datetime(2026, 11, 21, 12, tzinfo=IST)


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    """Files of a test lie in its own folder."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path / "state"
    return settings.VIRTUALCLUSTERS_STATE


@pytest.fixture
def received(db):
    """Receive content as a browser sends it."""

    def receive_content(content, name="proof.pdf", purpose="evidence", content_type=""):
        stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
        stream.name, stream.content_type = name, content_type
        return receive(stream, person=None, purpose=purpose, at=NOON)

    return receive_content


@pytest.fixture
def checked(received):
    """Receive and check content."""
    return lambda *args, **more: check(file_id=received(*args, **more).pk, at=NOON)
