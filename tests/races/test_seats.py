"""The last seats of a class, under fifty at once: through the verbs, and over HTTP against a real server of several processes."""

import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connections

from virtualclusters.areas.trainings.models import Attendee
from virtualclusters.areas.trainings.operations import booking
from virtualclusters.areas.trainings.tests.classes import NOW, make_booking, make_class, make_comer
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.exchange.engagements.jobs import place_in_queue
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.models import Opportunity

pytestmark = pytest.mark.races

COMERS, SEATS = 50, 7
WEB_PROCESSES = 4
TOKEN = "a" * 32


def _all_at_once(acts):
    """Run each in a thread of its own, released together; each closes its own connection."""
    start = threading.Barrier(len(acts))

    def run(work):
        start.wait()
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def _standing(opportunity):
    """(seats taken, bookings that have a place, places in the queue in order)."""
    taken = Opportunity.objects.get(pk=opportunity.pk).places_taken
    bookings = list(Engagement.objects.filter(opportunity=opportunity).order_by("waiting_since", "pk"))
    queue = [place for one in bookings if (place := place_in_queue(one))]
    return taken, sum(one.phase == Phase.AGREED for one in bookings), queue


def test_fifty_at_once_for_seven_seats_seat_seven_and_queue_the_rest_in_order(committing_database):
    opportunity, _trainer = make_class(places=SEATS)
    comers = [make_comer() for _ in range(COMERS)]

    _all_at_once([lambda comer=comer: make_booking(opportunity, "Asha", comer=comer) for comer in comers])
    run_jobs()

    assert _standing(opportunity) == (SEATS, SEATS, list(range(1, COMERS - SEATS + 1)))


def test_fifty_at_once_with_one_to_three_people_never_pass_the_seats_and_the_counter_is_the_sum(committing_database):
    opportunity, _trainer = make_class(places=20)
    comers = [(make_comer(), ["A", "B", "C"][: 1 + number % 3]) for number in range(COMERS)]

    _all_at_once([lambda c=comer, n=names: make_booking(opportunity, *n, comer=c) for comer, names in comers])
    run_jobs()

    taken, _seated, queue = _standing(opportunity)
    held = Attendee.objects.filter(engagement__opportunity=opportunity, engagement__phase=Phase.AGREED).count()
    assert (taken <= 20, taken, len(queue) > 0) == (True, held, True)


def test_leaving_and_booking_at_once_loses_no_seat_and_leaves_nobody_waiting_before_a_free_one(committing_database):
    opportunity, _trainer = make_class(places=10)
    seated = [make_booking(opportunity, "Asha") for _ in range(10)]
    comers = [make_comer() for _ in range(15)]

    leaving = [lambda e=e, o=o: booking.leave(engagement_id=e.pk, actor=o, at=NOW) for e, o in seated]
    _all_at_once(leaving + [lambda c=comer: make_booking(opportunity, "Ravi", comer=c) for comer in comers])
    run_jobs()

    assert _standing(opportunity) == (10, 10, [1, 2, 3, 4, 5])


def test_fifty_browsers_at_once_over_http_never_oversell(committing_database, postgres_server, tmp_path):
    opportunity, _trainer = make_class(places=SEATS)
    sessions = [_session_of(make_comer()[1].person) for _ in range(COMERS)]
    address = postgres_server.url(database=committing_database)

    with _server(address, tmp_path) as port:
        pages = _all_at_once([lambda key=key: _book(port, opportunity.pk, key) for key in sessions])
    run_jobs()

    assert _standing(opportunity) == (SEATS, SEATS, list(range(1, COMERS - SEATS + 1)))
    assert sum("You have a place" in page for page in pages) == SEATS
    told = [int(found[1]) for page in pages if (found := re.search(r"Your place in the queue: (\d+)", page))]
    assert len(told) == COMERS - SEATS


def _session_of(person):
    """The cookie of a browser in which the person is signed in."""
    store = SessionStore()
    store[SESSION_KEY], store[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
    store[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    store.create()
    return store.session_key


def _book(port, training, session_key):
    """Send the booking form as a browser does; the page it ends on."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/en/trainings/{training}/book/",
        data=f"csrfmiddlewaretoken={TOKEN}&name_1=Asha+Sample".encode(),
        headers={"Cookie": f"sessionid={session_key}; csrftoken={TOKEN}"},
    )
    keeper = urllib.request.build_opener(_SameCookies())
    with keeper.open(request, timeout=60) as answer:
        return answer.read().decode()


class _SameCookies(urllib.request.HTTPRedirectHandler):
    """Follows the redirect after the form with the cookies it was sent with."""

    def redirect_request(self, request, *rest):
        following = super().redirect_request(request, *rest)
        following.add_header("Cookie", request.get_header("Cookie"))
        return following


@contextmanager
def _server(database_url, state):
    """The portal's own web server in four processes on a free port, until the test is done."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    environment = os.environ | {
        "VIRTUALCLUSTERS_STATE": str(state),
        "VIRTUALCLUSTERS_DEBUG": "true",  # pages without the built assets' list
        "SECRET_KEY": settings.SECRET_KEY,
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "virtualclusters.config.settings",
    }
    web = subprocess.Popen(_command(port), env=environment)
    try:
        _wait_until_it_answers(port)
        yield port
    finally:
        web.terminate()
        web.wait(timeout=30)


def _command(port):
    shape = ["--interface", "wsgi", "--workers", str(WEB_PROCESSES), "--blocking-threads", "1", "--no-ws"]
    address = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    return [sys.executable, "-m", "granian", *shape, *address, "virtualclusters.config.wsgi:application"]


def _wait_until_it_answers(port):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/en/trainings/", timeout=30).close()
            return
        except urllib.error.URLError:
            time.sleep(0.2)
    raise AssertionError("The web server did not answer within a minute.")
