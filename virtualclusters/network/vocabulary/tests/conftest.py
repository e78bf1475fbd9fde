import pytest


@pytest.fixture
def vocabulary(words_in_the_module, db):
    """Reference data to read, and to change until the test ends."""
