"""When an adviser can be had: single times, weekly ones that become single ones four weeks ahead, and taking them back."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.models import Slot, WeeklyTime
from virtualclusters.areas.advice.rules import objection_to_slot
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import IST, day_in_india
from virtualclusters.network.organisations.models import Unit

WEEKS_AHEAD = 4
MOST_FREE_SHOWN = 12
PUBLISH = ExchangePermission.OPPORTUNITY_PUBLISH


@transaction.atomic
def offer_time(*, unit_id, starts_at, ends_at, actor, at):
    """Offer one time, and return its slot; the same time offered twice is one while it is free.

    Raises:
        NotFound: it is not her unit.
        Refused: it is over, or of an odd length; it overlaps another of her times.
    """
    Unit.objects.for_change(actor, PUBLISH).one(unit_id)
    if objection := objection_to_slot(starts_at, ends_at, at):
        raise objection
    same = Slot.objects.filter(unit=unit_id, starts_at=starts_at, ends_at=ends_at, taken_by=None, withdrawn_at=None)
    slot = same.first() or _add(unit_id, starts_at, ends_at)
    if slot is None:
        raise Refused("overlap", _("This time overlaps another one that you offer."), _("Choose another time."))
    return slot


@transaction.atomic
def offer_weekly(*, unit_id, weekday, starts, minutes, actor, at):
    """Offer a time every week; the times of the next four weeks stand at once.

    Raises:
        NotFound: it is not her unit.
        Refused: this weekly time stands already.
    """
    Unit.objects.for_change(actor, PUBLISH).one(unit_id)
    try:
        with transaction.atomic():
            weekly = WeeklyTime.objects.create(
                unit_id=unit_id, weekday=weekday, starts=starts, minutes=minutes, since=at
            )
    except IntegrityError as twice:
        raise Refused("offered_already", _("You offer this time every week already.")) from twice
    fill(weekly, at=at)
    return weekly


def fill(weekly, *, at):
    """Make the single times of a weekly one for four weeks. What overlaps, was made or was taken back is left alone."""
    today = day_in_india(at)
    first = today + timedelta(days=(weekly.weekday - today.weekday()) % 7)
    for week in range(WEEKS_AHEAD):
        starts_at = datetime.combine(first + timedelta(weeks=week), weekly.starts, tzinfo=IST)
        if starts_at > at and not weekly.slots.filter(starts_at=starts_at).exists():
            _add(weekly.unit_id, starts_at, starts_at + timedelta(minutes=weekly.minutes), weekly)


@transaction.atomic
def end_weekly(*, weekly_id, actor, at):
    """End a weekly time. What was taken of it stands; the free ones are taken back.

    Raises:
        NotFound: it is not hers.
    """
    weekly = WeeklyTime.objects.select_for_update().filter(pk=weekly_id, ended_at=None, unit__in=_own(actor)).first()
    if weekly is None:
        raise NotFound
    weekly.ended_at = at
    weekly.save(update_fields=["ended_at"])
    weekly.slots.filter(taken_by=None, starts_at__gt=at, withdrawn_at=None).update(withdrawn_at=at)
    return weekly


@transaction.atomic
def take_back(*, slot_id, actor, at):
    """Take a free time back.

    Raises:
        NotFound: it is not hers.
        Refused: somebody has taken it.
    """
    slot = Slot.objects.filter(pk=slot_id, unit__in=_own(actor), withdrawn_at=None).first()
    if slot is None:
        raise NotFound
    if not Slot.objects.filter(pk=slot_id, taken_by=None, withdrawn_at=None).update(withdrawn_at=at):
        raise Refused("slot_taken", _("Somebody has taken this time."), _("Call the meeting off on its own page."))
    return slot


def free_slots(unit_id, *, at):
    """The next free times of an adviser's unit."""
    free = Slot.objects.filter(unit=unit_id, taken_by=None, withdrawn_at=None, starts_at__gt=at)
    return free.order_by("starts_at", "pk")[:MOST_FREE_SHOWN]


def _own(actor):
    return Unit.objects.editable_by(actor, PUBLISH)


def _add(unit_id, starts_at, ends_at, weekly=None):
    """The new slot, or None when it overlaps another."""
    try:
        with transaction.atomic():
            return Slot.objects.create(unit_id=unit_id, starts_at=starts_at, ends_at=ends_at, weekly=weekly)
    except IntegrityError:
        return None
