"""A form that was sent after the session had ended: what was typed waits for its sender to sign in, and is sent with one tap."""

from datetime import timedelta

from django.urls import Resolver404, resolve
from django.utils import timezone

KEPT, WAITS, LONGEST = "interrupted", timedelta(minutes=15), 10_000
"""Its name in the session, how long it waits there, and its letters at most. Files are not kept."""
NEVER_KEPT = {"csrfmiddlewaretoken"}
SHORTEST_SHOWN = 12
"""Letters from which on something typed is shown before it is sent: a sentence, no number of a row."""


def keep(request):
    """Keep what a visitor sent to a page of members until she has signed in; longer things are not kept."""
    fields = [[name, value] for name, values in request.POST.lists() if name not in NEVER_KEPT for value in values]
    if fields and sum(len(value) for _name, value in fields) <= LONGEST:
        until = (timezone.now() + WAITS).timestamp()
        request.session[KEPT] = {"place": _place(request), "fields": fields, "until": until}


def kept_for(request):
    """The fields (name, value) that wait to be sent to this address, or nothing."""
    told = request.session.get(KEPT)
    if told is None or told["place"] != _place(request) or told["until"] < timezone.now().timestamp():
        return []
    return told["fields"]


def let_go(request):
    """Nothing waits any longer."""
    request.session.pop(KEPT, None)


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


def _place(request):
    """The address without its language, which may change while she signs in."""
    return request.get_full_path().split("/", 2)[-1]


def _leads_somewhere(path):
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
