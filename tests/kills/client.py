"""A person's browser without a window: cookies, forms, and patience while the portal comes back."""

import http.client
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import Cookie, CookieJar

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
TROUBLE = (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError)
BACK_WITHIN = 60.0
"""Seconds the portal may need until it answers again after a kill, on a busy machine."""


class Client:
    """Asks until the portal answers; says whether an act was acknowledged at once or found done afterwards."""

    def __init__(self, address, session=None):
        self.address, jar = address, CookieJar()
        if session:
            jar.set_cookie(_session_cookie(session))
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        self.longest = 0.0

    def get(self, path):
        """The page's text; asked again while the portal is away."""
        return self._patiently(lambda: self._ask(path))

    def post(self, path, told, *, on=None):
        """Send a form of a page, its hidden fields included, once. None when the answer did not come or was an error."""
        hidden = dict(HIDDEN.findall(self.get(on or path)))
        wanted = {name: hidden[name] for name in ("csrfmiddlewaretoken", "once") if name in hidden}
        body = urllib.parse.urlencode({**wanted, **told}, doseq=True).encode()
        try:
            return self._ask(path, body)
        except urllib.error.HTTPError as refused:
            if refused.code >= 500:
                return None
            return refused.read().decode()
        except TROUBLE:
            return None

    def _ask(self, path, body=None):
        request = urllib.request.Request(f"{self.address}{path}", data=body)  # noqa: S310
        with self.opener.open(request, timeout=30) as answer:
            return answer.read().decode()

    def _patiently(self, ask):
        began = time.monotonic()
        while True:
            try:
                return ask()
            except TROUBLE as trouble:
                away = time.monotonic() - began
                if getattr(trouble, "code", 500) < 500 or away > BACK_WITHIN:
                    raise
                self.longest = max(self.longest, away)
                time.sleep(0.2)


def _session_cookie(value):
    where = {"domain": "localhost.local", "domain_specified": False, "domain_initial_dot": False, "path": "/"}
    rest = {"path_specified": True, "secure": False, "expires": None, "discard": True, "comment": None}
    return Cookie(0, "sessionid", value, None, False, **where, **rest, comment_url=None, rest={})
