"""Verbs of sending: submit, approve, give back, stop. Whom it reaches is frozen at the moment of sending."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.areas.targeted_notices.audience import read_audience
from virtualclusters.areas.targeted_notices.counting import HIDDEN_WORDS, reachable_units, size_of
from virtualclusters.areas.targeted_notices.models import Notice, Receiver
from virtualclusters.areas.targeted_notices.operations.writing import record_of, unsent, wants_two_persons
from virtualclusters.areas.targeted_notices.permissions import NoticePermission
from virtualclusters.capabilities.messaging.registry import LANGUAGES_NEEDED
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india, start_of_day_in_india
from virtualclusters.network.organisations.models import Organisation
from virtualclusters.ui.formatters import number

A_BATCH = 500


@transaction.atomic
def submit(*, notice_id, actor, at) -> Notice:
    """Send a draft; where the office wants two persons, hand it to a second one instead.

    Raises:
        NotFound: no such notice of her office.
        Refused: it is no draft; it lacks a language; it is for nobody in particular, or for too few; its day is over; the office
            has sent enough today.
    """
    notice = unsent(notice_id, actor)
    refuse_unready(notice, actor, at)
    notice.submitted_at, notice.two_persons = at, wants_two_persons(notice.organisation_id)
    if not notice.two_persons:
        return _send(notice, actor, at)
    notice.save(update_fields=["submitted_at", "two_persons"])
    record_of("notice.submitted", notice, actor=actor, at=at)
    return notice


@transaction.atomic
def approve(*, notice_id, actor, at) -> Notice:
    """The second person's yes: it is sent.

    Raises:
        NotFound: no such notice of her office; she does not approve.
        Refused: it does not wait; she wrote it herself; what ``submit`` refuses.
    """
    notice = _waiting(notice_id, actor)
    refuse_unready(notice, actor, at)
    return _send(notice, actor, at)


@transaction.atomic
def give_back(*, notice_id, words, actor, at) -> Notice:
    """The second person's no, with words: it is a draft again.

    Raises:
        NotFound: no such notice of her office; she does not approve.
        Refused: it does not wait; she wrote it herself.
    """
    notice = _waiting(notice_id, actor)
    notice.submitted_at, notice.returned_words = None, words[:500]
    notice.save(update_fields=["submitted_at", "returned_words"])
    record_of("notice.given_back", notice, actor=actor, at=at)
    return notice


@transaction.atomic
def stop(*, notice_id, actor, at) -> Notice:
    """Tell nobody any more who was not told yet. A second click changes nothing.

    Raises:
        NotFound: no such notice of her office.
        Refused: it was not sent, or all were told.
    """
    notice = Notice.objects.for_change(actor).one(notice_id)
    if notice.sent_at is None or notice.done_at is not None:
        raise Refused("not_going", _("There is nothing to stop: it is not being sent."))
    if notice.stopped_at is None:
        notice.stopped_at = at
        notice.save(update_fields=["stopped_at"])
        record_of("notice.stopped", notice, actor=actor, at=at)
    return notice


def refuse_unready(notice, actor, at):
    """Raise what keeps a notice from being sent now; nothing when it may go."""
    written = set(notice.texts.values_list("language", flat=True))
    if not written >= set(LANGUAGES_NEEDED):
        raise Refused("language_missing", _("Write it in English and in Hindi."), _("Other languages are up to you."))
    if notice.valid_until < day_in_india(at):
        raise Refused("over", _("Its last day is over."), _("Choose a later day."))
    if notice.opportunity_id and not notice.opportunity.is_open(at):
        raise Refused("closed", _("What it leads to is closed."), _("Lead to something else."))
    _refuse_audience(read_audience(notice.audience), actor, at)
    _refuse_too_many_today(notice.organisation_id, at)


def _refuse_audience(audience, actor, at):
    if not audience.names_somebody:
        raise Refused(
            "meant_for_nobody", _("Say first whom it is for."), _("Name goods, a place, a size or a cluster.")
        )
    size = size_of(audience, actor=actor, at=at)
    if size.hidden:
        raise Refused(size.hidden, str(HIDDEN_WORDS[size.hidden]))
    if not size.reachable:
        raise Refused("nobody", _("Nobody can be reached with this now."), _("Ask for less, or in more places."))


def _refuse_too_many_today(organisation_id, at):
    """Locks the office, so that two notices at once count right."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)
    since, most = start_of_day_in_india(day_in_india(at)), settings.NOTICES_A_DAY
    if Notice.objects.filter(organisation=organisation_id, sent_at__gte=since).count() >= most:
        words = ngettext(
            "Your office has sent %(n)s notice today. More would be too many.",
            "Your office has sent %(n)s notices today. More would be too many.",
            most,
        )
        raise Refused("day_used_up", words % {"n": number(most)}, _("Send it tomorrow."))


def _waiting(notice_id, actor):
    if not actor.may(NoticePermission.NOTICE_APPROVE):
        raise NotFound
    notice = Notice.objects.for_change(actor).one(notice_id)
    if notice.submitted_at is None or notice.sent_at is not None:
        raise Refused("waits_for_nobody", _("This does not wait for a second person."))
    if notice.written_by_id == actor.person_id:
        raise Refused("own_notice", _("You wrote it yourself."), _("Another person of your office has to say yes."))
    return notice


def _send(notice, actor, at):
    """Freeze who gets it, in batches; the worker tells them afterwards."""
    audience = read_audience(notice.audience)
    ids = list(reachable_units(audience, sender_id=notice.organisation_id, at=at).values_list("pk", flat=True))
    notice.sent_by, notice.sent_at = actor.person, at
    notice.fit = len(ids) + size_of(audience, actor=actor, at=at).without_consent
    notice.save(update_fields=["submitted_at", "two_persons", "sent_by", "sent_at", "fit"])
    Receiver.objects.bulk_create((Receiver(notice=notice, unit_id=pk) for pk in ids), batch_size=A_BATCH)
    record_of("notice.sent", notice, actor=actor, at=at, receivers=len(ids))
    return notice
