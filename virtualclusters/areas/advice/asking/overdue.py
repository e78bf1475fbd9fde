"""Requests that nobody moves on: the job that should have asked the next adviser died, or the clock never rang. A sweep finds them."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from virtualclusters.areas.advice.asking.relay import FAILED, GOES_ON, ask_next
from virtualclusters.areas.advice.cases.queries import unit_let_go
from virtualclusters.areas.advice.models import AdviceRequest, Turn
from virtualclusters.exchange.engagements.jobs import ring
from virtualclusters.exchange.kinds.paths import BEFORE_AGREED, PUBLISHER

LEFT_LYING = timedelta(minutes=45)
"""Longer than the five tries of a job take together: until then somebody still tries."""
AT_ONCE = 100


def pick_up(*, at):
    """Let the clock ring where an adviser's time is long over, and ask the next where nobody was asked since. Safe to run twice."""
    for engagement_id in _unrung(at):
        ring(engagement_id=engagement_id, at=at)
    for request_id in _left_lying(at):
        ask_next(request_id=request_id, at=at)


def _unrung(at):
    """Engagements of requests in which the adviser has not answered long after her day."""
    waiting = Turn.objects.filter(
        engagement__phase__in=BEFORE_AGREED, engagement__turn=PUBLISHER, engagement__due_at__lte=at - LEFT_LYING
    )
    return list(waiting.order_by("engagement__due_at").values_list("engagement", flat=True)[:AT_ONCE])


def _left_lying(at):
    """Requests whose last talk ended without help, and after which nobody else was asked; not those that the unit lets rest."""
    turns = Turn.objects.filter(request=OuterRef("pk"))
    going = AdviceRequest.objects.filter(asked_at__isnull=False, ended_at=None, passed_on_at=None)
    stuck = going.filter(
        ~Exists(turns.filter(engagement__phase__in=GOES_ON)), Exists(turns.filter(engagement__phase__in=FAILED))
    )
    for request in stuck.order_by("pk")[:AT_ONCE]:
        last = request.turns.filter(engagement__phase__in=FAILED).order_by("engagement__ended_at", "pk").last()
        if last.engagement.ended_at <= at - LEFT_LYING and not unit_let_go(last.engagement_id):
            yield request.pk
