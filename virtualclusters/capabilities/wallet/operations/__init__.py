"""The verbs of a wallet."""

from virtualclusters.capabilities.wallet.operations.dossiers import make_dossier
from virtualclusters.capabilities.wallet.operations.granting import grant, withdraw
from virtualclusters.capabilities.wallet.operations.helping import agree_to_help, ask_helper, end_help
from virtualclusters.capabilities.wallet.operations.leaving import empty, end_all_grants, forget_helper, forget_replaced
from virtualclusters.capabilities.wallet.operations.opening import open_as_helper, open_own, open_paper, open_wallet
from virtualclusters.capabilities.wallet.operations.papers import add_paper, keep_file, remove_paper, replace_paper

__all__ = [
    "add_paper",
    "agree_to_help",
    "ask_helper",
    "empty",
    "end_all_grants",
    "end_help",
    "forget_helper",
    "forget_replaced",
    "grant",
    "keep_file",
    "make_dossier",
    "open_as_helper",
    "open_own",
    "open_paper",
    "open_wallet",
    "remove_paper",
    "replace_paper",
    "withdraw",
]
