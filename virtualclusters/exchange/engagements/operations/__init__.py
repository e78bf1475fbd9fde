"""Verbs of engagements: opening one, and moving it."""

from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer, invite

__all__ = ["act", "answer", "invite"]
