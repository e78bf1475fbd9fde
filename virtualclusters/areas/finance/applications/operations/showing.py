"""What a lender reads of an application: as long as the owner's yes stands and the application lives."""

from django.db import transaction

from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.wallet.models import Paper
from virtualclusters.capabilities.wallet.operations import grant, make_dossier, open_paper, withdraw
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.paths import PUBLISHER
from virtualclusters.foundation.errors import NotFound


def show_more(application, paper_ids, *, actor, at) -> None:
    """Show the lender of a locked application further papers: a new set takes the place of the old one, until the same day.

    Raises:
        NotFound: a paper is no current one of the owner's wallet.
    """
    before, dossier = application.grant, application.dossier
    newer = make_dossier(
        wallet_id=dossier.wallet_id,
        purpose=dossier.purpose,
        paper_ids={*_still_current(dossier), *paper_ids},
        facts=dossier.facts,
        facts_as_of=dossier.facts_as_of,
        person=actor.person,
        at=at,
    )
    until = before.until if before.is_live_at(at) else at + (before.until - before.given_at)
    given = grant(dossier_id=newer.pk, reader=before.reader, until=until, person=actor.person, at=at)
    withdraw(grant_id=before.pk, person=actor.person, reason="", at=at)
    application.dossier, application.grant = newer, given
    application.save(update_fields=["dossier", "grant"])


def _still_current(dossier):
    """Its papers, or what replaced them; what was removed or refused is left out."""
    papers = Paper.objects.filter(wallet=dossier.wallet_id).select_related("file")
    by_id = {paper.pk: paper for paper in papers}
    for chosen in dossier.papers.values_list("pk", flat=True):
        paper = by_id[chosen]
        while paper.replaced_by_id:
            paper = by_id[paper.replaced_by_id]
        if paper.removed_at is None and not paper.is_refused:
            yield paper.pk


@transaction.atomic
def read_paper(*, application_id, paper_id, actor, at) -> File:
    """The file of a paper for the lender; the owner sees that it was opened.

    Raises:
        NotFound: it is none of the lender's, or it is over, or the owner's yes is; the paper is not in it: the same answer.
    """
    engagement = Engagement.objects.visible_to(actor).live().filter(loan__isnull=False).select_related("loan")
    found = engagement.one(application_id)
    if side_of(found, actor) != PUBLISHER:
        raise NotFound
    return open_paper(grant_id=found.loan.grant_id, paper_id=paper_id, person=actor.person, at=at)
