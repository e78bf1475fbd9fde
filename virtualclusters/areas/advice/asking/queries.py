"""Reads of requests: a unit's own, one with its chain, those that wait for a facilitator."""

from django.db.models import Exists, OuterRef

from virtualclusters.areas.advice.models import AdviceRequest, Turn
from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.clusters.models import ClusterMembership


def requests_of(actor, permission=ExchangePermission.ENGAGEMENT_READ):
    """The requests of the actor's units, the newest first."""
    own = AdviceRequest.objects.filter(unit__organisation__in=actor.organisations_where(permission))
    return own.select_related("unit__organisation", "need").order_by("-created_at", "-pk")


def request_for(actor, pk, permission=ExchangePermission.ENGAGEMENT_READ):
    """One request of the actor's units.

    Raises:
        NotFound: there is none, or it is another's.
    """
    found = requests_of(actor, permission).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def turns_of(request):
    """Its advisers in order, with their engagements. One query."""
    rows = Turn.objects.filter(request=request).select_related(
        "opportunity__unit__organisation", "opportunity__adviser", "engagement"
    )
    return rows.order_by("place")


def asked_now(requests) -> dict[int, Turn]:
    """The turn that lives, or the last one that was asked, by request. One query."""
    rows = Turn.objects.filter(request__in=requests, engagement__isnull=False)
    rows = rows.select_related("engagement", "opportunity__unit__organisation").order_by(
        "request", "engagement__opened_at"
    )
    found: dict[int, Turn] = {}
    for turn in rows:
        if (
            turn.request_id not in found
            or turn.engagement.phase in LIVE
            or found[turn.request_id].engagement.phase not in LIVE
        ):
            found[turn.request_id] = turn
    return found


def requests_overseen(actor):
    """Requests that nobody took and that wait for a facilitator, the oldest first; the administrator's people see all."""
    live = Turn.objects.filter(request=OuterRef("pk"), engagement__phase__in=LIVE)
    waiting = AdviceRequest.objects.filter(~Exists(live), passed_on_at__isnull=False, ended_at=None)
    if ExchangePermission.ENGAGEMENT_OVERSEE not in actor.permissions:
        hers = actor.clusters_where(ExchangePermission.ENGAGEMENT_OVERSEE)
        sits = ClusterMembership.objects.filter(unit=OuterRef("unit"), cluster__in=hers, left_at=None)
        waiting = waiting.filter(Exists(sits))
    return waiting.select_related("unit__organisation").order_by("passed_on_at", "pk")
