"""Whose a wallet is: told to ``capabilities.wallet``, which knows people only."""

from virtualclusters.capabilities.wallet.owners import Owners
from virtualclusters.network.organisations.models import Membership, Organisation
from virtualclusters.network.organisations.roles import OrganisationPermission, roles_holding


def _wallets_of(person):
    """Ids of the wallets of the organisations in which her role keeps the papers. One query."""
    held = Membership.objects.live().filter(person=person, organisation__closed_at=None)
    rows = held.values_list("organisation__kind", "role", "organisation__wallet")
    keeping = roles_holding(OrganisationPermission.WALLET_KEEP)
    return [wallet for kind, role, wallet in rows if wallet and (kind, role) in keeping]


def _keepers_of(wallet_id):
    """Ids of the people whose role keeps the papers of the organisation that owns the wallet. One query."""
    held = Membership.objects.live().filter(organisation__wallet=wallet_id, organisation__closed_at=None)
    rows = held.values_list("organisation__kind", "role", "person")
    keeping = roles_holding(OrganisationPermission.WALLET_KEEP)
    return [person for kind, role, person in rows if (kind, role) in keeping]


def _names_of(wallet_ids):
    """The names of the organisations that own these wallets. One query."""
    return dict(Organisation.objects.filter(wallet__in=wallet_ids).values_list("wallet", "name"))


OWNERS = Owners(wallets_of=_wallets_of, keepers_of=_keepers_of, names_of=_names_of)
