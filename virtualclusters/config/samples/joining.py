"""Sample people and their organisations: registered by themselves, invited by others, or waiting for a yes."""

from functools import partial

from virtualclusters.accounts import operations as people
from virtualclusters.accounts.models import Person
from virtualclusters.accounts.notices import JOINING
from virtualclusters.config.samples.making import actor_of, once, organisation_of, token
from virtualclusters.config.samples.tables import before, phone, table
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations import operations
from virtualclusters.network.organisations.financial_year import last_full_year
from virtualclusters.network.organisations.models import Organisation, OrganisationKind, Role
from virtualclusters.network.organisations.operations.registering import Firm, Said, join_as, make_organisation

AGREED = ("register", "show_profile", "be_approached", "messages")


def load_people(now):
    """Organisations with their owners, further people of theirs, and firms that helpers registered."""
    for row in table("enterprises") + table("organisations"):
        once(f"organisation:{row['key']}", partial(_organisation, row, now), now=now)
    for row in table("members"):
        once(f"member:{row['key']}", partial(_member, row, now), now=now)
    for row in table("assisted"):
        once(f"assisted:{row['key']}", partial(_assisted, row, now), now=now)
    _renew_grace(now)


def _organisation(row, now):
    at, kind = before(now, row), row.get("kind", OrganisationKind.ENTERPRISE)
    person = _person(row["phone"], row["owner"], row["language"], at)
    firm = Firm(row["name"], row["pin"], row["language"], kind=kind, facts={**row["facts"], "is_sample": True})
    how = {"firm": firm, "actor": actor_for(person), "at": at, "once": token(row["key"])}
    if kind == OrganisationKind.ADMINISTRATOR:
        organisation, _is_new = make_organisation(**how, claimed_at=at)
        join_as(Role.OWNER, person=person, organisation=organisation, at=now)
        return
    _register(row, how)
    if row.get("check_in"):
        _check_in(row, at)


def _register(row, how):
    shared = {"owner_name": row["owner"], "consents": AGREED, "notice": JOINING.reference}
    if "about" in row:
        operations.register_organisation(about=row["about"], **shared, **how)
    else:
        operations.register_enterprise(said=_said(row), **shared, **how)


def _check_in(row, at):
    operations.check_in(
        organisation_id=organisation_of(row["key"]).pk,
        year=last_full_year(at),
        bands=row["check_in"],
        actor=actor_of(row["key"]),
        at=at,
    )


def _member(row, now):
    at, host = before(now, row), actor_of(row["organisation"])
    invitation = operations.invite_member(
        organisation_id=host.organisation_id,
        contact=phone(row["phone"]),
        name=row["name"],
        role=row["role"],
        actor=host,
        at=at,
    )
    person = _person(row["phone"], row["name"], row["language"], at)
    operations.accept(invitation_id=invitation.pk, actor=actor_for(person), at=at)


def _assisted(row, now):
    operations.register_for_owner(
        firm=Firm(row["name"], row["pin"], row["language"], facts={"is_sample": True}),
        said=_said(row),
        owner_name=row["owner"],
        owner_phone=phone(row["phone"]),
        actor=actor_of(row["helper"]),
        at=before(now, row),
        once=token(row["key"]),
    )
    Person.objects.filter(phone=phone(row["phone"])).update(is_sample=True)


def _person(number, name, language, at):
    person = people.person_with(phone=phone(number), name=name, language=language)
    people.change_phone(person=person, phone=phone(number), at=at)
    people.describe_self(person=person, name=name, language=language)
    Person.objects.filter(pk=person.pk).update(is_sample=True, joined_at=at)
    person.refresh_from_db()
    return person


def _said(row):
    return {part: Said(words) for part, words in row["says"].items()}


def _renew_grace(now):
    """Samples of roles that need a second factor stay open to a visitor who has none: 14 days from each loading."""
    Person.objects.filter(is_sample=True, second_factor_due_at__isnull=False).update(
        second_factor_due_at=now + people.GRACE
    )
    Organisation.objects.filter(once__startswith=token(""), is_sample=False).update(is_sample=True)
