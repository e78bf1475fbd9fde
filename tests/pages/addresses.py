"""Which address stands for each page, and who looks at it: a process of its own on the portal's database; prints JSON.

Every route of the root resolver is asked as the sample people who may reach it, with sample rows of their own, until it answers
with a page. ``{"pages": [{"name", "path", "person", "status", "queries", "bytes"}], "sessions": {person: cookie}}``; ``bytes`` are
those of its HTML, compressed with brotli.
"""

import json
import sys
from collections.abc import Iterator
from itertools import islice

import django

TRIES = 4
NEVER_A_PAGE = {405}
FEW_QUERIES = 8
"""Who asks more at first sight is looked at again: the first who comes pays for what the process keeps."""
NEWCOMER = "+916000099999"
MADE_FOR = {"my_project": "Student", "my_teams": "FacultyMember"}
"""Pages of people who have no organisation, with the rows that know them."""


def main() -> None:
    """Find them all and print them."""
    from django.conf import settings

    from tests.attacks.routes import routes
    from virtualclusters.accounts.models import Person
    from virtualclusters.network.actors import actor_for

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    settings.DEBUG = False
    newcomer = _newcomer()
    people = [*Person.objects.filter(is_sample=True, phone__isnull=False).order_by("phone"), newcomer]
    everybody = {None: None} | {person: actor_for(person) for person in people}
    clients = {}
    found = [_page_of(route, everybody, clients) for route in routes()]
    sessions = {_name(person): _cookie(client) for person, client in clients.items() if person}
    json.dump({"pages": found, "sessions": sessions}, sys.stdout)


def _page_of(route, everybody, clients):
    """The first sight of a route that is a page; else what it answered first."""
    first = None
    for person, path in islice(_ways(route, everybody), TRIES):
        seen = _look(route.name, path, person, clients)
        if seen["page"] or seen["status"] in NEVER_A_PAGE:
            return seen
        first = first or seen
    return first or {"name": route.name, "path": "", "person": "", "status": 0, "queries": 0, "page": False, "bytes": 0}


def _look(name, path, person, clients):
    client = clients.get(person) or clients.setdefault(person, _client(person))
    response, queries = _asked(client, path)
    is_page = response.status_code == 200 and response["Content-Type"].startswith("text/html")
    if is_page and queries > FEW_QUERIES:
        response, queries = _asked(client, path)
    said = {"status": response.status_code, "queries": queries, "page": is_page}
    sent = len(response.content) if is_page else 0
    return {"name": name, "path": path, "person": _name(person), **said, "bytes": sent}


def _asked(client, path):
    """The answer and how many queries it took."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as counted:
        response = client.get(path, headers={"accept-encoding": "br"})
    return response, len(counted)


def _ways(route, everybody) -> Iterator[tuple]:
    """(person, path) worth a try: rows with their owners when the address names a row, else whoever may reach it."""
    from tests.pages.owners import owners_of

    allowed = [person for person, actor in everybody.items() if route.may_reach(actor)]
    if not route.rows:
        yield from ((person, route.address(None)) for person in _in_order(route, allowed))
        return
    for side, people in owners_of(route.rows):
        if path := route.address(side):
            chosen = [person for person in allowed if people is None or (person and person.pk in people)]
            yield from ((person, path) for person in chosen[:2])


def _in_order(route, people):
    """A visitor first, then who has an organisation; in registration who has none yet; first of all those the page is made for."""
    if route.name in MADE_FOR:
        made_for = _people_of(MADE_FOR[route.name])
        return sorted(people, key=lambda one: one is None or one.pk not in made_for)
    newcomer_first = route.name.startswith("join")
    return sorted(
        people, key=lambda one: (one is not None, ((one is not None) and one.phone == NEWCOMER) != newcomer_first)
    )


def _people_of(model):
    from django.apps import apps

    return set(apps.get_model("student_projects", model).objects.values_list("person", flat=True))


def _newcomer():
    """Somebody who stands before the last page of registration."""
    from django.utils import timezone

    from virtualclusters.accounts.models import Person
    from virtualclusters.pages.joining import progress

    person = Person.objects.filter(phone=NEWCOMER).first()
    if person is None:
        person = Person.objects.create_user(phone=NEWCOMER, name="Nina Newcomer")
    told = {"owner_name": "Nina Newcomer", "name": "Nina Pickles", "pin": "411001", "words": "mango pickle"}
    progress.keep(person, at=timezone.now(), **told, needs_words="", tapped=[], needs=[])
    return person


def _client(person):
    from django.test import Client

    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _cookie(client):
    return client.cookies["sessionid"].value


def _name(person):
    return person.phone if person else ""


if __name__ == "__main__":
    django.setup()
    main()
