"""The trainer's work: ticking who is there, finishing, certificates, a word to the class."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from virtualclusters.areas.trainings import telling
from virtualclusters.areas.trainings.certifying import facts_of_class
from virtualclusters.areas.trainings.models import Attendance, Attendee, Session, TrainingDetail
from virtualclusters.areas.trainings.notices import NOTES
from virtualclusters.areas.trainings.operations.publishing import lock_class
from virtualclusters.areas.trainings.rules import share_attended
from virtualclusters.capabilities.certificates.operations import issue, revoke
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.operations import record_of
from virtualclusters.foundation.errors import NotFound, Refused

IN_CLASS = (Phase.AGREED, Phase.UNDER_WAY)


@transaction.atomic
def mark(*, session_id, present, actor, at, attendee_ids=None):
    """Tick people of a class as present at a session, or take the tick off. Doing it twice changes nothing.

    Args:
        attendee_ids: ids of attendees; None for everybody who has a place.

    Raises:
        NotFound: she does not give the class, or nobody of it is meant.
        Refused: the session has not begun; the class is finished or cancelled.
    """
    session = Session.objects.filter(pk=session_id).first()
    if session is None:
        raise NotFound
    opportunity = lock_class(actor, session.training_id)
    if at < session.starts_at:
        raise Refused("not_begun", _("This session has not begun yet."), _("Tick people when it has begun."))
    meant = Attendee.objects.filter(engagement__opportunity=opportunity, engagement__phase__in=IN_CLASS)
    meant = list(meant if attendee_ids is None else meant.filter(pk__in=attendee_ids))
    if not meant:
        raise NotFound
    if present:
        rows = [Attendance(session=session, attendee=one, marked_at=at, marked_by=actor.person) for one in meant]
        Attendance.objects.bulk_create(rows, ignore_conflicts=True)
    else:
        Attendance.objects.filter(session=session, attendee__in=meant).delete()


@transaction.atomic
def finish(*, opportunity_id, actor, at):
    """Finish a class: bookings of which somebody came often enough are closed, the others missed; certificates are issued.

    Raises:
        NotFound: she does not give it.
        Refused: its last session is not over; it is finished or cancelled.
    """
    opportunity = lock_class(actor, opportunity_id)
    training = opportunity.training
    sessions = list(training.sessions.all())
    if sessions[-1].ends_at > at:
        raise Refused("not_over", _("The last session is not over yet."), _("Finish the class when it is."))
    TrainingDetail.objects.filter(pk=training.pk).update(finished_at=at)
    record_of("training.finished", opportunity, actor=actor, at=at)
    present = _sessions_by_attendee(opportunity)
    for engagement in _bookings(opportunity):
        enough = [
            one
            for one in engagement.attendees.all()
            if share_attended(sessions, present.get(one.pk, ())) >= training.attendance_needed
        ]
        _end(engagement, bool(enough), actor, at)
        if training.certificate and enough:
            _certify(opportunity, sessions, engagement, enough, at)
    return opportunity


@transaction.atomic
def revoke_certificate(*, attendee_id, reason, actor, at):
    """Say that a certificate does not stand any more; whoever checks it reads the reason.

    Raises:
        NotFound: she does not give the class, or there is no certificate.
        Refused: it is revoked already; no reason is given.
    """
    own = Opportunity.objects.for_change(actor)
    attendee = Attendee.objects.filter(pk=attendee_id, certificate__isnull=False).select_related("engagement").first()
    if attendee is None:
        raise NotFound
    own.one(attendee.engagement.opportunity_id)
    return revoke(certificate_id=attendee.certificate_id, reason=reason, at=at)


@transaction.atomic
def tell_class(*, opportunity_id, note, actor, at):
    """Send one of the registered notes to everybody who has a place.

    Raises:
        NotFound: she does not give it.
        Refused: there is no such note; it has ended.
    """
    opportunity = lock_class(actor, opportunity_id)
    if note not in NOTES:
        raise Refused("no_such_note", _("Choose what to tell them."))
    record_of("training.told", opportunity, actor=actor, at=at)
    return telling.tell_note(opportunity, note, at=at)


def _bookings(opportunity):
    rows = Engagement.objects.filter(opportunity=opportunity, phase__in=IN_CLASS).select_related("lead")
    return list(rows.prefetch_related("attendees").order_by("pk"))


def _sessions_by_attendee(opportunity):
    present: dict[int, set[int]] = {}
    rows = Attendance.objects.filter(session__training=opportunity.pk)
    for attendee, session in rows.values_list("attendee", "session"):
        present.setdefault(attendee, set()).add(session)
    return present


def _end(engagement, came, actor, at):
    if engagement.phase == Phase.AGREED:
        act(engagement_id=engagement.pk, verb="start", actor=actor, at=at)
    verb, reason = ("finish", "") if came else ("miss", "not_attended")
    act(engagement_id=engagement.pk, verb=verb, actor=actor, at=at, reason=reason)


def _certify(opportunity, sessions, engagement, attendees, at):
    organisation = opportunity.unit.organisation
    with translation.override(opportunity.language):
        statement, facts = _("has completed the training"), facts_of_class(opportunity, sessions)
    for attendee in attendees:
        if attendee.erased_at is None:
            attendee.certificate = issue(
                title=opportunity.title[:200],
                statement=statement,
                holder_name=attendee.name,
                holder=attendee.person,
                issuer=organisation.name,
                language=opportunity.language,
                facts=facts,
                is_sample=organisation.is_sample,
                at=at,
            )
            attendee.save(update_fields=["certificate"])
    telling.tell_certificates(opportunity, engagement, at=at)
