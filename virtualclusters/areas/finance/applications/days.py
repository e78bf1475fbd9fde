"""By when a lender decides, and until when silence is borne."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.conf import settings

from virtualclusters.foundation.time import (
    day_in_india,
    end_of_day_in_india,
    working_days_after,
    working_days_between,
)

PATIENCE = timedelta(days=30)
"""So long after the promised day a silent lender's application ends by itself; until then lender, owner and administrator see it."""
QUERY_DAYS = 14
TO_ACCEPT_DAYS = 14
TO_PAY_DAYS = 30


def promised_day(received_on: date, promised_days: int, amount: Decimal) -> date:
    """The last day for a decision: so many working days as the package promises; for small loans never more than the setting.

    The Reserve Bank wants loans to small enterprises up to ₹25 lakh decided within 14 working days (Master Direction on lending to
    micro, small and medium enterprises): ``LOAN_DECISION_DAYS`` and ``LOAN_DECISION_RUPEES``.
    """
    small = amount <= settings.LOAN_DECISION_RUPEES
    days = min(promised_days, settings.LOAN_DECISION_DAYS) if small else promised_days
    return working_days_after(received_on, days, settings.PUBLIC_HOLIDAYS)


def moved_on(decide_by: date, asked_at: datetime, answered_at: datetime) -> date:
    """The promised day, later by the working days that a question waited for the owner."""
    waited = working_days_between(day_in_india(asked_at), day_in_india(answered_at), settings.PUBLIC_HOLIDAYS)
    return working_days_after(decide_by, waited, settings.PUBLIC_HOLIDAYS)


def patience_until(decide_by: date) -> datetime:
    """When silence ends an application."""
    return end_of_day_in_india(decide_by) + PATIENCE


def in_days(at: datetime, days: int) -> datetime:
    """The end of the day so many days ahead."""
    return end_of_day_in_india(day_in_india(at) + timedelta(days=days))
