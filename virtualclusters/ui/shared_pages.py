"""A page that is the same for every visitor is made once a second, however many ask for it.

It is kept in the memory of a web process, as it was sent. A request that carries any cookie is answered anew, and so is every
page that sets one: nothing of a person is ever kept (docs/decisions/a-visitors-page-is-kept-for-a-second.md).
"""

from collections import OrderedDict
from dataclasses import dataclass
from time import monotonic

from django.conf import settings
from django.http import HttpResponse

MOST_KEPT = 200
ANSWERED_ANEW = ("Authorization", "HX-Request", "Range")
LARGEST = 100_000
"""Bytes as sent; a page of ours has some 5,000."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A response as it was sent, and until when it may be sent again (seconds of the process's own clock)."""

    until: float
    content: bytes
    headers: dict[str, str]


class SharedPagesMiddleware:
    """Answers visitors without cookies with what was made within ``PUBLIC_PAGE_SECONDS``; 0 keeps nothing."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.kept: OrderedDict[tuple, _Kept] = OrderedDict()

    def __call__(self, request):
        if not _may_share(request):
            return self.get_response(request)
        key = _key(request)
        found = self.kept.get(key)
        if found and found.until > monotonic():
            return HttpResponse(found.content, headers=found.headers)
        response = self.get_response(request)
        if _is_shareable(response):
            self._keep(key, response)
        return response

    def _keep(self, key, response):
        until = monotonic() + settings.PUBLIC_PAGE_SECONDS
        self.kept.pop(key, None)
        self.kept[key] = _Kept(until, response.content, dict(response.headers))
        if len(self.kept) > MOST_KEPT:
            self.kept.popitem(last=False)


def _may_share(request) -> bool:
    plain = not request.COOKIES and not any(name in request.headers for name in ANSWERED_ANEW)
    return settings.PUBLIC_PAGE_SECONDS > 0 and request.method == "GET" and plain


def _key(request) -> tuple:
    """What the answer depends on. The language stands in the address; without one there, browsers say which they like."""
    told = request.headers
    likes = told.get("Accept-Language", "") if request.path == "/" else ""
    return request.scheme, told.get("Host", ""), request.get_full_path(), told.get("Accept-Encoding", ""), likes


def _is_shareable(response) -> bool:
    if response.status_code != 200 or response.streaming or response.cookies:
        return False
    is_page = response.get("Content-Type", "").startswith("text/html")
    asks_not_to = "no-store" in response.get("Cache-Control", "") or "private" in response.get("Cache-Control", "")
    return is_page and not asks_not_to and len(response.content) <= LARGEST
