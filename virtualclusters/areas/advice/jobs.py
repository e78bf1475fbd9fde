"""What advice does by itself: the relay goes on, weekly times are laid out, people are reminded, offers go out. Each may run twice."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from virtualclusters.areas.advice import telling
from virtualclusters.areas.advice.asking.overdue import pick_up
from virtualclusters.areas.advice.asking.relay import ask_next
from virtualclusters.areas.advice.cases.queries import unit_let_go
from virtualclusters.areas.advice.kinds import ADVICE, HELP_OFFER, KINDS
from virtualclusters.areas.advice.models import HelpOfferDetail, Slot, Turn, WeeklyTime
from virtualclusters.areas.advice.outreach.audience import units_meant
from virtualclusters.areas.advice.outreach.operations import approach
from virtualclusters.areas.advice.profiles.times import fill
from virtualclusters.areas.advice.rules import answer_due
from virtualclusters.capabilities.jobs.declaring import enqueue, job
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import PUBLISHER, Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import IST, day_in_india, start_of_day_in_india

AT_ONCE = 50
MORNING = time(10, 0)


@job(name="advice.tell_asked")
def tell_asked(*, event_id, subject_id):
    """A unit asked: the adviser hears of it. Who was asked with one tap, past the list, has her working days like the others."""
    rows = Engagement.objects.select_related("opportunity__unit__organisation", "lead__organisation")
    waiting = rows.filter(pk=subject_id, opportunity__kind=ADVICE, phase=Phase.ASKED, turn=PUBLISHER)
    if not waiting.exists():
        return
    if not Turn.objects.filter(engagement=subject_id).exists():
        waiting.update(due_at=answer_due(waiting.get().opened_at))
    telling.tell_adviser_asked(waiting.get(), at=timezone.now())


@job(name="advice.go_on")
def go_on(*, event_id, subject_id):
    """An adviser said no, did not answer or stepped back: the next one is asked. What the unit took back, or left lying, rests."""
    if unit_let_go(subject_id):
        return
    turn = Turn.objects.filter(engagement=subject_id).first()
    if turn is not None:
        ask_next(request_id=turn.request_id, at=timezone.now())


@job(name="advice.pick_up", cron="*/15 * * * *")
def pick_up_what_lies(*, at):
    """Every quarter of an hour: no request is left in silence because a job died."""
    pick_up(at=at)


@job(name="advice.free_meeting")
def free_meeting(*, event_id, subject_id):
    """A case is over: the meeting that still lay ahead is off, and its time free for others."""
    ahead = Slot.objects.filter(taken_by=subject_id, withdrawn_at=None, held=False, starts_at__gt=timezone.now())
    ahead.update(taken_by=None, taken_at=None)


@job(name="advice.lay_out_times", cron="20 20 * * *")
def lay_out_times(*, at):
    """Every night: make the single times of every weekly one for four weeks."""
    for weekly in WeeklyTime.objects.filter(ended_at=None).order_by("pk").iterator():
        fill(weekly, at=at)


@job(name="advice.remind", cron="25 4-14 * * *")
def remind_of_tomorrow(*, at):
    """Every hour of the day, Indian time: remind both sides of tomorrow's meeting, once each."""
    midnight = start_of_day_in_india(day_in_india(at) + timedelta(days=1))
    ahead = Slot.objects.filter(starts_at__gte=midnight, starts_at__lt=midnight + timedelta(days=1), withdrawn_at=None)
    taken = ahead.filter(taken_by__opportunity__kind__in=KINDS, taken_by__ended_at=None, held=False)
    for slot in taken.select_related("taken_by__opportunity__unit__organisation", "taken_by__lead__organisation"):
        telling.tell_tomorrow(slot.taken_by, slot, at=at)


@job(name="advice.begin_sending")
def begin_sending(*, event_id, subject_id):
    """An offer of help goes out."""
    enqueue(approach_some, lock=f"outreach:{subject_id}", opportunity_id=subject_id)


@job(name="advice.approach_some")
def approach_some(*, opportunity_id):
    """Approach the next fifty units that an offer is meant for; when the sender's share of the day is used up, go on tomorrow."""
    now = timezone.now()
    opportunity = Opportunity.objects.select_related("help_offer", "unit").get(pk=opportunity_id, kind=HELP_OFFER)
    meant = units_meant(opportunity, at=now).filter(pk__gt=opportunity.help_offer.after)
    ids = list(meant.values_list("pk", flat=True)[:AT_ONCE])
    try:
        is_used_up = any(approach(opportunity_id=opportunity_id, unit_id=pk, at=now) is None for pk in ids)
    except Refused:
        ids, is_used_up = [], False
    if is_used_up:
        enqueue(approach_some, at=_tomorrow(now), lock=f"outreach:{opportunity_id}", opportunity_id=opportunity_id)
    elif len(ids) == AT_ONCE:
        enqueue(approach_some, lock=f"outreach:{opportunity_id}", opportunity_id=opportunity_id)
    else:
        HelpOfferDetail.objects.filter(pk=opportunity_id, done_at=None).update(done_at=now)


def _tomorrow(now):
    return datetime.combine(day_in_india(now) + timedelta(days=1), MORNING, tzinfo=IST)
