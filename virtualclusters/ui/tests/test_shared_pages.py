"""What is kept for visitors, for how long, and what is never kept."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from virtualclusters.ui import shared_pages
from virtualclusters.ui.shared_pages import MOST_KEPT, SharedPagesMiddleware

ask = RequestFactory()


@pytest.fixture
def clock(monkeypatch, settings):
    """A clock that stands until the test moves it."""
    settings.PUBLIC_PAGE_SECONDS = 1
    now = [100.0]
    monkeypatch.setattr(shared_pages, "monotonic", lambda: now[0])
    return now


def counting(make=HttpResponse):
    """A middleware over a view that counts its calls and says the count."""
    calls = []

    def view(request):
        calls.append(request)
        return make(f"{len(calls)}")

    return SharedPagesMiddleware(view), calls


def body(response):
    return response.content.decode()


def test_a_page_asked_for_twice_within_a_second_is_made_once_and_then_anew(clock):
    pages, _calls = counting()
    said = [body(pages(ask.get("/en/")))]
    clock[0] += 0.9
    said.append(body(pages(ask.get("/en/"))))
    clock[0] += 0.2
    said.append(body(pages(ask.get("/en/"))))

    assert said == ["1", "1", "2"]


@pytest.mark.parametrize(
    "headers", [{"Cookie": "a=b"}, {"Authorization": "x"}, {"HX-Request": "true"}], ids=["cookie", "key", "part"]
)
def test_whoever_sends_a_cookie_a_key_or_asks_for_a_part_is_answered_anew_and_nothing_is_kept(headers, clock):
    pages, _calls = counting()

    assert [body(pages(ask.get("/en/", headers=headers))) for _ in range(2)] == ["1", "2"]
    assert pages.kept == {}


def test_a_page_that_sets_a_cookie_or_asks_not_to_be_kept_or_is_no_page_is_never_kept(clock):
    def with_cookie(said):
        response = HttpResponse(said)
        response.set_cookie("csrftoken", "secret")
        return response

    def private(said):
        return HttpResponse(said, headers={"Cache-Control": "private"})

    def missing(said):
        return HttpResponse(said, status=404)

    def table(said):
        return HttpResponse(said, content_type="text/csv")

    for make in (with_cookie, private, missing, table):
        pages, _calls = counting(make)
        assert [body(pages(ask.get("/en/"))) for _ in range(2)] == ["1", "2"]


def test_addresses_questions_encodings_and_hosts_are_kept_apart(clock, settings):
    settings.ALLOWED_HOSTS = ["*"]
    pages, calls = counting()
    for address, headers in (
        ("/en/", {}),
        ("/hi/", {}),
        ("/en/?page=2", {}),
        ("/en/", {"Accept-Encoding": "br"}),
        ("/en/", {"Host": "other.example"}),
    ):
        pages(ask.get(address, headers=headers))

    assert len(calls) == len(pages.kept) == 5


def test_a_post_is_never_answered_from_what_is_kept(clock):
    pages, calls = counting()
    pages(ask.get("/en/"))
    pages(ask.post("/en/"))

    assert len(calls) == 2


def test_no_more_pages_are_kept_than_fit(clock):
    pages, _calls = counting()
    for number in range(MOST_KEPT + 5):
        pages(ask.get(f"/en/?page={number}"))

    assert len(pages.kept) == MOST_KEPT


def test_with_no_seconds_nothing_is_kept(clock, settings):
    settings.PUBLIC_PAGE_SECONDS = 0
    pages, _calls = counting()

    assert [body(pages(ask.get("/en/"))) for _ in range(2)] == ["1", "2"]
