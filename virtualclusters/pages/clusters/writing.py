"""The facilitator's one next step: let the portal write a registered text to those concerned, once a week at most."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import people_of, people_of_organisations
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import to_ist
from virtualclusters.pages.clusters import state_of_health
from virtualclusters.pages.clusters.notices import NEED_WAITS, NOBODY_ANSWERED, SILENT, STUCK

MOST_AT_ONCE = 500
"""So many are written to in one act; who is left stands first the next time."""


@transaction.atomic
def write_to(*, about, cluster, actor, at):
    """Write to those whom one part of the health page lists, and return to how many.

    Raises:
        NotFound: there is no such part.
        Refused: nobody is left to write to.
    """
    if about not in _PARTS:
        raise NotFound
    count = _PARTS[about](cluster, actor, at)
    if not count:
        raise Refused("nobody_to_write_to", _("Nobody is on this list any more."))
    record(f"cluster.wrote_{about}", actor=actor, at=at, subject="cluster", subject_id=cluster.pk, people=count)
    return count


def _silent(cluster, actor, at):
    units = [row.unit for row in state_of_health.silent_members(cluster, at=at)[:MOST_AT_ONCE]]
    people = people_of_organisations({unit.organisation_id for unit in units})
    _notify(people, SILENT, {"cluster": cluster.slug}, at, about=f"/clusters/{cluster.slug}/room/", of=cluster.pk)
    return len(people)


def _needs(cluster, actor, at):
    needs = state_of_health.unmet_needs(cluster, at=at)[:MOST_AT_ONCE]
    people = people_of_organisations({need.unit.organisation_id for need in needs})
    _notify(people, NEED_WAITS, {"cluster": cluster.slug}, at, about="/needs/", of=cluster.pk)
    return len(people)


def _unanswered(cluster, actor, at):
    told = set()
    for row in state_of_health.unanswered(cluster, at=at)[:MOST_AT_ONCE]:
        people = people_of_organisations({row.unit.organisation_id})
        _notify(people, NOBODY_ANSWERED, {"title": row.title}, at, about=f"/opportunities/{row.pk}/", of=row.pk)
        told |= people
    return len(told)


def _stuck(cluster, actor, at):
    seen = state_of_health.stuck(cluster, actor, at=at)[:MOST_AT_ONCE]
    told = set()
    for row in Engagement.objects.filter(pk__in=[one["id"] for one in seen]).select_related("opportunity"):
        people = people_of(row, side=row.turn)
        _notify(people, STUCK, {"title": row.opportunity.title}, at, about=f"/talks/{row.pk}/", of=row.pk)
        told |= set(people)
    return len(told)


def _notify(people, key, variables, at, *, about, of):
    year, week, _day = to_ist(at).isocalendar()
    occasion = f"{key}:{of}:{year}-{week}"
    notify(people_ids=list(people), key=key, variables=variables, at=at, about=about, dedupe_key=occasion)


_PARTS = {"silent": _silent, "needs": _needs, "unanswered": _unanswered, "stuck": _stuck}
