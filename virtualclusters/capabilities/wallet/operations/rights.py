"""Seen and locked in one step: whoever changes a wallet holds its row, so a paper cannot be removed while it is being shown."""

from dataclasses import dataclass

from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.wallet.models import Helper, Wallet
from virtualclusters.capabilities.wallet.owners import wallets_of
from virtualclusters.foundation.errors import NotFound


@dataclass(frozen=True)
class By:
    """Who did it, as events keep it: a person, whichever organisation she acts for."""

    person_id: int | None
    organisation_id: int | None = None


def kept_by(person, wallet_id) -> Wallet:
    """The wallet, locked, if she keeps it.

    Raises:
        NotFound: there is none, or she does not.
    """
    if wallet_id not in wallets_of(person):
        raise NotFound
    return locked(wallet_id)


def tended_by(person, wallet_id, *, at) -> Wallet:
    """The wallet, locked, if she keeps it or helps with it at that moment.

    Raises:
        NotFound: there is none, or she does neither.
    """
    helps = Helper.objects.live_at(at).filter(wallet=wallet_id, person=person)
    if wallet_id not in wallets_of(person) and not helps.exists():
        raise NotFound
    return locked(wallet_id)


def locked(wallet_id) -> Wallet:
    """The wallet, locked.

    Raises:
        NotFound: there is none.
    """
    wallet = Wallet.objects.select_for_update().filter(pk=wallet_id).first()
    if wallet is None:
        raise NotFound
    return wallet


def write_down(code, *, wallet_id, person, at, **dimensions):
    """Record what happened to a wallet: ids and codes only."""
    by = By(person.pk) if person else None
    record(code, actor=by, at=at, subject="wallet", subject_id=wallet_id, **dimensions)
