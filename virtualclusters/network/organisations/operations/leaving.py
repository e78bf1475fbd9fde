"""Going: a person leaves an organisation, an organisation closes, a person is forgotten."""

from django.db import transaction

from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.wallet import operations as wallets
from virtualclusters.network.organisations.models import (
    CapabilityWords,
    Invitation,
    Membership,
    Organisation,
    Role,
    Unit,
)
from virtualclusters.network.organisations.operations.members import end, refuse_last_owner
from virtualclusters.network.organisations.roles import OrganisationPermission


@transaction.atomic
def leave(*, organisation_id, actor, at):
    """Leave an organisation.

    Raises:
        NotFound: the actor is not in it.
        Refused: she is its only owner.
    """
    Organisation.objects.filter(pk=organisation_id).select_for_update(of=("self",)).first()
    membership = Membership.objects.live().filter(person=actor.person).in_organisation(organisation_id)
    refuse_last_owner(membership)
    end(membership, at=at)
    record("member.left", actor=actor, at=at, subject="organisation", subject_id=organisation_id, role=membership.role)


@transaction.atomic
def close_organisation(*, organisation_id, actor, at):
    """Close an organisation: nothing of it shows any more. What it agreed with others stays with them.

    Raises:
        NotFound: the actor may not.
        Refused: only an owner closes it.
    """
    organisation = Organisation.objects.for_change(actor, OrganisationPermission.MEMBERS_EDIT).one(organisation_id)
    close(organisation, actor=actor, at=at)


def close(organisation, *, actor, at):
    """Close a locked organisation and its units."""
    organisation.closed_at = at
    organisation.save(update_fields=["closed_at"])
    Unit.objects.filter(organisation=organisation, closed_at=None).update(closed_at=at)
    if organisation.wallet_id:
        wallets.end_all_grants(wallet_id=organisation.wallet_id, at=at)
    record(
        "organisation.closed",
        actor=actor,
        at=at,
        subject="organisation",
        subject_id=organisation.pk,
        kind=organisation.kind,
    )


def forget_person(*, person, at):
    """End her memberships and invitations; close and empty what she owned alone. Registered with ``accounts.erasure``."""
    held = list(
        Membership.objects.live().filter(person=person).select_related("organisation").order_by("organisation_id")
    )
    for membership in held:
        end(membership, at=at)
        others = Membership.objects.live().filter(organisation=membership.organisation_id)
        if not others.filter(role=Role.OWNER).exists():
            _close_and_empty(membership.organisation, at=at)
    Invitation.objects.filter(person=person, answered_at=None).update(answered_at=at, accepted=False)
    record("person.erased", actor=None, at=at, subject="person", subject_id=person.pk)


def _close_and_empty(organisation, *, at):
    """A sole owner's firm is she herself: her address and her own words go with her."""
    locked = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    if locked.closed_at is None:
        close(locked, actor=None, at=at)
    if not Membership.objects.live().filter(organisation=locked).exists():
        locked.about, locked.website, locked.name = "", "", f"#{locked.pk}"
        locked.save(update_fields=["about", "website", "name"])
        Unit.objects.filter(organisation=locked).update(address="", name="", latitude=None, longitude=None)
        CapabilityWords.objects.filter(unit__organisation=locked).delete()
        if locked.wallet_id:
            wallets.empty(wallet_id=locked.wallet_id, at=at)
