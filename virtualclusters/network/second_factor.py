"""Whether who acts needs a second factor, has one, and how long she may go on without (conventions, "second factor")."""

from allauth.mfa.models import Authenticator

from virtualclusters.accounts import operations as people
from virtualclusters.network.organisations.second_factor import SecondFactor, role_needs_second_factor, second_factor_of

ALWAYS_OPEN = ("mfa_", "prove", "sign_out", "account_", "entered", "passkey_")
"""Address names that begin so stay open: they are the way to set one up, or to leave."""


def standing_of(actor, *, at) -> SecondFactor:
    """How the actor stands at a moment; the first time her need is seen her 14 days begin."""
    person = actor.person
    needed = is_needed(actor)
    if needed and person.second_factor_due_at is None:
        people.start_grace(person=person, at=at)
        person.refresh_from_db(fields=["second_factor_due_at"])
    has_one = needed and has_second_factor(person)
    return second_factor_of(needed=needed, has_one=has_one, due_at=person.second_factor_due_at, at=at)


def is_needed(actor) -> bool:
    """Whether one of her roles needs a second factor: in any organisation, or in a cluster she looks after."""
    roles = [(held.organisation.kind, held.role) for held in actor.memberships]
    return any(role_needs_second_factor(kind=kind, role=role) for kind, role in roles) or bool(
        actor.permissions_by_cluster
    )


def has_second_factor(person) -> bool:
    """Whether an app for codes or a passkey is set up."""
    lasting = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return Authenticator.objects.filter(user=person, type__in=lasting).exists()


def must_set_up_first(actor, *, address_name, without_grace, at) -> bool:
    """Whether the actor must set up a second factor before she may reach a page.

    Args:
        address_name: name of the page's address, or None.
        without_grace: the page's policy asks for one at once.
    """
    if (address_name or "").startswith(ALWAYS_OPEN):
        return False
    standing = standing_of(actor, at=at)
    return standing is SecondFactor.OVERDUE or (without_grace and standing is SecondFactor.IN_GRACE)
