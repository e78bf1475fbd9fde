"""Who looks at which page: sessions of sample people, and the twenty main pages with real ids. Prints one JSON object."""

import json
import sys
from dataclasses import asdict, dataclass

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.urls import reverse  # noqa: E402

from virtualclusters.accounts.models import Person  # noqa: E402
from virtualclusters.config.samples.making import organisation_of, unit_of  # noqa: E402
from virtualclusters.config.samples.rooms import SLUG  # noqa: E402
from virtualclusters.config.samples.tables import table  # noqa: E402
from virtualclusters.exchange.engagements.models import Engagement  # noqa: E402
from virtualclusters.exchange.opportunities.models import Opportunity  # noqa: E402
from virtualclusters.network.organisations.models import Unit  # noqa: E402

PUBLIC, OWNER, BOARD, DESK, FACILITATOR = "public", "owner", "board", "desk", "facilitator"


@dataclass(frozen=True)
class Page:
    """A page to measure. ``reader`` is one of the above."""

    name: str
    url: str
    reader: str


def main():
    """The pages and a session key a reader."""

    sessions = {
        OWNER: session_of("+916000000001"),
        DESK: session_of("+916000000061"),
        BOARD: session_of("+916000000001"),
        FACILITATOR: session_of("+916000000062"),
    }
    counts = {"units": Unit.objects.count(), "opportunities": Opportunity.objects.count()}
    json.dump({"pages": [asdict(page) for page in _pages()], "sessions": sessions, **counts}, sys.stdout)


def _pages():

    maker, unit = organisation_of("spice"), unit_of("honey")
    talk = Engagement.objects.filter(lead=unit, phase="under_way").order_by("pk").first()
    listed = [
        ("front page", PUBLIC, reverse("home")),
        ("sign in", PUBLIC, reverse("account_login")),
        ("directory", PUBLIC, reverse("directory")),
        ("directory search", PUBLIC, f"{reverse('directory')}?q=honey"),
        ("organisation", PUBLIC, reverse("organisation", args=[maker.pk])),
        ("opportunities", PUBLIC, reverse("opportunities")),
        ("opportunity search", PUBLIC, f"{reverse('opportunities')}?q=masala+grinder"),
        ("offer", PUBLIC, _shown("offer", "catalogue")),
        ("tender", PUBLIC, _shown("tender", "tenders")),
        ("trainings", PUBLIC, reverse("trainings")),
        ("purchase plans", PUBLIC, reverse("purchase_plans")),
        ("cluster", PUBLIC, reverse("cluster", args=[SLUG])),
        ("for you", OWNER, reverse("for_you")),
        ("workspace", OWNER, reverse("workspace")),
        ("profile: what you make", OWNER, reverse("profile_part", args=[unit.pk, "products"])),
        ("talks", OWNER, reverse("engagements")),
        ("one talk", OWNER, reverse("engagement", args=[talk.pk])),
        ("cluster room", BOARD, reverse("cluster_room", args=[SLUG])),
        ("verification queue", DESK, reverse("desk_verification")),
        ("cluster health", FACILITATOR, reverse("cluster_health", args=[SLUG])),
    ]
    return [Page(name, url, reader) for name, reader, url in listed]


def _shown(kind, name):

    title = next(row["title"] for row in table(name) if row.get("kind", kind) == kind)
    return reverse("opportunity", args=[Opportunity.objects.get(kind=kind, title=title).pk])


def session_of(phone):
    """A signed-in session of a sample person."""

    person = Person.objects.get(phone=phone)
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return session.session_key


if __name__ == "__main__":
    main()
