import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(PACKAGE.rglob("templates/**/*.html"))
FORBIDDEN = {
    "style attribute": re.compile(r"<[a-z][^>]*\sstyle=", re.I),
    "style element": re.compile(r"<style[\s>]", re.I),
    "inline script": re.compile(r"<script(?![^>]*\s(?:src=|type=\"application/json\"))[^>]*>", re.I),
    "event attribute": re.compile(r"<[a-z][^>]*\son[a-z]+=", re.I),
    "htmx that needs eval": re.compile(r"hx-on|hx-vals=[\"']js:|hx-trigger=\"[^\"]*\["),
    "htmx without data-": re.compile(r"\s(?<!data-)hx-[a-z]"),
    "javascript address": re.compile(r"href=[\"']javascript:", re.I),
}


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_no_template_breaks_the_content_policy(rule):
    web_pages = [path for path in TEMPLATES if "mail" not in path.name]

    assert [str(p.relative_to(PACKAGE)) for p in web_pages if FORBIDDEN[rule].search(p.read_text())] == []


# The link in a message is itself the token, and mail programs send it without a cookie (RFC 8058).
SIGNED_BY_THEIR_ADDRESS = {"unsubscribe.html"}


def test_every_form_that_posts_carries_the_token():
    forms = [
        (str(path.relative_to(PACKAGE)), form)
        for path in TEMPLATES
        if path.name not in SIGNED_BY_THEIR_ADDRESS
        for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", path.read_text(), re.S | re.I)
    ]

    assert [name for name, form in forms if "csrf_token" not in form] == []
