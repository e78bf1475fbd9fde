"""Which case a verifier is given next. No two are given the same."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Subquery

from virtualclusters.network.verification.dossiers import with_papers
from virtualclusters.network.verification.models import Case

LEASE = timedelta(minutes=5)
"""How long a case is hers alone. One that lies longer goes to whoever asks next."""


@transaction.atomic
def next_case(*, actor, at):
    """The case in her hands, else the oldest free one, now hers for five minutes; None when nothing waits for her.

    The claim is one conditional UPDATE: of two who ask at once one gets the case and the other the next.
    """
    return _in_hand(actor, at) or _take(actor, at)


def _in_hand(actor, at):
    mine = Case.objects.decidable_by(actor).ready().filter(claimed_by=actor.person_id, claimed_until__gt=at)
    return with_papers(mine).order_by("-claimed_until", "id").first()


def _take(actor, at):
    oldest = Case.objects.decidable_by(actor).free(at).in_order().select_for_update(skip_locked=True)
    until = at + LEASE
    taken = Case.objects.filter(pk=Subquery(oldest.values("pk")[:1])).update(
        claimed_by=actor.person_id, claimed_until=until
    )
    return _in_hand(actor, at) if taken else None
