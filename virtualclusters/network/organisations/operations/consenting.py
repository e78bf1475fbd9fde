"""Taking back a consent ends what it allowed."""

from django.db import transaction

from virtualclusters.accounts import operations as people
from virtualclusters.accounts.models import Consent
from virtualclusters.capabilities.events.recording import record
from virtualclusters.network.organisations.models import Membership, Organisation, Role, Unit


@transaction.atomic
def withdraw(*, purpose, language, actor, at):
    """Take back a consent: nobody may ask her firms any more, or they no longer show until she shows them again.

    Raises:
        Refused: an account cannot be kept without it.
    """
    people.withdraw_consent(person=actor.person, purpose=purpose, language=language, channel="web", at=at)
    if purpose == Consent.Purpose.BE_APPROACHED:
        _own_units(actor.person).update(may_be_approached=False)
    if purpose == Consent.Purpose.SHOW_PROFILE:
        _own_units(actor.person).filter(expires_at__gt=at).update(expires_at=at)
    record("consent.withdrawn", actor=actor, at=at, subject="person", subject_id=actor.person_id, purpose=str(purpose))


def _own_units(person):
    owned = Membership.objects.live().filter(person=person, role=Role.OWNER)
    return Unit.objects.working().filter(
        organisation__in=Organisation.objects.filter(pk__in=owned.values("organisation"))
    )
