"""Rows of advice: profiles, requests in turn, times, cases, outreach."""

from virtualclusters.areas.advice.models.outreach import Approach, HelpOfferDetail
from virtualclusters.areas.advice.models.profiles import AdviserDetail
from virtualclusters.areas.advice.models.requests import AdviceRequest, Turn
from virtualclusters.areas.advice.models.times import Cancellation, Slot, WeeklyTime
from virtualclusters.areas.advice.models.work import Attribution, Case, ScopeNote, Session

__all__ = [
    "AdviceRequest",
    "AdviserDetail",
    "Approach",
    "Attribution",
    "Cancellation",
    "Case",
    "HelpOfferDetail",
    "ScopeNote",
    "Session",
    "Slot",
    "Turn",
    "WeeklyTime",
]
