"""Telling an owner what was decided, once it can no longer be undone."""

from datetime import timedelta

from django.db import transaction

from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.network.organisations.models import Membership
from virtualclusters.network.organisations.roles import OrganisationPermission, roles_holding
from virtualclusters.network.verification.models import Case
from virtualclusters.network.verification.notices import APPROVED, ORGANISATION, PAPERS_PAGE, RETURNED

UNDO_FOR = timedelta(minutes=10)
"""How long a verifier may take an act back. The owner hears of it after that, so that nobody is told two things."""


@transaction.atomic
def tell_owner(*, case_id, at):
    """Tell the organisation's people what was decided. It is told once, whatever is undone or run again.

    Nothing is told while the decision is younger than ten minutes (it was undone and made anew; that one has its own
    clock).
    """
    settled = Case.objects.filter(pk=case_id, state__in=Case.DECIDED, owner_told_at=None, decided_at__lte=at - UNDO_FOR)
    if not settled.update(owner_told_at=at):
        return
    case = Case.objects.select_related("organisation", "identifier").get(pk=case_id)
    key, variables = APPROVED, {"what": case.identifier.kind if case.identifier else ORGANISATION}
    if case.state == Case.State.RETURNED:
        key, variables = RETURNED, variables | {"why": case.reason_id}
    notify(
        people_ids=_people_of(case.organisation),
        key=key,
        variables=variables,
        at=at,
        about=PAPERS_PAGE,
        dedupe_key=f"case:{case.pk}:{case.decided_at:%Y%m%d%H%M%S}",
    )


def _people_of(organisation):
    holding = roles_holding(OrganisationPermission.PROFILE_EDIT)
    roles = [role for kind, role in holding if kind == organisation.kind]
    members = Membership.objects.filter(organisation=organisation, ended_at=None, role__in=roles)
    return list(members.values_list("person", flat=True))
