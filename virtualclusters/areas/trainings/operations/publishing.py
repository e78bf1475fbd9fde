"""Publishing a class, changing its seats, place and times, cancelling it."""

from django.db import transaction
from django.db.models import Min
from django.utils.translation import gettext as _

from virtualclusters.areas.trainings import telling
from virtualclusters.areas.trainings.models import Attendance, CancelReason, Mode, Session, TrainingDetail
from virtualclusters.areas.trainings.rules import (
    MOST_SEATS,
    objection_to_overlap,
    objection_to_sessions,
    objection_to_times,
)
from virtualclusters.capabilities.jobs.declaring import enqueue
from virtualclusters.exchange.engagements.jobs import move_up
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.opportunities.operations import end, publish, record_of
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.ui.formatters import number

KIND = "training"


@transaction.atomic
def publish_training(
    *,
    actor,
    at,
    unit_id,
    title,
    summary,
    language,
    concept_ids,
    sessions,
    places,
    clusters=(),
    remote=False,
    closes_at=None,
    place=None,
    **detail,
):
    """Publish a training; it can be booked until its first session begins.

    Args:
        sessions: columns of ``Session``, each with at least ``starts_at`` and ``ends_at``.
        places: seats, at most 1000.
        closes_at: not used: the first session closes it.
        place: state, district, latitude and longitude of the venue, when it is not at the unit's own address.
        detail: columns of ``TrainingDetail``.

    Raises:
        Refused: the sessions are in the past, overlap or end before they start; and what ``opportunities.publish`` raises.
    """
    if objection := objection_to_sessions([(session["starts_at"], session["ends_at"]) for session in sessions], at):
        raise objection
    _refuse_odd_seats(places)
    opportunity = publish(
        kind=KIND,
        unit_id=unit_id,
        title=title,
        summary=summary,
        language=language,
        concepts=[(OpportunityConcept.Role.ABOUT, concept) for concept in concept_ids],
        clusters=clusters,
        remote=remote or detail.get("mode") == Mode.ONLINE,
        closes_at=min(session["starts_at"] for session in sessions),
        places=places,
        actor=actor,
        at=at,
        **(place or {}),
    )
    training = TrainingDetail.objects.create(opportunity=opportunity, **detail)
    Session.objects.bulk_create(Session(training=training, **session) for session in sessions)
    return opportunity


def lock_class(actor, opportunity_id):
    """The opportunity of a class that the actor gives, locked, with its detail.

    Raises:
        NotFound: there is none, or she does not give it.
        Refused: it was cancelled or is finished.
    """
    opportunity = Opportunity.objects.for_change(actor).filter(kind=KIND).one(opportunity_id)
    if opportunity.ended_at is not None:
        raise Refused("ended", _("This training was cancelled."))
    if opportunity.training.finished_at is not None:
        raise Refused("finished", _("This training is finished already."))
    return opportunity


@transaction.atomic
def change(*, opportunity_id, actor, at, places, **detail):
    """Change seats and columns of ``TrainingDetail``. New seats go to those who wait; a new place or link is told to all.

    Raises:
        NotFound: she does not give it.
        Refused: fewer seats than are taken; it has ended.
    """
    opportunity = lock_class(actor, opportunity_id)
    _refuse_odd_seats(places)
    if not Opportunity.objects.filter(pk=opportunity.pk, places_taken__lte=places).update(places=places):
        taken = {"taken": number(opportunity.places_taken)}
        raise Refused("seats_taken", _("%(taken)s seats are taken.") % taken, _("Enter %(taken)s or more.") % taken)
    training = opportunity.training
    moved = any(getattr(training, name) != detail[name] for name in ("venue", "link") if name in detail)
    for name, value in detail.items():
        setattr(training, name, value)
    training.save()
    record_of("training.changed", opportunity, actor=actor, at=at)
    enqueue(move_up, opportunity_id=opportunity.pk)
    if moved:
        telling.tell_of_change(opportunity, at=at)
    return opportunity


@transaction.atomic
def add_session(*, opportunity_id, actor, at, **columns):
    """Add a session. Those who have a place are told.

    Raises:
        NotFound: she does not give the class.
        Refused: it is in the past, ends before it starts or overlaps another.
    """
    opportunity = lock_class(actor, opportunity_id)
    times = list(opportunity.training.sessions.values_list("starts_at", "ends_at"))
    times.append((columns["starts_at"], columns["ends_at"]))
    if objection := objection_to_times(*times[-1], at) or objection_to_overlap(times):
        raise objection
    session = Session.objects.create(training=opportunity.training, **columns)
    _times_changed(opportunity, actor, at)
    return session


@transaction.atomic
def change_session(*, session_id, actor, at, **columns):
    """Give a session other times, another topic or place. Those who have a place are told.

    Raises:
        NotFound: she does not give the class.
        Refused: somebody was marked as present already; or as ``add_session``.
    """
    session, opportunity = _lock_session(session_id, actor)
    others = opportunity.training.sessions.exclude(pk=session.pk).values_list("starts_at", "ends_at")
    times = [*others, (columns["starts_at"], columns["ends_at"])]
    if objection := objection_to_times(*times[-1], at) or objection_to_overlap(times):
        raise objection
    for name, value in columns.items():
        setattr(session, name, value)
    session.save()
    _times_changed(opportunity, actor, at)
    return session


@transaction.atomic
def remove_session(*, session_id, actor, at):
    """Leave a session out. Those who have a place are told.

    Raises:
        NotFound: she does not give the class.
        Refused: it is the only one; or somebody was marked as present.
    """
    session, opportunity = _lock_session(session_id, actor)
    if opportunity.training.sessions.count() == 1:
        raise Refused("last_session", _("A training needs at least one session."), _("Cancel the training instead."))
    session.delete()
    _times_changed(opportunity, actor, at)


@transaction.atomic
def cancel(*, opportunity_id, reason, actor, at):
    """Cancel a class. Everybody who has a place or waits is told why.

    Raises:
        NotFound: she does not give it.
        Refused: the reason is none of ``CancelReason``; it has ended.
    """
    opportunity = lock_class(actor, opportunity_id)
    if reason not in CancelReason:
        raise Refused("reason_missing", _("Say why."), _("Choose one of the reasons."))
    TrainingDetail.objects.filter(pk=opportunity.pk).update(cancel_reason=reason)
    return end(opportunity_id=opportunity.pk, reason=Opportunity.EndReason.CANCELLED, actor=actor, at=at)


def _lock_session(session_id, actor):
    session = Session.objects.filter(pk=session_id).first()
    if session is None:
        raise NotFound
    opportunity = lock_class(actor, session.training_id)
    if Attendance.objects.filter(session=session).exists():
        raise Refused("held_already", _("People were marked as present in this session: it stays as it is."))
    return session, opportunity


def _times_changed(opportunity, actor, at):
    first = opportunity.training.sessions.aggregate(first=Min("starts_at"))["first"]
    Opportunity.objects.filter(pk=opportunity.pk).update(closes_at=first)
    record_of("training.changed", opportunity, actor=actor, at=at)
    telling.tell_of_change(opportunity, at=at)


def _refuse_odd_seats(places):
    if not 1 <= places <= MOST_SEATS:
        raise Refused("odd_seats", _("Enter a number of seats from 1 to %(most)s.") % {"most": number(MOST_SEATS)})
