"""The first administrator: named on the machine itself, since nobody in the portal could."""

from django.db import transaction

from virtualclusters.capabilities.events.recording import record
from virtualclusters.network.organisations.models import Membership, Organisation, OrganisationKind, Role
from virtualclusters.network.organisations.operations.registering import Firm, join_as, make_organisation


@transaction.atomic
def appoint_administrator(*, name, pin, actor, at):
    """Make the actor an owner of the administrators' organisation of that name, and return the organisation.

    It is made when there is none. Said twice, nothing changes. No page calls this: whoever reaches it runs the portal.

    Args:
        pin: PIN code of its office; of use only when it is made.

    Raises:
        Refused: no such PIN code.
    """
    found = Organisation.objects.filter(kind=OrganisationKind.ADMINISTRATOR, name=name, closed_at=None).first()
    organisation = found or _make(name, pin, actor, at)
    if not Membership.objects.live().filter(person=actor.person, organisation=organisation).exists():
        join_as(Role.OWNER, person=actor.person, organisation=organisation, at=at)
        record(
            "member.appointed",
            actor=actor,
            at=at,
            subject="organisation",
            subject_id=organisation.pk,
            role=Role.OWNER.value,
        )
    return organisation


def _make(name, pin, actor, at):
    firm = Firm(name=name, pin=pin, language="en", kind=OrganisationKind.ADMINISTRATOR)
    organisation, _is_new = make_organisation(firm, actor=actor, at=at, once=None, claimed_at=at)
    return organisation
