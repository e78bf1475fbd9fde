"""A gateway that fails several times in a row rests for a while: nobody waits for it meanwhile, and nothing is thrown at it."""

from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db.models import F

from virtualclusters.capabilities.messaging.gateways import NotSent, Rejected
from virtualclusters.capabilities.messaging.models import GatewayHealth

log = structlog.get_logger(__name__)


def resting_until(channel, *, at) -> datetime | None:
    """Until when a channel's gateway rests; None when it may be used."""
    rests = GatewayHealth.objects.filter(channel=channel, resting_until__gt=at)
    return rests.values_list("resting_until", flat=True).first()


def unless_resting(channel, hand_over, *, at):
    """Do ``hand_over()`` and return its receipt; the outcome counts. After a rest the first message tries the gateway again.

    A message that the provider will not take says nothing about the gateway: it is no failure of it.

    Raises:
        NotSent: the gateway rests. What ``hand_over`` raises is raised on.
    """
    if until := resting_until(channel, at=at):
        raise NotSent(f"the gateway rests until {until.isoformat()}")
    try:
        receipt = hand_over()
    except Rejected:
        raise
    except Exception:
        _failed(channel, at)
        raise
    GatewayHealth.objects.filter(channel=channel, failures__gt=0).update(failures=0, resting_until=None)
    return receipt


def _failed(channel, at):
    GatewayHealth.objects.get_or_create(channel=channel)
    GatewayHealth.objects.filter(channel=channel).update(failures=F("failures") + 1)
    tired = GatewayHealth.objects.filter(channel=channel, failures__gte=settings.SMS_FAILURES_BEFORE_REST)
    until = at + timedelta(minutes=settings.SMS_REST_MINUTES)
    if tired.update(resting_until=until):
        log.warning("gateway_rests", channel=str(channel), until=until.isoformat())
