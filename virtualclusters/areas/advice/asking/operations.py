"""Verbs of a request: begin it with its short list, let it go round, ask the next at once, stop; a facilitator's help."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.asking import relay
from virtualclusters.areas.advice.asking.queries import request_for, requests_overseen
from virtualclusters.areas.advice.kinds import ASKERS
from virtualclusters.areas.advice.models import AdviceRequest, Turn
from virtualclusters.areas.advice.profiles.queries import advisers
from virtualclusters.capabilities.events.recording import record
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.kinds.paths import BEFORE_AGREED, LIVE
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.needs.operations import state_need
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Unit

MOST_OPEN = 3
"""So many requests of a unit go round at a time: advisers give few hours."""


@transaction.atomic
def begin_request(*, unit_id, words, language, actor, at, need_id=None, first=None, once=None, **wishes):
    """Keep a request with its short list; nobody is asked before ``send_request``. The same form sent twice for a unit is one.

    Args:
        need_id: the unit's need it comes from; without one its words become a need.
        first: id of an adviser's profile that the unit wants to ask first.
        wishes: ``spoken``, ``urgency``, ``pays``, ``remote_fits``.

    Raises:
        NotFound: she does not act for that unit, or the need is another's.
        Refused: only enterprises ask; three requests of the unit go round already.
    """
    unit = (
        Unit.objects.for_change(actor, ExchangePermission.ENGAGEMENT_ANSWER).select_related("organisation").one(unit_id)
    )
    same = AdviceRequest.objects.filter(once=once).first() if once else None
    if same is not None and same.unit_id == unit.pk:
        return same
    _refuse_unfit(unit)
    need = _need(unit, need_id, words, language, actor, at)
    request = AdviceRequest.objects.create(
        unit=unit,
        need=need,
        asked_by=actor.person,
        words=words.strip(),
        language=language,
        once=None if same else once,
        created_at=at,
        **wishes,
    )
    _put_first(request, first, at)
    relay.fill(request, at=at)
    record(
        "advice_request.begun", actor=actor, at=at, subject="advice_request", subject_id=request.pk, state=unit.state
    )
    return request


@transaction.atomic
def send_request(*, request_id, actor, at, order=None):
    """Let a request go round: the first adviser of the order is asked now. A second click asks nobody twice.

    Args:
        order: ids of the profiles in the order in which she wants them asked; who is not named is left out. None: the portal's.

    Raises:
        NotFound: it is not her unit's.
        Refused: an empty order; it was stopped; three requests of the unit go round already.
    """
    request = _for_change(request_id, actor)
    if request.asked_at is not None:
        return request
    _refuse_a_fourth(Unit.objects.select_for_update().get(pk=request.unit_id))
    if order is not None:
        _reorder(request, order)
    request.asked_at = at
    request.save(update_fields=["asked_at"])
    record("advice_request.sent", actor=actor, at=at, subject="advice_request", subject_id=request.pk)
    relay.ask_next(request_id=request.pk, at=at, by_unit=True)
    request.refresh_from_db()
    return request


@transaction.atomic
def ask_next_now(*, request_id, actor, at):
    """Do not wait any longer: take the request back from whoever has it and ask the next.

    Raises:
        NotFound: it is not her unit's.
        Refused: it was stopped, or you agreed with somebody already.
    """
    request = _for_change(request_id, actor)
    _withdraw_asked(request, actor, at)
    return relay.ask_next(request_id=request.pk, at=at, by_unit=True)


@transaction.atomic
def stop(*, request_id, actor, at):
    """End a request; whoever is asked just now is told.

    Raises:
        NotFound: it is not her unit's.
        Refused: it has ended, or you agreed with somebody already.
    """
    request = _for_change(request_id, actor)
    _withdraw_asked(request, actor, at)
    return _end(request, AdviceRequest.EndReason.STOPPED, actor, at)


@transaction.atomic
def suggest(*, request_id, opportunity_id, actor, at):
    """A facilitator lets one more adviser be asked, in the unit's name.

    Raises:
        NotFound: the request waits for no facilitator of hers, or there is no such adviser.
        Refused: this adviser was asked already, or cannot be asked now.
    """
    request = _overseen(request_id, actor, at)
    adviser = advisers(at).filter(pk=opportunity_id).first()
    if adviser is None:
        raise NotFound
    if request.turns.filter(opportunity=adviser).exists():
        raise Refused("asked_already", _("This adviser was asked already."), _("Choose another one."))
    turn = relay.append(request, adviser.pk)
    if not relay.ask(turn, at=at):
        turn.delete()
        raise Refused("adviser_busy", _("This adviser cannot take more requests now."), _("Choose another one."))
    request.passed_on_at = None
    request.save(update_fields=["passed_on_at"])
    record("advice_request.suggested", actor=actor, at=at, subject="advice_request", subject_id=request.pk)
    return turn


@transaction.atomic
def settle(*, request_id, actor, at):
    """A facilitator says that the unit got its help in another way.

    Raises:
        NotFound: the request waits for no facilitator of hers.
    """
    return _end(_overseen(request_id, actor, at), AdviceRequest.EndReason.SETTLED, actor, at)


def _refuse_unfit(unit):
    if unit.organisation.kind not in ASKERS:
        raise Refused("wrong_asker", _("Advice here is for enterprises."), _("Ask for what you want to buy instead."))
    _refuse_a_fourth(unit)


def _refuse_a_fourth(unit):
    going = AdviceRequest.objects.filter(unit=unit, asked_at__isnull=False, ended_at=None)
    alive = going.exclude(turns__engagement__phase__in=["closed", "under_way", "agreed"]).count()
    if alive >= MOST_OPEN:
        raise Refused(
            "enough_open", _("Three of your requests go round already."), _("Wait for an answer, or stop one.")
        )


def _need(unit, need_id, words, language, actor, at):
    if need_id is None:
        return state_need(unit_id=unit.pk, words=words, language=language, actor=actor, at=at)
    need = Need.objects.filter(pk=need_id, unit=unit).first()
    if need is None:
        raise NotFound
    return need


def _put_first(request, opportunity_id, at):
    if opportunity_id and advisers(at).filter(pk=opportunity_id).exists():
        relay.append(request, opportunity_id)


def _for_change(request_id, actor):
    request = request_for(actor, request_id, ExchangePermission.ENGAGEMENT_ANSWER)
    request = AdviceRequest.objects.select_for_update().get(pk=request.pk)
    if request.ended_at is not None:
        raise Refused("stopped", _("This request has ended."), _("Ask again with a new one."))
    return request


def _reorder(request, order):
    turns = {turn.opportunity_id: turn for turn in request.turns.all()}
    wanted = [turns[pk] for pk in dict.fromkeys(order) if pk in turns]
    if turns and not wanted:
        raise Refused("nobody_chosen", _("Choose at least one adviser to ask."))
    left = [turn for turn in turns.values() if turn not in wanted]
    for place, turn in enumerate([*wanted, *left], start=1):
        turn.place = place
        turn.passed_over = "" if turn in wanted else Turn.PassedOver.LEFT_OUT
    Turn.objects.bulk_update([*wanted, *left], ["place", "passed_over"])


def _withdraw_asked(request, actor, at):
    turn = request.turns.filter(engagement__phase__in=LIVE).select_related("engagement").first()
    if turn is None:
        return
    if turn.engagement.phase not in BEFORE_AGREED:
        raise Refused(
            "agreed_already", _("You agreed with an adviser already."), _("Step back on the page of that case.")
        )
    act(engagement_id=turn.engagement_id, verb="withdraw", actor=actor, at=at)


def _overseen(request_id, actor, at):
    """Found and locked in one step: who comes second finds it taken up, or ended."""
    found = requests_overseen(actor).select_for_update(of=("self",)).filter(pk=request_id).first()
    if found is None:
        raise NotFound
    return found


def _end(request, reason, actor, at):
    request.ended_at, request.end_reason = at, reason
    request.save(update_fields=["ended_at", "end_reason"])
    record(
        "advice_request.ended", actor=actor, at=at, subject="advice_request", subject_id=request.pk, reason=str(reason)
    )
    return request
