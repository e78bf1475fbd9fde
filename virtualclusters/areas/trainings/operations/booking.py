"""Booking places for people of a unit, and giving them back."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.trainings.models import Attendee
from virtualclusters.areas.trainings.operations.publishing import KIND
from virtualclusters.areas.trainings.rules import objection_to_people
from virtualclusters.capabilities.jobs.declaring import enqueue
from virtualclusters.exchange.engagements.jobs import move_up
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.advance import record_of
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.paths import BEFORE_AGREED, PUBLISHER, Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.scarce import give_back_places
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import PORTAL
from virtualclusters.network.organisations.models import Membership


@transaction.atomic
def book(*, opportunity_id, unit_id, names, actor, at):
    """Book places for one to five people of a unit, and return the engagement: agreed, or waiting in the queue.

    A second click returns the booking of the first. A unit that was invited takes its invitation up.

    Raises:
        NotFound: no such training is open to her, or she does not act for that unit.
        Refused: nobody or too many are named, or one twice; the class has begun; it is her own.
    """
    names = [" ".join(name.split()) for name in names if name.strip()]
    if objection := objection_to_people(names):
        raise objection
    Opportunity.objects.visible_to(actor, at).filter(kind=KIND).one(opportunity_id)
    engagement = answer(opportunity_id=opportunity_id, unit_id=unit_id, actor=actor, at=at, places=len(names))
    if engagement.phase == Phase.ASKED and engagement.waiting_since is None:
        engagement = _take_invitation(engagement, len(names), at)
    if not engagement.attendees.exists():
        _name_people(engagement, names)
    return engagement


def _take_invitation(engagement, places, at):
    Engagement.objects.filter(pk=engagement.pk).update(places=places)
    try:
        with transaction.atomic():
            return act(engagement_id=engagement.pk, verb="accept", actor=PORTAL, at=at)
    except Refused as refusal:
        if refusal.code != "no_place_left":
            raise
    return act(engagement_id=engagement.pk, verb="queue", actor=PORTAL, at=at)


def _name_people(engagement, names):
    members = Membership.objects.live().filter(organisation=engagement.lead.organisation_id).select_related("person")
    by_name = {}
    for member in members:
        known = member.person.name.casefold()
        by_name[known] = None if known in by_name else member.person
    Attendee.objects.bulk_create(
        Attendee(engagement=engagement, name=name, person=by_name.get(name.casefold())) for name in names
    )


@transaction.atomic
def name_whoever_answered(*, engagement_id, person):
    """Put the person who booked with one tap, without naming anybody, on the list by her own name."""
    engagement = Engagement.objects.select_for_update(of=("self",)).select_related("opportunity").get(pk=engagement_id)
    if engagement.opportunity.kind == KIND and person.name and not engagement.attendees.exists():
        Attendee.objects.create(engagement=engagement, person=person, name=person.name)


@transaction.atomic
def rename(*, attendee_id, name, actor, at):
    """Write a name as it shall stand on the certificate, or let another person come in somebody's place.

    Raises:
        NotFound: she takes no part.
        Refused: no name; the class is over.
    """
    attendee, engagement = lock_attendee(attendee_id, actor)
    if engagement.phase not in (*BEFORE_AGREED, Phase.AGREED, Phase.UNDER_WAY):
        raise Refused("over", _("This is over: the name stays as it is."))
    name = " ".join(name.split())
    if not name:
        raise Refused("no_name", _("Write a name."))
    Attendee.objects.filter(pk=attendee.pk).delete()
    _name_people(engagement, [name])
    record_of("training.renamed", engagement, actor=actor, at=at)


@transaction.atomic
def drop(*, attendee_id, actor, at, reason=""):
    """Take one person off a booking and give the seat back; with the last one the booking itself ends.

    Raises:
        NotFound: she takes no part.
        Refused: the class has begun; the trainer gives no reason.
    """
    attendee, engagement = lock_attendee(attendee_id, actor)
    side = side_of(engagement, actor)
    if engagement.attendees.count() == 1:
        return _end_booking(engagement, side, actor, at, reason)
    _refuse_when_begun(engagement)
    if side == PUBLISHER and not reason:
        raise Refused("reason_missing", _("Say why."), _("Choose one of the reasons."))
    attendee.delete()
    return _free_one(engagement, actor, at)


def lock_attendee(attendee_id, actor):
    """An attendee and the locked engagement.

    Raises:
        NotFound: there is none, or she takes no part.
    """
    engagements = Engagement.objects.for_change(actor).select_related("opportunity", "lead")
    engagement = engagements.filter(attendees=attendee_id).first()
    attendee = Attendee.objects.filter(pk=attendee_id).first()
    if engagement is None or attendee is None:
        raise NotFound
    return attendee, engagement


def _end_booking(engagement, side, actor, at, reason):
    _refuse_when_begun(engagement)
    verb = "decline" if side == PUBLISHER and engagement.phase == Phase.ASKED else "withdraw"
    given = reason if side == PUBLISHER else reason or "cannot_come"
    return act(engagement_id=engagement.pk, verb=verb, actor=actor, at=at, reason=given)


def _free_one(engagement, actor, at):
    held = engagement.phase == Phase.AGREED
    engagement.places -= 1
    engagement.save(update_fields=["places"])
    if held:
        give_back_places(engagement.opportunity_id, 1)
    enqueue(move_up, opportunity_id=engagement.opportunity_id)
    record_of("training.person_left", engagement, actor=actor, at=at)
    return engagement


def _refuse_when_begun(engagement):
    if engagement.phase == Phase.UNDER_WAY:
        raise Refused("begun", _("The class has begun."), _("Leave the person unticked on the attendance list."))


def leave(*, engagement_id, actor, at):
    """Give all places of a booking back, or leave the queue. The next who waits moves up by herself."""
    return act(engagement_id=engagement_id, verb="withdraw", actor=actor, at=at, reason="cannot_come")
