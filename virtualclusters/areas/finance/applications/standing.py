"""How an application stands, in words for either side: stage, whose turn, how long, by when."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.areas.finance.applications.rules import BEFORE_SANCTION
from virtualclusters.areas.finance.models import LoanApplication, Stage
from virtualclusters.exchange.kinds.paths import ANSWERER, PUBLISHER, Phase
from virtualclusters.foundation.time import day_in_india, days_between
from virtualclusters.ui.formatters import long_date, number

COLOURS = {
    Stage.QUERY: "marigold",
    Stage.SANCTIONED: "leaf",
    Stage.DISBURSED: "leaf",
    Stage.CLOSED: "grey",
}


def stage_in_words(application: LoanApplication) -> str:
    """The stage; of one that is over, how it ended."""
    if application.stage == Stage.CLOSED:
        return str(Phase(application.engagement.phase).label)
    if application.stage == Stage.SANCTIONED and application.accepted_at:
        return _("Agreed: the money comes next")
    return str(application.get_stage_display())


def colour_of(application) -> str:
    """The colour of its tag."""
    if application.engagement.phase in (Phase.DECLINED, Phase.LAPSED):
        return "clay"
    return COLOURS.get(application.stage, "ink")


def days_waited(application, at) -> int:
    """Whole days in this stage."""
    return days_between(application.stage_since, at)


def days_in_words(count: int) -> str:
    """So many days."""
    return ngettext("%(n)s day", "%(n)s days", count) % {"n": number(count)}


def is_overdue(application, at) -> bool:
    """Whether the lender's promised day is over without its decision. While a question waits for the owner it is not."""
    waits = application.stage in BEFORE_SANCTION and application.engagement.turn == PUBLISHER
    return waits and application.decide_by < day_in_india(at)


def turn_in_words(application, at, *, side) -> str:
    """Whose turn it is and how long it has stood so, as a side reads it; empty when it is over or paid out."""
    engagement = application.engagement
    if engagement.turn == "" or application.stage == Stage.DISBURSED:
        return ""
    waited = {"days": days_in_words(days_waited(application, at))}
    if engagement.turn == side:
        return _("Your turn, for %(days)s") % waited
    other = _("Their turn, for %(days)s") if side == ANSWERER else _("The owner's turn, for %(days)s")
    return other % waited


def promise_in_words(application, at) -> str:
    """By when the lender decides; that it is late; empty when it has decided."""
    if application.stage not in BEFORE_SANCTION:
        return ""
    day = {"day": long_date(application.decide_by)}
    if is_overdue(application, at):
        return _("They promised to decide by %(day)s. It is late.") % day
    return _("They decide by %(day)s") % day
