"""Walks the matrix once: every route, GET and POST, each person, own, another organisation's and nobody's rows."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

from django.db import connection, transaction
from django.test import Client

from tests.attacks.footprint import Writes, digest, rows_of
from tests.attacks.leaks import body_of, secrets_in
from tests.attacks.routes import MEANT_FOR_OTHERS, Route, routes
from tests.attacks.world import Side, client_of

OWN, FOREIGN, MISSING = "own", "foreign", "missing"
FEW = 2
_CHANGING = re.compile(
    r'name="(?:csrfmiddlewaretoken|once)" value="[^"]*"|value="[^"]*" name="(?:csrfmiddlewaretoken|once)"'
)


@dataclass(frozen=True)
class Cell:
    """One request and what came of it.

    Attributes:
        whose: own, foreign or missing rows stand in the address; "" when it has none.
        allowed: the declared policy lets this person in.
        answer: status, where it leads and a digest of the body, with ids and tokens blanked.
        secrets: names of the other organisation's secrets seen in the body.
        changed: labels of tables in which rows of the other organisation changed.
    """

    person: str
    route: Route
    method: str
    whose: str
    allowed: bool
    status: int
    leads_to: str
    answer: tuple
    secrets: tuple
    changed: tuple

    def __str__(self):
        seen = f" sees {', '.join(self.secrets)}" if self.secrets else ""
        done = f" changed {', '.join(self.changed)}" if self.changed else ""
        return f"{self.person} {self.method} {self.route.name} ({self.whose or 'no'} rows): {self.status}{seen}{done}"


class Walk:
    """All requests of all people. Each is undone before the next, so that every cell meets the same world."""

    def __init__(self, other: Side, *, everything: bool):
        """Without ``everything``, each route is walked by the first ``FEW`` who may reach it and have such rows, who may and have
        none, and who may not.

        Rows that nobody has are then asked for by the first who may.
        """
        self.other = other
        self.everything = everything
        self._compared = set()
        self._walked = Counter()
        self.watched = rows_of(other.actor.organisation, other.actor.person)
        self.before = digest(self.watched)

    def of(self, person: str, side: Side | None) -> Iterator[Cell]:
        """The cells of one person. ``side`` is None for a visitor."""
        actor = side.actor if side else None
        client = client_of(actor)
        for route in routes():
            allowed = route.may_reach(actor)
            if not self._is_wanted(route, allowed, side):
                continue
            for whose, address in self._addresses(route, side, allowed):
                for method in self._methods(allowed):
                    yield self._cell(person, client, route, method, whose, address, allowed)

    def _is_wanted(self, route, allowed, side):
        """Whether few enough of them walked it before; visitors walk everywhere."""
        if self.everything or side is None:
            return True
        alike = route.name, allowed, bool(allowed and route.address(side))
        self._walked[alike] += 1
        return self._walked[alike] <= FEW

    def _methods(self, allowed):
        """Who is not let in is turned away before the method is looked at: once is enough unless everything is walked."""
        return ("GET", "POST") if allowed or self.everything else ("POST",)

    def _addresses(self, route, side, allowed):
        if not route.rows:
            return [("", route.address(self.other))]
        found = [(FOREIGN, route.address(self.other))]
        if allowed:
            found.append((OWN, route.address(side) if side else None))
        if allowed and (self.everything or route.name not in self._compared):
            self._compared.add(route.name)
            found.append((MISSING, route.address(self.other, missing=True)))
        return [(whose, address) for whose, address in found if address]

    def _cell(self, person, client, route, method, whose, address, allowed):
        with _undone(client):
            writes = Writes()
            with connection.execute_wrapper(writes):
                response = client.generic(method, address, **_sent(method, self._body(address)))
                text = body_of(response)
            changed = self._changed(writes, route)
        leads_to = response.get("Location", "")
        return Cell(
            person=person,
            route=route,
            method=method,
            whose=whose,
            allowed=allowed,
            status=response.status_code,
            leads_to=leads_to,
            answer=(response.status_code, *_blank(address, leads_to, text)),
            secrets=tuple(secrets_in(text)),
            changed=changed,
        )

    def _changed(self, writes, route):
        if route.name in MEANT_FOR_OTHERS:
            return ()
        now = digest({model: ids for model, ids in self.watched.items() if model._meta.db_table in writes.tables})
        return tuple(label for label, seen in now.items() if seen != self.before[label])

    def _body(self, _address):
        """A body that names the other organisation's rows wherever a form might take one."""
        other = self.other
        return {
            "unit": other.unit.pk,
            "organisation": other.actor.organisation_id,
            "person": other.actor.person_id,
            "student": other.rows["student"].pk,
            "session": other.rows["session"].pk if "session" in other.rows else 1,
            "search": other.rows["search"].pk,
            "opportunity": other.rows["draft"].pk,
            "here": other.rows["comer"].pk,
            "role": "owner",
            "words": "Words of a stranger",
            "title": "Title of a stranger",
            "name": "Stranger",
            "value": "5",
            "would_again": "yes",
            "frequency": "daily",
            "verb": "approve",
            "pin": "411001",
            "next": "https://elsewhere.example/",
        }


@contextmanager
def _undone(client: Client):
    """Roll back what one request did, in the database and in the browser's cookies."""
    kept = client.cookies.copy()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = kept


def _sent(method, body):
    if method == "GET":
        return {}
    encoded = "&".join(f"{name}={value}" for name, value in body.items()).replace(" ", "+")
    return {"data": encoded, "content_type": "application/x-www-form-urlencoded"}


def _blank(address, leads_to, text):
    """Where it leads and a digest of the body, without what the address itself brings in and without tokens."""
    path = address.removeprefix("/en")
    ids = [f"/{part}/" for part in path.split("/") if part.isdecimal()]
    text = _CHANGING.sub("", text)
    for own in [path, *ids]:
        leads_to, text = leads_to.replace(own, "#"), text.replace(own, "#")
    return leads_to, sha256(text.encode()).hexdigest()
