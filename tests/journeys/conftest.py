"""The screens on which journeys are made, each a page of its own in the browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.portal import DESK, PHONE


@pytest.fixture
def phone(chromium) -> Iterator[Page]:
    """A small phone with JavaScript."""
    yield from _page(chromium, viewport=PHONE)


@pytest.fixture
def plain_phone(chromium) -> Iterator[Page]:
    """A small phone without JavaScript."""
    yield from _page(chromium, viewport=PHONE, java_script_enabled=False)


@pytest.fixture
def desk(chromium) -> Iterator[Page]:
    """The screen of an office."""
    yield from _page(chromium, viewport=DESK)


def _page(chromium: Browser, **choices) -> Iterator[Page]:
    """A page of its own; what breaks the content policy on any page it visits fails the journey."""
    context = chromium.new_context(**choices)
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    context.close()
    assert refused == []
