"""Looks into the killed portal's database: ``offer`` gives the offer and its seller's session, ``kept`` what stands in the end."""

import json
import sys
from collections import Counter

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import connection  # noqa: E402

from tests.kills.names import NEWCOMER  # noqa: E402
from virtualclusters.capabilities.events.models import Event  # noqa: E402
from virtualclusters.capabilities.messaging.models import OutboxMessage  # noqa: E402
from virtualclusters.config.samples.making import actor_of, unit_of  # noqa: E402
from virtualclusters.exchange.engagements.models import Engagement  # noqa: E402
from virtualclusters.exchange.opportunities.models import Opportunity  # noqa: E402
from virtualclusters.exchange.outcomes.models import Measure  # noqa: E402
from virtualclusters.network.organisations.models import Organisation  # noqa: E402

SELLER = "laboratory"
UNFINISHED = "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND (scheduled_at IS NULL OR scheduled_at <= now())"


def offer():
    """An offer that many may ask for, and a session of its seller."""
    seller = actor_of(SELLER).person
    session = SessionStore()
    session[SESSION_KEY] = str(seller.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = seller.get_session_auth_hash()
    session.create()
    found = Opportunity.objects.filter(unit=unit_of(SELLER), kind="offer").earliest("pk")
    return {"offer": found.pk, "session": session.session_key}


def kept():
    """Per newcomer how often she stands, her acts in order and her figures; messages that left twice; jobs that still wait."""
    firms = Counter(Organisation.objects.filter(name__startswith=NEWCOMER).values_list("name", flat=True))
    talks = Engagement.objects.filter(lead__organisation__name__startswith=NEWCOMER).select_related(
        "lead__organisation"
    )
    told = Counter(OutboxMessage.objects.filter(is_secret=False).values_list("address", "text"))
    with connection.cursor() as cursor:
        cursor.execute(UNFINISHED)
        waiting = cursor.fetchone()[0]
    return {
        "firms": dict(firms),
        "acts": {talk.lead.organisation.name: _acts(talk) for talk in talks},
        "twice": [list(message) for message, times in told.items() if times > 1],
        "messages": sum(told.values()),
        "waiting": waiting,
    }


def _acts(talk):
    events = (
        Event.objects.filter(subject="engagement", subject_id=talk.pk).order_by("pk").values_list("code", flat=True)
    )
    said = Measure.objects.filter(engagement=talk, value__isnull=False).order_by("pk")
    acts = [code for code in events if code.startswith("engagement.") and code != "engagement.said"]
    return {"events": acts, "phase": talk.phase, "said": [float(one.value) for one in said]}


if __name__ == "__main__":
    json.dump({"offer": offer, "kept": kept}[sys.argv[1]](), sys.stdout)
