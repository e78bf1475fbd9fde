import pytest

from virtualclusters.foundation.postgres import passing_state


@pytest.fixture
def state_folder():
    """A state folder of one's own; what the launcher makes for it elsewhere is removed as well."""
    with passing_state("vc-state-") as folder:
        yield folder
