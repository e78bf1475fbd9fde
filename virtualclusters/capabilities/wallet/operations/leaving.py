"""What ends when an owner closes or a person is forgotten."""

from django.db import transaction

from virtualclusters.capabilities.wallet.models import Dossier, Grant, Helper, Paper
from virtualclusters.capabilities.wallet.operations.papers import take_out
from virtualclusters.capabilities.wallet.operations.rights import locked, write_down


@transaction.atomic
def end_all_grants(*, wallet_id, at) -> None:
    """Close a wallet to all readers and helpers, for an owner that closed: nobody is left who could."""
    wallet = locked(wallet_id)
    Grant.objects.live_at(at).filter(dossier__wallet=wallet).update(withdrawn_at=at)
    Helper.objects.filter(wallet=wallet, withdrawn_at=None).update(withdrawn_at=at)
    write_down("wallet.closed", wallet_id=wallet.pk, person=None, at=at)


@transaction.atomic
def empty(*, wallet_id, at) -> None:
    """Take out every paper and every fact, for an owner who was forgotten. Openings stay written, without words."""
    end_all_grants(wallet_id=wallet_id, at=at)
    for paper in Paper.objects.kept().filter(wallet=wallet_id).order_by("pk"):
        take_out(paper, at=at)
    for dossier in Dossier.objects.filter(wallet=wallet_id).only("pk"):
        Dossier.objects.filter(pk=dossier.pk).update(purpose=f"#{dossier.pk}", facts={})


def forget_helper(*, person, at) -> None:
    """End all help of a person. Registered with ``accounts.erasure``."""
    Helper.objects.filter(person=person, withdrawn_at=None).update(withdrawn_at=at)


def forget_replaced(*, at) -> int:
    """Take out the papers that were replaced and that nobody may read any more; returns how many."""
    wanted = Paper.objects.kept().filter(replaced_by__isnull=False).not_shown_at(at)
    gone = [paper_id for paper_id in wanted.order_by("pk").values_list("pk", flat=True) if _forget(paper_id, at)]
    return len(gone)


@transaction.atomic
def _forget(paper_id, at):
    wallet_id = Paper.objects.values_list("wallet", flat=True).get(pk=paper_id)
    locked(wallet_id)
    paper = Paper.objects.kept().not_shown_at(at).filter(pk=paper_id).first()
    if paper:
        take_out(paper, at=at)
    return paper is not None
