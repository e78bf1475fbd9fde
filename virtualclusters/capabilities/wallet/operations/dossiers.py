"""Putting papers together for one purpose."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.wallet.models import Dossier, DossierPaper, Paper
from virtualclusters.capabilities.wallet.operations.rights import tended_by, write_down
from virtualclusters.foundation.errors import NotFound, Refused


@transaction.atomic
def make_dossier(*, wallet_id, purpose, paper_ids, facts, facts_as_of, person, at) -> Dossier:
    """Put papers and facts together. Nobody reads them before a keeper grants it; what is in it never changes.

    Args:
        purpose: what it is for, in the reader's words, such as ``Loan for a spice grinder``.
        paper_ids: current papers of the wallet.
        facts: name to text, number or truth, as they are on that day; kept word for word.
        facts_as_of: the moment at which they were true.
        person: a keeper of the wallet, or its helper.

    Raises:
        NotFound: it is no wallet of hers, or one of the papers is not a current one of it.
        Refused: ``nothing_chosen``, ``no_purpose``; ``paper_refused`` when a chosen file could not be used.
    """
    wallet = tended_by(person, wallet_id, at=at)
    papers = _chosen(wallet, set(paper_ids))
    if not papers and not facts:
        raise Refused("nothing_chosen", _("Choose at least one paper."))
    if not purpose.strip():
        raise Refused("no_purpose", _("Write what the papers are for."))
    dossier = Dossier.objects.create(
        wallet=wallet, purpose=purpose.strip(), facts=facts, facts_as_of=facts_as_of, made_by=person, made_at=at
    )
    DossierPaper.objects.bulk_create([DossierPaper(dossier=dossier, paper=paper) for paper in papers])
    write_down("dossier.made", wallet_id=wallet.pk, person=person, at=at, papers=len(papers))
    return dossier


def _chosen(wallet, wanted):
    papers = list(Paper.objects.current().filter(wallet=wallet, pk__in=wanted).select_related("file").order_by("pk"))
    if len(papers) != len(wanted):
        raise NotFound
    refused = next((paper for paper in papers if paper.is_refused), None)
    if refused:
        sentence = _("The file of “%(paper)s” could not be used.") % {"paper": refused.name}
        raise Refused("paper_refused", sentence, _("Send it again, or leave it out."))
    return papers
