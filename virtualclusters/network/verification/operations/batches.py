"""Approving at once what every check is green for."""

import random
from dataclasses import dataclass

from django.db import transaction

from virtualclusters.network.verification.dossiers import dossiers_of, with_papers
from virtualclusters.network.verification.models import Case, Decision
from virtualclusters.network.verification.operations.deciding import close, verify_numbers

MOST_AT_ONCE = 50
CHANCE = random.SystemRandom()
SHARE_KEPT = 10
"""Of every ten green cases one is kept for a person's eye (rounded up), so that a check that is wrong is noticed."""


@dataclass(frozen=True)
class Batch:
    """How many were approved, how many were kept for audit, and how many were not green."""

    approved: int
    kept: int
    left: int


@transaction.atomic
def batch_approve(*, actor, at, pick=CHANCE.sample):
    """Approve the oldest fifty free cases as far as every check is green, except the tenth that chance keeps for audit.

    Only numbers with a paper can be approved so, never an organisation as such. What is kept stays in the queue.

    Args:
        pick: draws k of a list, as ``random.sample`` does.
    """
    free = Case.objects.decidable_by(actor).free(at).filter(kept_for_audit=False, identifier__isnull=False).in_order()
    locked = free.select_for_update(of=("self",), skip_locked=True)[:MOST_AT_ONCE]
    cases = list(with_papers(Case.objects.filter(pk__in=[case.pk for case in locked])).order_by("id"))
    green = [dossier.case for dossier in dossiers_of(cases) if dossier.all_green] if cases else []
    kept = pick(green, -(-len(green) // SHARE_KEPT))
    chosen = [case for case in green if case not in kept]
    Case.objects.filter(pk__in=[case.pk for case in kept]).update(kept_for_audit=True)
    _approve_all(chosen, actor, at)
    return Batch(approved=len(chosen), kept=len(kept), left=len(cases) - len(green))


def _approve_all(cases, actor, at):
    Case.objects.filter(pk__in=[case.pk for case in cases]).update(
        state=Case.State.APPROVED, decided_by=actor.person_id, decided_at=at, claimed_by=None, claimed_until=None
    )
    verify_numbers(cases, actor, at)
    for case in cases:
        close(case, Decision.Verdict.APPROVED, actor, at, in_batch=True)
