import io
from datetime import datetime

import pytest

from virtualclusters.areas.tenders.imports import TENDERS
from virtualclusters.capabilities.imports import operations, queries
from virtualclusters.capabilities.imports.looking import look
from virtualclusters.capabilities.imports.running import run
from virtualclusters.foundation.time import IST

NOON = datetime(2026, 11, 20, 12, tzinfo=IST)


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    """Files of a test lie in its own folder."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path / "state"


@pytest.fixture
def bring_in(words_in_the_module, db):
    """Bring a file in as the command line does, with the columns guessed."""

    def bring(content, *, name="notices.csv", portal="", as_of=NOON, at=NOON, spec=TENDERS.name):
        stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
        job = operations.start(person=None, spec=spec, upload=stream, name=name, origin=portal, as_of=as_of, at=at)
        look(import_id=job.pk, at=at)
        job.refresh_from_db()
        operations.confirm(import_id=job.pk, person=None, mapping=queries.guessed_mapping(job), at=at)
        return run(import_id=job.pk, at=at)

    return bring
