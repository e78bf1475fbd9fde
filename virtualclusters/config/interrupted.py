"""A form that was sent after the session had ended: what was typed waits for its sender to sign in, and is sent with one tap."""

import json
from secrets import token_urlsafe

from django.core.cache import cache
from django.urls import Resolver404, resolve

from virtualclusters.network.verification.sealing import seal, unseal

KEPT, WAITS, LONGEST = "interrupted", 15 * 60, 10_000
"""Its name in the session, the seconds for which it waits, and its letters at most. Files are not kept."""
NEVER_KEPT = {"csrfmiddlewaretoken"}
SHORTEST_SHOWN = 12
"""Letters from which on something typed is shown before it is sent: a sentence, no number of a row."""


def keep(request):
    """Keep what a visitor sent to a page of members until she has signed in; longer things are not kept.

    It may be anything that a form asks for, a PAN too, so it lies sealed, cannot be read when its time is over, and is then removed
    (``jobs.forget_expired``).
    """
    if KEPT in request.session:
        let_go(request)
    fields = [[name, value] for name, values in request.POST.lists() if name not in NEVER_KEPT for value in values]
    if fields and sum(len(value) for _name, value in fields) <= LONGEST:
        request.session[KEPT] = token_urlsafe()
        told = json.dumps({"place": _place(request), "fields": fields})
        cache.set(_name(request), seal(told), timeout=WAITS)


def kept_for(request):
    """The fields (name, value) that wait to be sent to this address, or nothing."""
    if KEPT not in request.session:
        return []
    sealed = cache.get(_name(request))
    if sealed is None:
        let_go(request)
        return []
    told = json.loads(unseal(sealed))
    return told["fields"] if told["place"] == _place(request) else []


def let_go(request):
    """Nothing waits any longer."""
    cache.delete(_name(request))
    del request.session[KEPT]


def shown(fields):
    """What she wrote, as far as it is words."""
    return [value for _name, value in fields if len(value) >= SHORTEST_SHOWN and not value.isalnum()]


def page_above(path):
    """The nearest page above an address, for who opens one that only takes what a form sends."""
    while path.count("/") > 2:
        path = path.rstrip("/").rpartition("/")[0] + "/"
        if _leads_somewhere(path):
            break
    return path


def _name(request):
    return f"{KEPT}:{request.session[KEPT]}"


def _place(request):
    """The address without its language, which may change while she signs in."""
    return request.get_full_path().split("/", 2)[-1]


def _leads_somewhere(path):
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
