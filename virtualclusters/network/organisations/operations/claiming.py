"""A helper registers a firm for its owner; nothing shows until the owner says yes with her own code."""

from datetime import timedelta

from django.db import transaction

from virtualclusters.accounts import operations as people
from virtualclusters.accounts.models import Consent
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.models import Invitation, Role
from virtualclusters.network.organisations.notices import OWNER_ASKED
from virtualclusters.network.organisations.operations.describing import write_words
from virtualclusters.network.organisations.operations.registering import join_as, make_organisation
from virtualclusters.network.organisations.roles import OrganisationPermission

OWNER_HAS = timedelta(days=30)
"""How long an owner may take to say yes before what was registered for her is forgotten."""


@transaction.atomic
def register_for_owner(*, firm, said, owner_name, owner_phone, actor, at, once=None):
    """A coordinator registers a firm for its owner and asks her, by SMS, to say yes.

    Args:
        firm, said: as for ``register_enterprise``; ``firm.language`` is the language the owner is written to in.
        owner_phone: E.164.

    Raises:
        NotFound: the actor's role may not register for others.
        Refused: no such PIN code.
    """
    if not actor.may(OrganisationPermission.UNIT_REGISTER_FOR_OWNER):
        raise NotFound
    organisation, is_new = make_organisation(
        firm, actor=actor, at=at, once=once, claimed_at=None, registered_by=actor.person
    )
    if not is_new:
        return organisation
    unit = organisation.units.get()
    for part, told in said.items():
        write_words(unit=unit, part=part, said=told, language=firm.language, at=at)
    owner = people.person_with(phone=owner_phone, name=owner_name, language=firm.language)
    invitation = Invitation.objects.create(
        person=owner,
        organisation=organisation,
        role=Role.OWNER,
        invited_by=actor.person,
        invited_at=at,
        expires_at=at + OWNER_HAS,
    )
    ask_owner(invitation, actor=actor, at=at)
    return organisation


def ask_owner(invitation, *, actor, at):
    """Send the owner the SMS that leads to her page of consent."""
    notify(
        people_ids=[invitation.person_id],
        key=OWNER_ASKED,
        variables={"helper": actor.organisation.name, "firm": invitation.organisation.name},
        at=at,
        about=f"/invitations/{invitation.pk}/",
        dedupe_key=f"invitation:{invitation.pk}:{at:%Y%m%d}",
    )


@transaction.atomic
def claim(*, invitation_id, purposes, notice, actor, at):
    """The owner says yes: the firm is hers and shows from now on.

    Raises:
        NotFound: it was not registered for her, or she was asked too long ago.
    """
    asked = (
        Invitation.objects.open_at(at)
        .of(actor.person)
        .filter(organisation__claimed_at=None)
        .select_for_update(of=("self",))
    )
    invitation = asked.select_related("organisation").one(invitation_id)
    organisation = invitation.organisation
    organisation.claimed_at = at
    organisation.save(update_fields=["claimed_at"])
    join_as(Role.OWNER, person=actor.person, organisation=organisation, at=at)
    Invitation.objects.filter(pk=invitation.pk).update(answered_at=at, accepted=True)
    organisation.units.update(may_be_approached="be_approached" in purposes)
    people.consent(
        person=actor.person,
        purposes=[*purposes, Consent.Purpose.REGISTERED_BY_HELPER],
        notice=notice,
        language=actor.person.language,
        channel="code",
        at=at,
    )
    record(
        "organisation.claimed",
        actor=actor,
        at=at,
        subject="organisation",
        subject_id=organisation.pk,
        kind=organisation.kind,
        state=organisation.units.values_list("state", flat=True).first() or "",
    )
    return organisation
