"""The relay: one adviser is asked at a time. Her silence or no leads to the next; three of them widen the search."""

from django.db import transaction
from django.db.models import Max

from virtualclusters.accounts.models import Person
from virtualclusters.areas.advice import telling
from virtualclusters.areas.advice.asking.shortlist import everyone, shortlist
from virtualclusters.areas.advice.models import AdviceRequest, Case, Turn
from virtualclusters.areas.advice.models.choices import Reach
from virtualclusters.areas.advice.rules import REFUSALS_BEFORE_WIDENING, answer_due, wider
from virtualclusters.capabilities.events.recording import record
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.engagements.people import people_of_organisations
from virtualclusters.exchange.kinds.paths import LIVE, Phase
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import actor_for

FAILED = (Phase.DECLINED, Phase.LAPSED, Phase.WITHDRAWN)
GOES_ON = (*LIVE, Phase.CLOSED)


@transaction.atomic
def ask_next(*, request_id, at, by_unit=False):
    """Ask the next adviser of a request, and return her turn; None when somebody is asked already or nobody is left.

    The request's row is locked, so that two clocks ask one. Three refusals or lapses, or the end of the list, widen the reach:
    farther away, then from anywhere by phone or video, then it is passed on to a facilitator.

    Args:
        by_unit: the unit itself asked for it just now and need not be told.
    """
    request = AdviceRequest.objects.select_for_update().get(pk=request_id)
    if request.asked_at is None or request.ended_at is not None or _stands(request):
        return None
    while request.passed_on_at is None:
        if turn := _ask_in_order(request, at):
            if not by_unit:
                telling.tell_asked_next(turn, at=at)
            return turn
        _widen(request, at)
    return None


def fill(request, *, at):
    """Put the advisers of a request's reach at the end of its order, widening until somebody is found or nobody can be."""
    found = everyone(request, at=at)
    while not _append(request, found) and request.reach != Reach.REMOTE:
        request.reach = wider(request.reach)
        request.save(update_fields=["reach"])


def append(request, opportunity_id):
    """One more adviser at the end of the order."""
    last = request.turns.aggregate(last=Max("place"))["last"] or 0
    return Turn.objects.create(request=request, opportunity_id=opportunity_id, place=last + 1, reach=request.reach)


def ask(turn, *, at) -> bool:
    """Ask one adviser in the unit's name; False when she cannot be asked any more, which her turn then says."""
    request = turn.request
    try:
        with transaction.atomic():
            engagement = _opened(turn, at)
    except (NotFound, Refused) as why:
        turn.passed_over = Turn.PassedOver.BUSY if getattr(why, "code", "") == "busy" else Turn.PassedOver.GONE
        turn.save(update_fields=["passed_over"])
        return False
    turn.engagement, turn.reach = engagement, request.reach
    turn.save(update_fields=["engagement", "reach"])
    return True


def _opened(turn, at):
    """The new engagement, with the clock of this area.

    Raises:
        NotFound: her profile has ended, or nobody of the unit may ask any more.
        Refused: she hears as many as she can, or is in another talk with the unit already (``busy``); or the exchange refuses.
    """
    request = turn.request
    engagement = answer(
        opportunity_id=turn.opportunity_id,
        unit_id=request.unit_id,
        actor=_asker(request),
        at=at,
        words=request.words,
        need_id=request.need_id,
    )
    is_another = engagement.phase != Phase.ASKED
    if is_another or engagement.waiting_since is not None or Turn.objects.filter(engagement=engagement).exists():
        raise Refused("busy", "")
    Engagement.objects.filter(pk=engagement.pk).update(due_at=answer_due(at))
    Case.objects.get_or_create(engagement=engagement)
    engagement.due_at = answer_due(at)
    return engagement


def _asker(request):
    """The person who asked, or another of her organisation when she has left it."""
    people = people_of_organisations([request.unit.organisation_id])
    chosen = request.asked_by_id if request.asked_by_id in people else min(people, default=None)
    if chosen is None:
        raise NotFound
    return actor_for(Person.objects.get(pk=chosen), organisation_id=request.unit.organisation_id)


def _stands(request):
    """Whether one of its engagements lives or was finished."""
    return request.turns.filter(engagement__phase__in=GOES_ON).exists()


def _ask_in_order(request, at):
    """The turn that was asked, or None when this reach is used up."""
    failed = request.turns.filter(engagement__phase__in=FAILED, reach=request.reach).count()
    if failed >= REFUSALS_BEFORE_WIDENING:
        return None
    waiting = request.turns.filter(engagement=None, passed_over="").select_related("request__unit")
    return next((turn for turn in waiting.order_by("place") if ask(turn, at=at)), None)


def _widen(request, at):
    request.reach = wider(request.reach)
    if request.reach == Reach.FACILITATOR:
        request.passed_on_at = at
        record("advice_request.passed_on", at=at, subject="advice_request", subject_id=request.pk)
        telling.tell_passed_on(request, at=at)
    else:
        _append(request, everyone(request, at=at))
    request.save(update_fields=["reach", "passed_on_at"])


def _append(request, found):
    """How many of these advisers its reach adds to the end of the order."""
    known = set(request.turns.values_list("opportunity", flat=True))
    added = shortlist(found, request, reach=request.reach, without=known)
    for one in added:
        append(request, one.opportunity.pk)
    return len(added)
