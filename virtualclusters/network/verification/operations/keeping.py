"""A paper that was given to prove a number is put into the organisation's wallet, without being sent again."""

from django.db import transaction

from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.wallet import operations as wallets
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.capabilities.wallet.models import Paper
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.network.organisations.operations.wallets import wallet_of
from virtualclusters.network.verification.models import Identifier

KINDS = {
    IdentifierKind.UDYAM: PaperKind.UDYAM,
    IdentifierKind.FSSAI: PaperKind.FSSAI,
    IdentifierKind.GSTIN: PaperKind.GST_REGISTRATION,
    IdentifierKind.PAN: PaperKind.IDENTITY,
}
"""What the paper of a number is in a wallet; of any other number, "another paper" under the register's name."""


def papers_to_keep(*, organisation) -> list[Identifier]:
    """The organisation's numbers whose paper is fit and not in its wallet yet. One query."""
    kept = Paper.objects.kept().filter(wallet=organisation.wallet_id).values("file")
    given = Identifier.objects.live().filter(organisation=organisation, evidence__state=File.State.CHECKED)
    return list(given.exclude(evidence__in=kept).order_by("pk"))


@transaction.atomic
def keep_evidence(*, identifier_id, actor, at) -> Paper:
    """Put the paper of a number into the wallet of its organisation. Doing it twice changes nothing.

    Raises:
        NotFound: it is no number of an organisation whose papers she keeps, or it has no paper.
        Refused: ``file_refused``, ``too_many_papers``.
    """
    identifier = Identifier.objects.for_change(actor).one(identifier_id)
    wallet = wallet_of(organisation_id=identifier.organisation_id, actor=actor, at=at)
    if identifier.evidence is None:
        raise NotFound
    kind = KINDS.get(IdentifierKind(identifier.kind), PaperKind.OTHER)
    title = "" if kind in (PaperKind.UDYAM, PaperKind.FSSAI, PaperKind.GST_REGISTRATION) else identifier.name
    return wallets.keep_file(
        wallet_id=wallet.pk, kind=kind, file=identifier.evidence, title=title, person=actor.person, at=at
    )
