import re
from datetime import UTC, datetime, timedelta

import brotli
import pytest
from django.core.cache import cache
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from virtualclusters.pages.home import figures, views

NOON = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
STANDING = [
    "about",
    "privacy",
    "terms",
    "accessibility",
    "copyright",
    "links",
    "help",
    "site-map",
    "languages",
    "offline",
]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_cache(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "home"}}
    cache.clear()


@pytest.fixture
def counted(monkeypatch):
    def count(at):
        return figures.Figures(members_by_state={"MH": 3, "UP": 2}, open_opportunities=7, agreed=0)

    monkeypatch.setattr(figures, "count_figures", count)


@pytest.mark.parametrize("language", ["en", "hi", "ur"])
def test_the_front_page_offers_one_primary_act_and_names_every_language_in_its_script(client, language):
    html = client.get(f"/{language}/").content.decode()

    assert len(re.findall(r'class="vc-button"', html)) == 1
    assert [name for name in ("English", "हिन्दी", "اردو") if name not in html] == []


def test_the_front_page_hides_what_is_nothing(client):
    html = client.get("/en/").content.decode()

    assert ("vc-stats" in html, "vc-states" in html) == (False, False)


def test_the_front_page_shows_only_the_figures_that_are_more_than_nothing(client, counted):
    html = client.get("/en/").content.decode()

    assert re.findall(r'vc-stat__figure">(\d+)<', html) == ["5", "7"]


@pytest.mark.parametrize("language", ["en", "hi", "ur"])
def test_the_front_page_fits_five_kilobytes(client, counted, language):
    assert len(brotli.compress(client.get(f"/{language}/").content, quality=5)) <= 5_000


def test_the_front_page_asks_the_database_as_little_with_figures_kept(client, django_assert_max_num_queries):
    client.get("/en/")

    with django_assert_max_num_queries(0):
        client.get("/en/")


@pytest.mark.parametrize("language", ["en", "hi", "ur"])
@pytest.mark.parametrize("slug", STANDING)
def test_every_standing_page_has_one_heading_a_title_and_a_direction(client, language, slug):
    html = client.get(f"/{language}/{slug}/").content.decode()

    title = re.search(r"<title>(.*?) – ", html)[1]
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", html) == [title]
    assert ('dir="rtl">' in html[:300]) == (language == "ur")


def test_the_help_line_stands_in_the_same_place_on_every_page(client, settings):
    settings.HELP_LINE = "+919876500000"
    feet = {re.search(r"<footer.*?</p>", client.get(f"/en/{slug}/").content.decode(), re.S)[0] for slug in STANDING}

    assert len(feet) == 1


def test_every_page_carries_the_headers_of_the_policy(client):
    headers = client.get("/en/about/").headers

    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy == POLICY
    assert {name: headers[name] for name in WANTED} == WANTED


POLICY = {
    **dict.fromkeys(
        ["script-src", "style-src", "img-src", "connect-src", "manifest-src", "form-action", "worker-src"], "'self'"
    ),
    **dict.fromkeys(["default-src", "base-uri", "frame-ancestors"], "'none'"),
}
WANTED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def test_an_address_that_does_not_exist_is_told_in_the_language_of_the_address(client):
    response = client.get("/hi/nowhere/")

    assert (response.status_code, "ऐसा कोई पृष्ठ नहीं है" in response.content.decode()) == (404, True)


def test_the_page_of_a_failure_needs_neither_database_nor_session(django_assert_num_queries):
    with translation.override("en"), django_assert_num_queries(0):
        response = views.server_error(RequestFactory().get("/en/"))

    assert (response.status_code, "It is not your fault" in response.content.decode()) == (500, True)


def test_a_form_that_was_open_too_long_says_that_nothing_was_sent(client):
    request = RequestFactory().post("/en/")
    with translation.override("en"):
        response = views.csrf_failure(request)

    assert (response.status_code, "Nothing was sent" in response.content.decode()) == (403, True)


def test_the_gallery_is_served_only_where_it_is_asked_for(client, settings):
    codes = []
    for wanted in (False, True):
        settings.VIRTUALCLUSTERS_GALLERY = wanted
        codes.append(client.get("/en/gallery/").status_code)

    assert codes == [404, 200]


def test_the_worker_of_the_browser_stands_at_the_root_and_keeps_the_offline_page_of_every_language(client):
    response = client.get(reverse("service_worker"))

    assert (reverse("service_worker"), response.headers["Content-Type"]) == ("/sw.js", "text/javascript; charset=utf-8")
    assert re.findall(r"/(\w\w)/offline/", response.content.decode()) == ["en", "hi", "ur"]


def test_figures_count_only_agreements_of_the_last_thirty_days_and_open_things():
    counted = figures.count_figures(NOON - timedelta(days=1))

    assert (counted.members, counted.open_opportunities, counted.agreed, counted.shown) == (0, 0, 0, False)
