"""Verbs: owners state numbers and send papers, verifiers decide."""

from virtualclusters.network.verification.operations.batches import batch_approve
from virtualclusters.network.verification.operations.deciding import approve, return_with_reason, skip, undo
from virtualclusters.network.verification.operations.queue import next_case
from virtualclusters.network.verification.operations.stating import (
    attach_evidence,
    open_case,
    state_identifier,
    withdraw_identifier,
)
from virtualclusters.network.verification.telling import tell_owner

__all__ = [
    "approve",
    "attach_evidence",
    "batch_approve",
    "next_case",
    "open_case",
    "return_with_reason",
    "skip",
    "state_identifier",
    "tell_owner",
    "undo",
    "withdraw_identifier",
]
