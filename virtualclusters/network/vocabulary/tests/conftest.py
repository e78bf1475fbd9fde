import pytest

from virtualclusters.network.vocabulary.load import load_vocabulary
from virtualclusters.network.vocabulary.models import Concept, Edition, State
from virtualclusters.network.vocabulary.reading.held import forget


@pytest.fixture(scope="module")
def loaded_vocabulary(django_db_setup, django_db_blocker):
    """The reference data, written once for all tests of a module and taken away after it."""
    with django_db_blocker.unblock():
        load_vocabulary()
    yield
    with django_db_blocker.unblock():
        Concept.objects.update(group=None)
        for model in (Concept, State, Edition):
            model.objects.all().delete()
    forget()


@pytest.fixture
def vocabulary(loaded_vocabulary, db):
    """Reference data to read, and to change until the test ends."""
