"""Pure rules of advice: days to answer, how many cases at once, times that fit, and what may not begin yet."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.models.choices import Reach
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india, end_of_day_in_india, working_days_after
from virtualclusters.ui.formatters import moment

HOURS_A_CASE = 4
"""About an hour a week is what a pair that works together gives (evaluation of MicroMentor, in the notes on the domain)."""
MOST_CASES_AT_ONCE = 20
REFUSALS_BEFORE_WIDENING = 3
SHORTEST_SLOT, LONGEST_SLOT = timedelta(minutes=10), timedelta(hours=8)


def cases_at_once(hours_a_month: int) -> int:
    """How many requests an adviser hears at once: one for every four hours a month that she gives, at least one."""
    return max(1, min(MOST_CASES_AT_ONCE, hours_a_month // HOURS_A_CASE))


def answer_due(at: datetime) -> datetime:
    """Until when the asked may answer: the end of the last of so many working days (``ADVICE_ANSWER_DAYS``)."""
    day = working_days_after(day_in_india(at), settings.ADVICE_ANSWER_DAYS, settings.PUBLIC_HOLIDAYS)
    return end_of_day_in_india(day)


def wider(reach: str) -> Reach:
    """The next step of a request that nobody has taken; the facilitator is the last."""
    steps = list(Reach)
    return steps[min(steps.index(Reach(reach)) + 1, len(steps) - 1)]


def objection_to_slot(starts_at: datetime, ends_at: datetime, at: datetime) -> Refused | None:
    """Why a time cannot be offered, or None."""
    if starts_at <= at:
        return Refused("in_the_past", _("%(when)s is over.") % {"when": moment(starts_at)}, _("Choose a later time."))
    if not SHORTEST_SLOT <= ends_at - starts_at <= LONGEST_SLOT:
        return Refused("odd_length", _("A meeting lasts from 10 minutes to 8 hours."), _("Choose another length."))
    return None


def refuse_starting_without_scope(engagement, verb, at):
    """Work begins when both have agreed what is to be done; None for every other step."""
    scope = getattr(engagement, "advice_scope", None)
    if verb != "start" or (scope is not None and scope.is_agreed):
        return None
    return Refused(
        "no_scope",
        _("First agree what you want to do together."),
        _("Write it on the page of this case, both say yes."),
    )
