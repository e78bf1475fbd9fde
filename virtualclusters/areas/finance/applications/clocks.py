"""What comes by itself: a lender's last days, its lateness, the day to come back, and whether the money came."""

from datetime import timedelta

from virtualclusters.areas.finance.applications import notices
from virtualclusters.areas.finance.applications.operations.standing import with_names
from virtualclusters.areas.finance.applications.rules import BEFORE_SANCTION
from virtualclusters.areas.finance.applications.telling import found, tell
from virtualclusters.areas.finance.models import Disbursement, LoanApplication
from virtualclusters.exchange.kinds.paths import ANSWERER, LIVE, PUBLISHER
from virtualclusters.foundation.time import day_in_india

SOON = timedelta(days=3)
ASK_AFTER = timedelta(days=7)
LATE_FOR = timedelta(days=30)


def remind_lenders(*, at) -> None:
    """Tell lenders of the promises that end within three days, and both sides of those that are over; once each."""
    today = day_in_india(at)
    for application in _undecided(today, today + SOON):
        tell(application, PUBLISHER, notices.DECIDE_SOON, occasion=str(application.decide_by), at=at)
    for application in _undecided(today - LATE_FOR, today - timedelta(days=1)):
        tell(application, PUBLISHER, notices.LATE, occasion=str(application.decide_by), at=at)
        tell(application, ANSWERER, notices.LATE_OWNER, occasion=str(application.decide_by), at=at)


def _undecided(first, last):
    waiting = LoanApplication.objects.filter(
        stage__in=[str(one) for one in BEFORE_SANCTION], decide_by__range=(first, last)
    )
    lenders = waiting.filter(engagement__turn=PUBLISHER, engagement__phase__in=LIVE)
    return with_names(lenders).order_by("pk").iterator(chunk_size=500)


def call_back(*, at) -> None:
    """Tell the owners whose day to come back is today, or was in the last three days; not those who have come already."""
    today = day_in_india(at)
    rows = LoanApplication.objects.filter(decline__come_back_on__range=(today - SOON, today), later=None)
    for application in with_names(rows).order_by("pk").iterator(chunk_size=500):
        tell(application, ANSWERER, notices.COME_BACK, occasion="come_back", at=at)


def ask_for_money(*, disbursement_id, at) -> None:
    """Ask the owner whether a payment came, unless she has said so."""
    paid = Disbursement.objects.filter(pk=disbursement_id, came=None).first()
    if paid is not None:
        facts = {"disbursement": paid.pk}
        tell(found(paid.application_id), ANSWERER, notices.DID_IT_COME, occasion=str(paid.pk), at=at, facts=facts)
