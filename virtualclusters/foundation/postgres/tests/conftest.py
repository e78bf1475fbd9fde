import shutil
import tempfile
from pathlib import Path

import pytest

from virtualclusters.foundation.postgres.places import Place


@pytest.fixture
def state_folder():
    """A state folder of one's own; what the launcher makes for it elsewhere is removed as well."""
    folder = Path(tempfile.mkdtemp(prefix="vc-state-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(Place.of(folder).home, ignore_errors=True)
    shutil.rmtree(folder)
