"""The samples of finding, and an index of their own."""

import pytest

from virtualclusters.capabilities.search import reading as index
from virtualclusters.capabilities.search.writing import Writer
from virtualclusters.pages.finding.tests.conftest import concept, maker, now, opportunity, signed_in

__all__ = ["concept", "indexed", "maker", "now", "opportunity", "signed_in"]


@pytest.fixture
def indexed(settings, tmp_path):
    """Brings the index in line with the rows."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path

    def bring():
        writer = Writer()
        writer.rebuild()
        writer.close()

    yield bring
    index.forget()
