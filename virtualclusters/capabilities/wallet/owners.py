"""Whose a wallet is. The ring that owns wallets says so at start-up; here only people are known."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from virtualclusters.accounts.models import Person


@dataclass(frozen=True)
class Owners:
    """How the owning ring answers.

    Attributes:
        wallets_of: ids of the wallets that a person keeps, that is, may add to, show and stop showing.
        keepers_of: ids of the people who keep a wallet; they are told what happens to it.
        names_of: the owners' names by wallet, as a helper reads them.
    """

    wallets_of: Callable[[Person], Iterable[int]]
    keepers_of: Callable[[int], Iterable[int]]
    names_of: Callable[[Iterable[int]], Mapping[int, str]]


_registered: list[Owners] = []


def register(owners: Owners) -> None:
    """Say who owns wallets; called from ``ready()``."""
    _registered.append(owners)


def wallets_of(person: Person) -> set[int]:
    """Ids of the wallets that a person keeps."""
    return {wallet_id for owners in _registered for wallet_id in owners.wallets_of(person)}


def keepers_of(wallet_id: int) -> list[int]:
    """Ids of the people who keep a wallet."""
    return sorted({person_id for owners in _registered for person_id in owners.keepers_of(wallet_id)})


def names_of(wallet_ids: Iterable[int]) -> dict[int, str]:
    """The names of the owners of these wallets, by wallet; a wallet that nobody owns is left out."""
    wanted = list(wallet_ids)
    return {wallet_id: name for owners in _registered for wallet_id, name in owners.names_of(wanted).items()}


def name_of(wallet_id: int) -> str:
    """The name of a wallet's owner; empty when nobody owns it."""
    return names_of([wallet_id]).get(wallet_id, "")
