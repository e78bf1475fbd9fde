"""Changing what an organisation says of itself, and saying that it is still true."""

from django.db import transaction

from virtualclusters.accounts import operations as people
from virtualclusters.accounts.models import Consent
from virtualclusters.accounts.notices import JOINING
from virtualclusters.capabilities.events.recording import record
from virtualclusters.network.organisations.models import Organisation, Unit
from virtualclusters.network.organisations.operations.placing import renew
from virtualclusters.network.organisations.places import place_at
from virtualclusters.network.organisations.roles import OrganisationPermission

EDIT = OrganisationPermission.PROFILE_EDIT
FACTS = frozenset(
    {"name", "about", "website", "started_year", "women_owned", "sc_st_owned", "manufactures", "institution_kind"}
)


@transaction.atomic
def describe_organisation(*, organisation_id, facts, actor, at):
    """Change facts of an organisation, given by column (``FACTS``).

    Raises:
        NotFound: the actor may not edit it.
        ValueError: a name that is no such column.
    """
    if unknown := set(facts) - FACTS:
        raise ValueError(f"Not facts of an organisation: {sorted(unknown)}")
    organisation = Organisation.objects.for_change(actor, EDIT).one(organisation_id)
    for name, value in facts.items():
        setattr(organisation, name, value)
    organisation.save(update_fields=list(facts))
    record("organisation.described", actor=actor, at=at, subject="organisation", subject_id=organisation.pk)
    return organisation


@transaction.atomic
def change_place(*, unit_id, pin, address, actor, at, name=None, works_remotely=None):
    """Move a unit to another PIN code or address.

    Raises:
        NotFound: the actor may not edit it.
        Refused: no such PIN code.
    """
    unit = Unit.objects.for_change(actor, EDIT).one(unit_id)
    changed = {"pin": pin, "address": address, **place_at(pin)}
    changed |= {key: value for key, value in (("name", name), ("works_remotely", works_remotely)) if value is not None}
    for column, value in changed.items():
        setattr(unit, column, value)
    unit.save(update_fields=list(changed))
    record("unit.described", actor=actor, at=at, subject="unit", subject_id=unit.pk, state=unit.state)
    return unit


@transaction.atomic
def let_be_approached(*, unit_id, yes, actor, at):
    """Say whether others may invite the unit to answer. Her yes is kept as a consent, as when she joined.

    Raises:
        NotFound: the actor may not edit it.
    """
    unit = Unit.objects.for_change(actor, EDIT).one(unit_id)
    unit.may_be_approached = yes
    unit.save(update_fields=["may_be_approached"])
    if yes:
        people.consent(
            person=actor.person,
            purposes=[Consent.Purpose.BE_APPROACHED],
            notice=JOINING.reference,
            language=actor.person.language,
            channel="web",
            at=at,
        )
    record("unit.described", actor=actor, at=at, subject="unit", subject_id=unit.pk, state=unit.state)


@transaction.atomic
def renew_profile(*, unit_id, actor, at):
    """Say that the profile is still true: it shows for another year.

    Raises:
        NotFound: the actor may not edit it.
    """
    unit = Unit.objects.for_change(actor, EDIT).one(unit_id)
    renew(unit, at=at)
    record("unit.renewed", actor=actor, at=at, subject="unit", subject_id=unit.pk, state=unit.state)
    return unit
