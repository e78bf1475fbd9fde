"""An organisation joins: the rows of itself, its first unit and its first person, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.accounts import operations as people
from virtualclusters.capabilities.events.recording import record
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.organisations.models import (
    CapabilityWords,
    Membership,
    Organisation,
    OrganisationKind,
    Role,
)
from virtualclusters.network.organisations.operations.describing import write_words
from virtualclusters.network.organisations.operations.placing import make_unit
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.network.organisations.second_factor import role_needs_second_factor

MOST_ORGANISATIONS_A_PERSON_REGISTERS = 10
"""Nobody runs more than a few firms; the limit stops a machine that registers for ever."""


@dataclass(frozen=True)
class Firm:
    """What is asked of an organisation when it joins. ``facts`` are further columns of it, such as ``women_owned``."""

    name: str
    pin: str
    language: str
    kind: str = OrganisationKind.ENTERPRISE
    address: str = ""
    facts: Mapping = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """The owner's words for one part of the profile, and the chips she tapped (ids of concepts)."""

    words: str = ""
    tapped: tuple[int, ...] = ()
    not_meant: tuple[int, ...] = ()


@transaction.atomic
def register_enterprise(*, firm, said, owner_name, consents, notice, actor, at, once=None):
    """An owner registers her firm: it shows at once, for she says so herself by her own code.

    Args:
        firm: a ``Firm``.
        said: part of the profile (``CapabilityWords.Part``) to ``Said``.
        consents: purposes she agreed to, after reading ``notice``.
        once: token of the form; the same token twice gives the organisation that was made first.

    Returns:
        The organisation.

    Raises:
        Refused: no such PIN code; consent that is needed was not given; too many organisations.
    """
    _refuse_without_needed(consents)
    organisation, is_new = make_organisation(firm, actor=actor, at=at, once=once, claimed_at=at)
    if not is_new:
        return organisation
    unit = organisation.units.get()
    join_as(Role.OWNER, person=actor.person, organisation=organisation, at=at)
    for part, told in said.items():
        write_words(unit=unit, part=part, said=told, language=firm.language, at=at)
    unit.may_be_approached = "be_approached" in consents
    unit.save(update_fields=["may_be_approached"])
    people.describe_self(person=actor.person, name=owner_name or None, language=firm.language)
    people.consent(person=actor.person, purposes=consents, notice=notice, language=firm.language, channel="web", at=at)
    return organisation


def register_organisation(*, firm, about, owner_name, consents, notice, actor, at, once=None):
    """Somebody registers an organisation of any other kind: college, bank, office, laboratory, NGO …

    ``about`` says in her words what it does; it is read as the services it offers. Otherwise as ``register_enterprise``.

    Raises:
        Refused: nobody can make herself an administrator.
    """
    if firm.kind == OrganisationKind.ADMINISTRATOR:
        raise Refused("not_by_oneself", _("An administrator is named by the people who run this portal."))
    said = {CapabilityWords.Part.SERVICES: Said(about)} if about else {}
    return register_enterprise(
        firm=firm, said=said, owner_name=owner_name, consents=consents, notice=notice, actor=actor, at=at, once=once
    )


@transaction.atomic
def add_unit(*, organisation_id, name, pin, address="", actor, at):
    """Open another place of an organisation: a plant, branch, campus or office.

    Raises:
        NotFound: the actor may not edit the organisation.
        Refused: no such PIN code.
    """
    organisation = Organisation.objects.for_change(actor, OrganisationPermission.PROFILE_EDIT).one(organisation_id)
    unit = make_unit(organisation, pin=pin, address=address, name=name, language=organisation.language, at=at)
    record(
        "unit.opened", actor=actor, at=at, subject="unit", subject_id=unit.pk, state=unit.state, kind=organisation.kind
    )
    return unit


def make_organisation(firm, *, actor, at, once, claimed_at, registered_by=None):
    """The organisation and its first unit; False beside it when the same form made it before."""
    if once and (before := Organisation.objects.filter(once=once).first()):
        return before, False
    _refuse_too_many(actor.person)
    organisation = _made_once(
        name=firm.name,
        kind=firm.kind,
        language=firm.language,
        created_at=at,
        claimed_at=claimed_at,
        registered_by=registered_by,
        once=once,
        **firm.facts,
    )
    if organisation is None:
        return Organisation.objects.get(once=once), False
    unit = make_unit(organisation, pin=firm.pin, address=firm.address, language=firm.language, at=at)
    record(
        "organisation.registered",
        actor=actor,
        at=at,
        subject="organisation",
        subject_id=organisation.pk,
        kind=firm.kind,
        state=unit.state,
        language=firm.language,
        by_helper=registered_by is not None,
    )
    return organisation, True


def _made_once(**facts):
    """A new organisation; None when the same form, sent at the same time, was quicker."""
    try:
        with transaction.atomic():
            return Organisation.objects.create(**facts)
    except IntegrityError:
        if facts["once"] and Organisation.objects.filter(once=facts["once"]).exists():
            return None
        raise


def join_as(role, *, person, organisation, at):
    """Give a person a role. A role that needs a second factor starts her 14 days of grace."""
    if role_needs_second_factor(kind=organisation.kind, role=role):
        people.start_grace(person=person, at=at)
    return Membership.objects.create(person=person, organisation=organisation, role=role, since=at)


def _refuse_without_needed(consents):
    if not {"register", "show_profile"} <= set(consents):
        raise Refused(
            "consent_needed",
            _("We can register you only when you agree to both points marked as needed."),
            _("Tick them, or stop here. Nothing was kept of you."),
        )


def _refuse_too_many(person):
    held = Membership.objects.live().filter(person=person, role=Role.OWNER, organisation__registered_by=None).count()
    if held >= MOST_ORGANISATIONS_A_PERSON_REGISTERS:
        raise Refused("too_many_organisations", _("You have many organisations here already."), _("Ask us for help."))
