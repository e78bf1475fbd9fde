"""People of an organisation: invited, accepted, given another role, ended. It is never without an owner."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.accounts import operations as people
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Invitation, Membership, Organisation, Role
from virtualclusters.network.organisations.notices import MEMBER_ASKED
from virtualclusters.network.organisations.operations.registering import join_as
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.network.organisations.second_factor import role_needs_second_factor

INVITED_HAS = timedelta(days=14)
EDIT = OrganisationPermission.MEMBERS_EDIT


@transaction.atomic
def invite_member(*, organisation_id, contact, name, role, actor, at):
    """Ask a person to join in a role, by SMS or e-mail. Her number or address is kept so that she can sign in with it.

    Args:
        contact: E.164 number, or an e-mail address.

    Raises:
        NotFound: the actor may not change the people of the organisation.
        Refused: she is one of them already; only an owner names an owner.
    """
    organisation = Organisation.objects.for_change(actor, EDIT).one(organisation_id)
    _refuse_naming_owner(organisation, role, actor)
    by = {"email": contact} if "@" in contact else {"phone": contact}
    person = people.person_with(**by, name=name, language=organisation.language)
    if Membership.objects.live().filter(person=person, organisation=organisation).exists():
        raise Refused("member_already", _("This person is in your organisation already."))
    invitation, _made = Invitation.objects.update_or_create(
        person=person,
        organisation=organisation,
        answered_at=None,
        defaults={"role": role, "invited_by": actor.person, "invited_at": at, "expires_at": at + INVITED_HAS},
    )
    notify(
        people_ids=[person.pk],
        key=MEMBER_ASKED,
        variables={"firm": organisation.name},
        at=at,
        about=f"/invitations/{invitation.pk}/",
        dedupe_key=f"invitation:{invitation.pk}:{at:%Y%m%d}",
    )
    record("member.invited", actor=actor, at=at, subject="organisation", subject_id=organisation.pk, role=str(role))
    return invitation


@transaction.atomic
def accept(*, invitation_id, actor, at):
    """Join the organisation one was invited to.

    Raises:
        NotFound: the actor was not invited, or not in time.
    """
    invitation = _open_invitation(invitation_id, actor, at)
    Invitation.objects.filter(pk=invitation.pk).update(answered_at=at, accepted=True)
    membership = join_as(invitation.role, person=actor.person, organisation=invitation.organisation, at=at)
    _record("member.joined", invitation.organisation_id, membership.role, actor, at)
    return membership


@transaction.atomic
def decline(*, invitation_id, actor, at):
    """Say no. What a helper registered for the person is closed with it.

    Raises:
        NotFound: the actor was not asked, or not in time.
    """
    invitation = _open_invitation(invitation_id, actor, at, claimed=None)
    Invitation.objects.filter(pk=invitation.pk).update(answered_at=at, accepted=False)
    Organisation.objects.filter(pk=invitation.organisation_id, claimed_at=None).update(closed_at=at)
    _record("member.declined", invitation.organisation_id, invitation.role, actor, at)


@transaction.atomic
def change_role(*, membership_id, role, actor, at):
    """Give a member another role.

    Raises:
        NotFound: the actor may not change the people of the organisation.
        Refused: it would leave the organisation without an owner; only an owner names or replaces an owner.
    """
    membership = _live_membership(membership_id, actor)
    if Role.OWNER in (role, membership.role):
        _refuse_naming_owner(membership.organisation, Role.OWNER, actor)
    if role != Role.OWNER:
        refuse_last_owner(membership)
    membership.role = role
    membership.save(update_fields=["role"])
    if role_needs_second_factor(kind=membership.organisation.kind, role=role):
        people.start_grace(person=membership.person, at=at)
    _record("member.role_changed", membership.organisation_id, role, actor, at)
    return membership


@transaction.atomic
def end_membership(*, membership_id, actor, at):
    """Take a person out of the organisation.

    Raises:
        NotFound: the actor may not change the people of the organisation.
        Refused: it would leave the organisation without an owner; only an owner takes out an owner.
    """
    membership = _live_membership(membership_id, actor)
    if membership.role == Role.OWNER:
        _refuse_naming_owner(membership.organisation, Role.OWNER, actor)
    refuse_last_owner(membership)
    end(membership, at=at)
    _record("member.ended", membership.organisation_id, membership.role, actor, at)


def end(membership, *, at):
    """End a locked membership."""
    membership.ended_at = at
    membership.save(update_fields=["ended_at"])


def refuse_last_owner(membership):
    """Refuse when this member is the only owner. The organisation's row is locked, so two owners cannot leave at once."""
    others = (
        Membership.objects.live()
        .filter(organisation=membership.organisation_id, role=Role.OWNER)
        .exclude(pk=membership.pk)
    )
    if membership.role == Role.OWNER and not others.exists():
        raise Refused(
            "last_owner",
            _("An organisation always needs an owner."),
            _("Make somebody else owner first."),
        )


def _refuse_naming_owner(organisation, role, actor):
    own = next((held for held in actor.memberships if held.organisation_id == organisation.pk), None)
    if role == Role.OWNER and (own is None or own.role != Role.OWNER):
        raise Refused("only_owner_names_owner", _("Only an owner can do this."))


def _live_membership(membership_id, actor):
    found = Membership.objects.live().filter(organisation__in=actor.organisations_where(EDIT)).one(membership_id)
    Organisation.objects.for_change(actor, EDIT).one(found.organisation_id)
    return Membership.objects.live().select_related("organisation", "person").one(found.pk)


def _open_invitation(invitation_id, actor, at, *, claimed=True):
    asked = (
        Invitation.objects.open_at(at).of(actor.person).select_for_update(of=("self",)).select_related("organisation")
    )
    invitation = asked.one(invitation_id)
    if claimed and invitation.organisation.claimed_at is None:
        raise NotFound
    return invitation


def _record(code, organisation_id, role, actor, at):
    record(code, actor=actor, at=at, subject="organisation", subject_id=organisation_id, role=str(role))
