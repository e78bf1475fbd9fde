"""Telling the receivers of a sent notice, five hundred at a time. Killed at any moment, it goes on where it was: nobody twice."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count

from virtualclusters.areas.targeted_notices.models import Notice, Receiver, Silence
from virtualclusters.areas.targeted_notices.notices import key_of, variables_of
from virtualclusters.areas.targeted_notices.outcomes import MESSAGES, TOLD, Outcome
from virtualclusters.areas.targeted_notices.readers import people_with_ways, with_reader
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import Unit

A_BATCH = 500
A_WEEK = timedelta(days=7)


@transaction.atomic
def tell_some(*, notice_id, at) -> bool:
    """Tell the next five hundred receivers, in one transaction with what is written of them; whether some are left.

    Units are locked in the order of their ids, so that two notices at once count a unit's week right.
    """
    notice = Notice.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=notice_id)
    waiting = Receiver.objects.filter(notice=notice, outcome=Outcome.WAITING)
    if notice.stopped_at is not None or notice.valid_until < day_in_india(at):
        waiting.update(outcome=Outcome.STOPPED, settled_at=at)
        return _close(notice, at)
    batch = list(waiting.order_by("unit")[:A_BATCH])
    if not batch:
        return _close(notice, at)
    _tell(notice, batch, at)
    return True


def _close(notice, at):
    Notice.objects.filter(pk=notice.pk, done_at=None).update(done_at=at)
    return False


def _tell(notice, batch, at):
    units = _locked_units([receiver.unit_id for receiver in batch])
    ways = dict(people_with_ways([unit.reader for unit in units.values() if unit.reader]).values_list("pk", "way"))
    left_out = _left_out(notice, units, at)
    for receiver in batch:
        unit = units[receiver.unit_id]
        receiver.outcome = left_out.get(unit.pk) or Outcome(ways[unit.reader])
        receiver.person_id, receiver.settled_at = unit.reader, at
    Receiver.objects.bulk_update(batch, ["outcome", "person", "settled_at"], batch_size=A_BATCH)
    _notify(notice, [receiver.person_id for receiver in batch if receiver.outcome in MESSAGES], at)


def _locked_units(ids):
    held = Unit.objects.filter(pk__in=ids).order_by("pk").select_for_update(of=("self",), no_key=True)
    list(held.values_list("pk", flat=True))
    return {unit.pk: unit for unit in with_reader(Unit.objects.filter(pk__in=ids))}


def _left_out(notice, units, at) -> dict:
    """Why units get nothing, by id: what they said since it was sent, and what they got this week."""
    enough = _got_enough(units, at)
    silent = set(Silence.objects.filter(office=notice.organisation_id).values_list("organisation", flat=True))
    why = {}
    for unit in units.values():
        if unit.reader is None:
            why[unit.pk] = Outcome.NOBODY
        elif not unit.may_be_approached or unit.closed_at is not None or unit.expires_at <= at:
            why[unit.pk] = Outcome.NO_CONSENT
        elif unit.organisation_id in silent:
            why[unit.pk] = Outcome.NO_MORE
        elif unit.pk in enough:
            why[unit.pk] = Outcome.ENOUGH
    return why


def _got_enough(units, at):
    got = Receiver.objects.filter(unit__in=units, outcome__in=TOLD, settled_at__gt=at - A_WEEK)
    counted = got.order_by().values("unit").annotate(told=Count("pk")).filter(told__gte=settings.NOTICES_A_WEEK)
    return set(counted.values_list("unit", flat=True))


def _notify(notice, people_ids, at):
    if people_ids:
        notify(
            people_ids=people_ids,
            key=key_of(notice.kind),
            variables=variables_of(notice, notice.texts.all()),
            at=at,
            about=f"/notices/{notice.pk}/",
            dedupe_key=f"notice:{notice.pk}",
        )
