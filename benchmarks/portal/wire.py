"""What a browser fetches at a first visit, counted as it is sent: bodies, compressed with brotli where the server offers it."""

import http.client
import re
import threading
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import brotli

HEADERS = {"Accept-Encoding": "br", "Accept-Language": "en", "User-Agent": "benchmark", "Accept": "text/html"}
LINKS_FETCHED = {"stylesheet", "icon", "manifest", "preload", "modulepreload"}
IN_STYLES = re.compile(rb"url\(\s*['\"]?([^)'\"]+)")


class _Fetched(HTMLParser):
    """Addresses that a browser with scripts fetches by itself for a page: styles, icon, manifest, scripts, pictures."""

    def __init__(self):
        super().__init__()
        self.styles, self.others, self.icons = [], [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        rel = set((given.get("rel") or "").split())
        if tag == "link" and rel & LINKS_FETCHED:
            kept = self.styles if "stylesheet" in rel else self.icons if "icon" in rel else self.others
            kept.append(given["href"])
        elif tag in ("script", "img") and given.get("src") and given.get("loading") != "lazy":
            self.others.append(given["src"])


@dataclass(frozen=True)
class Weight:
    """Bytes as sent, and how many requests a first visit makes (the page itself included)."""

    html: int
    critical: int
    total: int
    requests: int


class Visitor:
    """One browser without a cache of its own."""

    def __init__(self, address, session=None):
        self.host = urlsplit(address).netloc
        self.headers = HEADERS | ({"Cookie": f"sessionid={session}"} if session else {})
        self.connection = http.client.HTTPConnection(self.host, timeout=60)
        self._sizes = {}

    def get(self, path):
        """The body as sent.

        Raises:
            SystemExit: the page does not answer 200.
        """
        self.connection.request("GET", path, headers=self.headers)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path} answers {answer.status}")
        return body, answer.headers.get("Content-Encoding", "")

    def weigh(self, path):
        """What a first visit to a page costs. Only one icon is fetched, as browsers do."""
        body, encoding = self.get(path)
        parser = _Fetched()
        parser.feed(_plain(body, encoding).decode())
        styles = {urljoin(path, address) for address in parser.styles}
        others = {urljoin(path, address) for address in [*parser.others, *parser.icons[:1]]}
        critical = len(body) + sum(self._size(style) for style in styles)
        within = {one for style in styles for one in self._named_in(style)}
        rest = (others | within) - styles
        total = critical + sum(self._size(one) for one in rest)
        return Weight(len(body), critical, total, 1 + len(styles) + len(rest))

    def _size(self, path):
        if path not in self._sizes:
            self._sizes[path] = self.get(path)
        return len(self._sizes[path][0])

    def _named_in(self, style):
        """Addresses in a style sheet; a picture or font counts although many pages never need it."""
        self._size(style)
        plain = _plain(*self._sizes[style])
        return {
            urljoin(style, found.decode())
            for found in IN_STYLES.findall(plain)
            if not found.startswith((b"data:", b"#"))
        }

    def times(self, path, runs):
        """Milliseconds of so many requests one after the other."""
        return [self._timed(path) for _ in range(runs)]

    def _timed(self, path):
        began = time.perf_counter()
        self.get(path)
        return (time.perf_counter() - began) * 1000


def requests_a_second(address, path, session, *, seconds, at_once=4):
    """How many requests a second a server answers to so many visitors at once."""
    done, until = [], time.perf_counter() + seconds
    visitors = [threading.Thread(target=_ask_until, args=(address, path, session, until, done)) for _ in range(at_once)]
    began = time.perf_counter()
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    return sum(done) / (time.perf_counter() - began)


def _ask_until(address, path, session, until, done):
    visitor, count = Visitor(address, session), 0
    while time.perf_counter() < until:
        visitor.get(path)
        count += 1
    done.append(count)


def _plain(body, encoding):
    if encoding != "br":
        return body
    return brotli.decompress(body)
