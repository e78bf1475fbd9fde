"""A form that was sent without a session waits for its sender, and an address that only takes a form leads to the page above it."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests.factories import make_opportunity, make_owner, make_unit
from virtualclusters.capabilities.threads.models import Post
from virtualclusters.config import interrupted
from virtualclusters.config.jobs import forget_expired
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.network.verification.sealing import unseal

pytestmark = pytest.mark.django_db
WORDS = "We can send 20 kg on Monday. Is that right?"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def talk(loaded_words):
    """(address of the form that writes into a talk, its writer)."""
    now = timezone.now()
    unit = make_unit(at=now)
    owner = make_owner(unit)
    opportunity = make_opportunity(kind="offer", at=now)
    make_owner(opportunity.unit)
    engagement = answer(opportunity_id=opportunity.pk, unit_id=unit.pk, actor=owner, at=now)
    return f"/en/talks/{engagement.pk}/say/", owner.person


def sent_without_session(address, **fields):
    browser = Client()
    away = browser.post(address, {"words": WORDS, **fields})
    assert (away.status_code, "/sign-in/" in away["Location"]) == (302, True)
    return browser


def seen_after_sign_in(browser, person, address, language="en"):
    browser.force_login(person, backend=BACKEND)
    return browser.get(address.replace("/en/", f"/{language}/"), headers={"accept": "text/html"})


def test_what_was_sent_without_a_session_is_shown_after_sign_in_and_sent_with_one_tap(talk):
    address, person = talk
    browser = sent_without_session(address)
    shown = seen_after_sign_in(browser, person, address)
    browser.post(address, dict(shown.context["fields"]))

    assert (shown.status_code, shown.context["fields"], shown.context["shown"]) == (200, [["words", WORDS]], [WORDS])
    assert list(Post.objects.values_list("words", flat=True)) == [WORDS]
    assert interrupted.KEPT not in browser.session


def test_it_waits_in_whatever_language_she_signs_in(talk):
    address, person = talk
    shown = seen_after_sign_in(sent_without_session(address), person, address, language="hi")

    assert shown.context["fields"] == [["words", WORDS]]


def test_it_does_not_wait_longer_than_a_quarter_of_an_hour(talk, monkeypatch):
    address, person = talk
    browser = sent_without_session(address)
    later = timezone.now() + timedelta(seconds=interrupted.WAITS + 1)
    monkeypatch.setattr("django.core.cache.backends.db.tz_now", lambda: later)
    browser.force_login(person, backend=BACKEND)
    after = browser.get(address, headers={"accept": "text/html"})

    assert (after.status_code, after["Location"]) == (302, address.removesuffix("say/"))
    assert interrupted.KEPT not in browser.session


def test_it_lies_sealed_beside_the_session_and_not_in_it(talk):
    browser = sent_without_session(talk[0])
    held = cache.get(f"{interrupted.KEPT}:{browser.session[interrupted.KEPT]}")

    assert (WORDS in held, WORDS in str(dict(browser.session.items())), WORDS in unseal(held)) == (False, False, True)


def test_what_nobody_came_back_for_is_removed_and_what_still_waits_is_not(talk):
    browser = sent_without_session(talk[0])
    name = f"{interrupted.KEPT}:{browser.session[interrupted.KEPT]}"
    now = timezone.now()

    forget_expired(at=now)
    before = _rows(name)
    forget_expired(at=now + timedelta(seconds=interrupted.WAITS + 1))

    assert (before, _rows(name)) == (1, 0)


def _rows(name):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cache WHERE cache_key LIKE %s", [f"%{name}"])
        return cursor.fetchone()[0]


def test_what_is_longer_than_a_page_of_words_is_not_kept(talk):
    address, _person = talk
    browser = sent_without_session(address, more="x" * interrupted.LONGEST)

    assert interrupted.KEPT not in browser.session


@pytest.mark.parametrize("language", ["en", "hi"])
def test_opening_an_address_that_only_takes_a_form_leads_to_the_page_above(talk, language):
    address, person = talk
    browser = Client()
    after = seen_after_sign_in(browser, person, address, language)
    above = address.removesuffix("say/").replace("/en/", f"/{language}/")

    assert (after.status_code, after["Location"], browser.get(above).status_code) == (302, above, 200)


def test_a_program_that_asks_wrongly_is_told_so(talk):
    address, person = talk
    browser = Client()
    browser.force_login(person, backend=BACKEND)

    assert browser.get(address).status_code == 405


@pytest.mark.parametrize(
    ("path", "above"),
    [("/en/need/1/send/offer/", "/en/need/1/"), ("/hi/searches/1/", "/hi/"), ("/en/nowhere/at/all/", "/en/")],
)
def test_the_page_above_is_one_that_there_is(path, above):
    assert interrupted.page_above(path) == above
