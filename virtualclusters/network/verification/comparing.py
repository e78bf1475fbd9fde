"""Keeps the fact "agrees with the organisation's other numbers and places" up to date."""

from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.verification.checks import cross_check
from virtualclusters.network.verification.models import Identifier


def compare_again(*, organisation_id):
    """Compare all live numbers of an organisation with each other and with its units, and keep the answers."""
    identifiers = list(Identifier.objects.live().filter(organisation=organisation_id))
    states = list(Unit.objects.filter(organisation=organisation_id, closed_at=None).values_list("state", flat=True))
    for identifier in identifiers:
        answer = cross_check(
            IdentifierKind(identifier.kind),
            identifier.number,
            others=others_by_kind(identifiers, identifier),
            states=states,
        )
        if answer != identifier.cross_check_ok:
            identifier.cross_check_ok = answer
            identifier.save(update_fields=["cross_check_ok"])


def others_by_kind(identifiers, but):
    """The numbers of these identifiers by kind, without one of them."""
    others = {}
    for identifier in identifiers:
        if but is None or identifier.pk != but.pk:
            others.setdefault(IdentifierKind(identifier.kind), []).append(identifier.number)
    return others
