"""Verbs of who gets notices: open one, want no more from an office, agree to be found by ownership."""

from django.db import transaction

from virtualclusters.accounts import operations as people
from virtualclusters.areas.targeted_notices.consent import FOR_HELP, NOTICE, PURPOSE
from virtualclusters.areas.targeted_notices.models import OwnersFound, Receiver, Silence
from virtualclusters.areas.targeted_notices.queries import received_by
from virtualclusters.capabilities.events.recording import record
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.models import Organisation
from virtualclusters.network.organisations.roles import OrganisationPermission

EDIT = OrganisationPermission.PROFILE_EDIT


def mark_opened(*, notice_id, actor, at) -> None:
    """Remember that somebody of a unit opened a notice, the first time; counted, never told by name."""
    received_by(actor).filter(notice=notice_id, opened_at=None).update(opened_at=at)


@transaction.atomic
def silence(*, notice_id, actor, at) -> None:
    """No more from the office that sent this notice, for the organisation that got it. A second tap changes nothing.

    Raises:
        NotFound: her organisation did not get it; she does not decide for it.
    """
    got = _got(notice_id, actor)
    _one, made = Silence.objects.get_or_create(
        office_id=got.notice.organisation_id,
        organisation_id=got.unit.organisation_id,
        defaults={"said_by": actor.person, "said_at": at},
    )
    if made:
        record("notice.silenced", actor=actor, at=at, subject="notice", subject_id=notice_id)


@transaction.atomic
def hear_again(*, notice_id, actor, at) -> None:
    """Take that back.

    Raises:
        NotFound: her organisation did not get it; she does not decide for it.
    """
    got = _got(notice_id, actor)
    Silence.objects.filter(office=got.notice.organisation_id, organisation=got.unit.organisation_id).delete()
    record("notice.heard_again", actor=actor, at=at, subject="notice", subject_id=notice_id)


def _got(notice_id, actor) -> Receiver:
    own = received_by(actor).filter(unit__organisation__in=actor.organisations_where(EDIT), notice=notice_id)
    found = own.select_related("notice", "unit").first()
    if found is None:
        raise NotFound
    return found


@transaction.atomic
def be_found(*, owners, language, actor, at, for_help=False) -> None:
    """Let offices find the actor's organisation by who owns it; with no owner ticked, no longer.

    Args:
        owners: some of women, sc_st, minority.
        for_help: whoever offers help may invite it by them too.

    Raises:
        NotFound: she does not edit its profile.
    """
    if not actor.may(EDIT):
        raise NotFound
    organisation = Organisation.objects.for_change(actor, EDIT).one(actor.organisation_id)
    if not owners:
        OwnersFound.objects.filter(organisation=organisation).delete()
    else:
        told = {name: name in owners for name in ("women", "sc_st", "minority")} | {"for_help": for_help}
        OwnersFound.objects.update_or_create(
            organisation=organisation, defaults={**told, "agreed_by": actor.person, "agreed_at": at}
        )
        purposes = [PURPOSE, FOR_HELP] if for_help else [PURPOSE]
        people.consent(
            person=actor.person, purposes=purposes, notice=NOTICE.reference, language=language, channel="web", at=at
        )
    record("owners_found.set", actor=actor, at=at, subject="organisation", subject_id=organisation.pk, yes=bool(owners))


def forget_owners(*, person, at) -> None:
    """Empty what she agreed to, when she takes it back or leaves."""
    OwnersFound.objects.filter(agreed_by=person).delete()


def end_for_help(*, person, at) -> None:
    """Whoever offers help finds her firms by it no more, when she takes that back."""
    OwnersFound.objects.filter(agreed_by=person).update(for_help=False)
