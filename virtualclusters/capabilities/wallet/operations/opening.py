"""Opening a wallet, and opening papers. Every opening by somebody else is written down."""

from django.db import transaction

from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.wallet.models import Grant, Helper, Look, Wallet
from virtualclusters.capabilities.wallet.operations.papers import paper_of
from virtualclusters.capabilities.wallet.owners import wallets_of
from virtualclusters.foundation.errors import NotFound


def open_wallet(*, at) -> Wallet:
    """A new wallet. The caller's row holds it, in the same transaction."""
    return Wallet.objects.create(opened_at=at)


@transaction.atomic
def open_paper(*, grant_id, paper_id, person, at) -> File:
    """The file of a paper for its reader, to be sent by ``files.serving.serve``. The owner sees that it was opened.

    Each opening asks again whether the grant stands. The caller has checked that this person reads for the grant's reader.

    Raises:
        NotFound: the grant is over or withdrawn, the paper is not in it, or its file is not checked: the same answer.
    """
    given = Grant.objects.live_at(at).select_for_update(of=("self",)).one(grant_id)
    paper = given.dossier.papers.filter(pk=paper_id, removed_at=None).select_related("file").first()
    return _looked_at(paper, person, at, grant=given)


@transaction.atomic
def open_as_helper(*, helper_id, paper_id, person, at) -> File:
    """The file of a paper for the wallet's helper. The owner sees that it was opened.

    Raises:
        NotFound: she does not help there now, or there is no such paper with a checked file.
    """
    helper = Helper.objects.live_at(at).filter(person=person).select_for_update(of=("self",)).one(helper_id)
    paper = paper_of(paper_id=paper_id, wallet_ids=[helper.wallet_id])
    return _looked_at(paper, person, at, helper=helper)


def open_own(*, paper_id, person) -> File:
    """The file of a paper for a keeper of its wallet; nothing is written down.

    Raises:
        NotFound: it is no paper of a wallet she keeps.
    """
    return paper_of(paper_id=paper_id, wallet_ids=wallets_of(person)).file


def _looked_at(paper, person, at, **under):
    if paper is None or not paper.is_checked:
        raise NotFound
    Look.objects.create(paper=paper, person=person, at=at, **under)
    return paper.file
