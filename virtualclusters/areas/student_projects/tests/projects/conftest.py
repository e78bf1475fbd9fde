"""Each test begins in English: a page that another one opened in Hindi leaves its language behind."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield
