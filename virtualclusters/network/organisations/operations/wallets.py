"""The papers of an organisation: its wallet, made when it is first used."""

from django.db import transaction

from virtualclusters.capabilities.wallet import operations as wallets
from virtualclusters.capabilities.wallet.models import Wallet
from virtualclusters.network.organisations.models import Organisation
from virtualclusters.network.organisations.roles import OrganisationPermission


@transaction.atomic
def wallet_of(*, organisation_id, actor, at) -> Wallet:
    """The wallet of an organisation whose papers the actor keeps; made when there is none.

    Raises:
        NotFound: it is no organisation in which she may keep the papers.
    """
    organisation = Organisation.objects.for_change(actor, OrganisationPermission.WALLET_KEEP).one(organisation_id)
    if organisation.wallet_id is None:
        organisation.wallet = wallets.open_wallet(at=at)
        organisation.save(update_fields=["wallet"])
    return organisation.wallet
