"""No form is taken from another site: every route refuses to be posted to without the token (trust notes, row 19)."""

import re

import pytest
from django.test import Client

from tests.attacks.routes import routes

BY_SIGNED_ADDRESS = {"unsubscribe": "the token in the address is the right; a mail program has no cookie (RFC 8058)"}
ELSEWHERE = "https://elsewhere.example"

pytestmark = pytest.mark.django_db


@pytest.fixture
def guarded():
    return Client(enforce_csrf_checks=True)


def test_every_route_refuses_a_post_without_the_token(guarded):
    open_to_forgery = [
        route.name
        for route in routes()
        if route.name not in BY_SIGNED_ADDRESS
        if guarded.post(route.address(None, missing=True)).status_code != 403
    ]

    assert open_to_forgery == []


def test_a_right_token_sent_from_another_site_is_refused(guarded):
    page = guarded.get("/en/sign-in/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    sent = {"csrfmiddlewaretoken": token, "login": "9811100001"}

    assert guarded.post("/en/sign-in/", sent, headers={"Origin": ELSEWHERE}).status_code == 403
    assert guarded.post("/en/sign-in/", sent, headers={"Origin": "http://testserver"}).status_code != 403


def test_plain_text_is_no_form(guarded):
    guarded.get("/en/sign-in/")

    assert guarded.post("/en/sign-in/", "login=9811100001", content_type="text/plain").status_code == 403
