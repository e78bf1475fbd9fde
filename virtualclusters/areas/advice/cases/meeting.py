"""Yes with times, a time taken, moved or called off. A time is taken by one conditional UPDATE: two cannot have it."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.advice import telling
from virtualclusters.areas.advice.kinds import KINDS
from virtualclusters.areas.advice.models import Cancellation, Case, Slot
from virtualclusters.areas.advice.profiles.times import free_slots, offer_time
from virtualclusters.areas.advice.rules import answer_due
from virtualclusters.capabilities.events.models import Event
from virtualclusters.exchange.engagements.models import Engagement, OpenedBy
from virtualclusters.exchange.engagements.operations.acting import act, say
from virtualclusters.exchange.engagements.operations.advance import record_of
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.paths import ANSWERER, PUBLISHER, Phase
from virtualclusters.foundation.errors import Refused
from virtualclusters.ui.formatters import moment

MEETS = (Phase.AGREED, Phase.UNDER_WAY)
SHOWN_INSTEAD = 3


@transaction.atomic
def say_yes(*, engagement_id, times, fee_line, way, contact, words, actor, at):
    """The adviser's yes: up to three times, a line about money, how they meet. It is then the unit's turn to take a time.

    Args:
        times: (starts, ends) pairs; times she offers anyway count too, so it may be empty when she has free ones.

    Raises:
        NotFound: she does not see it.
        Refused: it has moved on; a time is over or overlaps; there is no time at all.
    """
    engagement = lock_case(engagement_id, actor)
    unit_id = engagement.opportunity.unit_id
    for starts_at, ends_at in times:
        offer_time(unit_id=unit_id, starts_at=starts_at, ends_at=ends_at, actor=actor, at=at)
    if not free_slots(unit_id, at=at):
        raise Refused("no_times", _("Offer at least one time."), _("Choose a day and an hour."))
    change_case(engagement, fee_line=fee_line, way=way, adviser_contact=contact)
    return act(engagement_id=engagement_id, verb="offer", actor=actor, at=at, words=words)


@transaction.atomic
def ask_question(*, engagement_id, words, actor, at):
    """The adviser asks something before she answers. With her first question her time to answer begins anew.

    Raises:
        NotFound: she does not see it.
        Refused: nothing was said; it has ended.
    """
    engagement = lock_case(engagement_id, actor)
    asked = Event.objects.filter(
        subject="engagement", subject_id=engagement.pk, code="engagement.said", dimensions__side=PUBLISHER
    ).exists()
    said = say(engagement_id=engagement_id, words=words, actor=actor, at=at)
    if engagement.phase == Phase.ASKED and engagement.turn == PUBLISHER and not asked:
        Engagement.objects.filter(pk=engagement.pk).update(due_at=answer_due(at))
    return said


@transaction.atomic
def take_time(*, engagement_id, slot_id, actor, at, contact=""):
    """The unit takes a time: with it she agrees, or moves a meeting that stands. Returns the slot.

    Raises:
        NotFound: she does not see it.
        Refused: somebody else has just taken it (the sentence names the next free ones); it is not her step now.
    """
    engagement = lock_case(engagement_id, actor)
    if side_of(engagement, actor) != ANSWERER:
        raise Refused("not_yours_to_take", _("The unit chooses the time."), _("Offer other times instead."))
    if engagement.phase not in (Phase.SHORTLISTED, *MEETS):
        raise Refused("no_time_now", _("No time can be taken now."), _("Look at where it stands."))
    # The time first: who comes too late then waits for nothing else, and nothing of hers has been agreed.
    _let_go(engagement, at)
    _take(engagement, slot_id, at)
    if engagement.phase == Phase.SHORTLISTED:
        engagement = act(engagement_id=engagement_id, verb="agree", actor=actor, at=at)
    if contact:
        change_case(engagement, unit_contact=contact)
    slot = Slot.objects.get(pk=slot_id)
    record_of("advice.booked", engagement, actor=actor, at=at, side=ANSWERER)
    telling.tell_booked(engagement, slot, side=ANSWERER, at=at)
    return slot


@transaction.atomic
def call_off(*, engagement_id, reason, actor, at):
    """Call a meeting off. The unit's step frees the time for others; the adviser's takes it back. The other side is told why.

    Raises:
        NotFound: she does not see it.
        Refused: there is no meeting ahead; the reason is none of ``Cancellation.Reason``.
    """
    engagement = lock_case(engagement_id, actor)
    if reason not in Cancellation.Reason:
        raise Refused("reason_missing", _("Say why."), _("Choose one of the reasons."))
    slot = Slot.objects.select_for_update().filter(taken_by=engagement, withdrawn_at=None, held=False).first()
    if slot is None:
        raise Refused("no_meeting", _("No meeting is planned."))
    side = side_of(engagement, actor)
    if side == OpenedBy.PUBLISHER:
        slot.withdrawn_at = at
    else:
        slot.taken_by, slot.taken_at = None, None
    slot.save(update_fields=["withdrawn_at", "taken_by", "taken_at"])
    _note(slot, engagement, side, reason, at)
    record_of("advice.called_off", engagement, actor=actor, at=at, side=side)
    telling.tell_called_off(engagement, slot, side=side, reason=str(reason), at=at)
    return slot


@transaction.atomic
def say_contact(*, engagement_id, contact, actor, at, way=""):
    """The number or link at which my side wants to be met. The other side sees it once both agreed.

    Raises:
        NotFound: she does not see it.
    """
    engagement = lock_case(engagement_id, actor)
    own = "adviser_contact" if side_of(engagement, actor) == OpenedBy.PUBLISHER else "unit_contact"
    change_case(engagement, **{own: contact}, **({"way": way} if way else {}))
    record_of("advice.contact", engagement, actor=actor, at=at)


def lock_case(engagement_id, actor):
    """The engagement of a case that the actor may act in, locked.

    Raises:
        NotFound: there is none of these kinds, or she may not.
    """
    rows = Engagement.objects.for_change(actor).filter(opportunity__kind__in=KINDS)
    return rows.select_related("opportunity__unit__organisation", "lead__organisation").one(engagement_id)


def change_case(engagement, **columns):
    """Write columns of its ``Case`` row, which is made when it is not there."""
    Case.objects.update_or_create(engagement=engagement, defaults=columns)


def _let_go(engagement, at):
    """Free a meeting ahead that is moved; one whose hour is over counts as held."""
    meeting = Slot.objects.filter(taken_by=engagement, withdrawn_at=None, held=False).first()
    if meeting is None:
        return
    if meeting.starts_at <= at:
        Slot.objects.filter(pk=meeting.pk).update(held=True)
        return
    Slot.objects.filter(pk=meeting.pk).update(taken_by=None, taken_at=None)
    _note(meeting, engagement, OpenedBy.ANSWERER, Cancellation.Reason.OTHER_TIME, at)


def _take(engagement, slot_id, at):
    """Take the slot, or say which others are free. A slot that somebody is taking right now is as good as taken: nobody waits."""
    free = Slot.objects.filter(
        pk=slot_id, unit=engagement.opportunity.unit_id, taken_by=None, withdrawn_at=None, starts_at__gt=at
    )
    mine = free.select_for_update(skip_locked=True).first()
    if mine is None or free.update(taken_by=engagement, taken_at=at) != 1:
        raise Refused("slot_taken", _("This time has just been taken."), _instead(engagement, slot_id, at))


def _instead(engagement, slot_id, at):
    """The next free times in one sentence."""
    slots = [slot for slot in free_slots(engagement.opportunity.unit_id, at=at) if slot.pk != slot_id][:SHOWN_INSTEAD]
    if not slots:
        return _("No other time is free: ask for other times.")
    return _("Free are: %(times)s.") % {"times": "; ".join(moment(slot.starts_at) for slot in slots)}


def _note(slot, engagement, side, reason, at):
    Cancellation.objects.create(
        slot=slot, engagement=engagement, side=side, reason=reason, starts_at=slot.starts_at, at=at
    )
