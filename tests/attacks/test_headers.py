"""The headers that tell browsers to refuse the rest stand on every type of answer, and production settings have no warning."""

import os
import subprocess
import sys

import pytest
from django.test import Client

from tests.portal import ROOT
from virtualclusters.ui.security import PERMISSIONS_POLICY

POLICY = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'", "connect-src": "'self'",
    "manifest-src": "'self'", "form-action": "'self'", "base-uri": "'none'", "frame-ancestors": "'none'", "worker-src": "'self'",
}  # fmt: skip
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS_POLICY,
}
ANSWERS = {
    "/en/": 200,
    "/": 302,
    "/en/sign-in/": 200,
    "/en/workspace/": 302,
    "/en/directory/": 200,
    "/en/no-such-page/": 404,
    "/en/opportunities/7654321/": 404,
    "/sw.js": 200,
    "/robots.txt": 200,
    "/s/abcdefgh": 410,
    "/en/v/ABCD/": 404,
    "/calendar/nothing.ics": 410,
    "/fails/": 500,
}


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "status"), ANSWERS.items())
def test_every_type_of_answer_carries_the_headers(settings, path, status):
    settings.ROOT_URLCONF = "tests.attacks.broken_pages"
    answer = Client(raise_request_exception=False).get(path)
    said = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";") if part.strip())

    assert (answer.status_code, said) == (status, POLICY)
    assert {name: answer.get(name) for name in HEADERS} == HEADERS


@pytest.mark.django_db
def test_a_refused_form_carries_the_headers():
    answer = Client(enforce_csrf_checks=True).post("/en/sign-in/")

    assert answer.status_code == 403
    assert {name: answer.get(name) for name in HEADERS} == HEADERS


def test_production_settings_have_no_warning():
    environment = os.environ | {
        "VIRTUALCLUSTERS_PRODUCTION": "true",
        "SECRET_KEY": "a-key-of-this-test-only-and-of-fifty-letters-or-more-0123456789",
        "ALLOWED_HOSTS": "portal.example",
        "DATABASE_URL": "postgresql://app@127.0.0.1/portal",
    }
    command = [
        sys.executable,
        "-m",
        "virtualclusters.config.cli",
        "manage",
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
    ]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
