"""The five ways an engagement can go, each a frozen table of steps. Nothing else decides what may follow what.

A step says: in this phase, this verb, by this side, leads to that phase; then it is that side's turn, for so many days. A turn without a
clock does not exist: when the days are over the clock itself takes a step (`remind` or `lapse`).
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Phase(models.TextChoices):
    """The same eight for every kind."""

    ASKED = "asked", _("Asked")
    SHORTLISTED = "shortlisted", _("In talks")
    AGREED = "agreed", _("Agreed")
    UNDER_WAY = "under_way", _("Under way")
    CLOSED = "closed", _("Finished")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    LAPSED = "lapsed", _("Lapsed")


LIVE = (Phase.ASKED, Phase.SHORTLISTED, Phase.AGREED, Phase.UNDER_WAY)
ENDED = (Phase.CLOSED, Phase.DECLINED, Phase.WITHDRAWN, Phase.LAPSED)
BEFORE_AGREED = (Phase.ASKED, Phase.SHORTLISTED)


class Side(StrEnum):
    """Who takes a step. The clock is the portal's own hand when a turn's days are over or a place falls free."""

    PUBLISHER = "publisher"
    ANSWERER = "answerer"
    CLOCK = "clock"


PUBLISHER, ANSWERER, CLOCK = Side.PUBLISHER, Side.ANSWERER, Side.CLOCK
NOBODY = ""


@dataclass(frozen=True)
class Step:
    """One cell of a path.

    Attributes:
        before: the phase it starts from; None opens the engagement.
        verb: the word of the act, also of its event (``engagement.<verb>``).
        side: who may do it.
        after: the phase it leads to.
        turn: whose turn it then is; empty for an end, and for a wait in the queue.
        days: how long that turn lasts, in days of 24 hours.
        needs_reason: the act must carry a reason code.
    """

    before: Phase | None
    verb: str
    side: Side
    after: Phase
    turn: str = NOBODY
    days: int | None = None
    needs_reason: bool = False


@dataclass(frozen=True)
class Path:
    """A named table of steps.

    Attributes:
        opens_contact: whether contact details open when all parties agreed.
        agrees_at: the phase in which all parties have agreed; None where there is no agreement.
    """

    slug: str
    steps: tuple[Step, ...]
    opens_contact: bool = True

    def find(self, before: Phase | None, verb: str, side: Side) -> Step | None:
        """The step from a phase by a verb of a side, or None when the table has none."""
        return next((step for step in self.steps if (step.before, step.verb, step.side) == (before, verb, side)), None)

    def verbs(self, before: Phase, side: Side) -> list[str]:
        """What a side may do in a phase, in the order of the table."""
        return [step.verb for step in self.steps if (step.before, step.side) == (before, side)]


def _both(before, verb, after, turn=NOBODY, days=None, *, needs_reason=False):
    return tuple(Step(before, verb, side, after, turn, days, needs_reason) for side in (PUBLISHER, ANSWERER))


def _endings_before_agreement():
    """Before agreement the publisher may decline, the answerer withdraw, either with a reason; silence lapses."""
    for phase in BEFORE_AGREED:
        yield Step(phase, "decline", PUBLISHER, Phase.DECLINED, needs_reason=True)
        yield Step(phase, "withdraw", ANSWERER, Phase.WITHDRAWN)
        yield Step(phase, "lapse", CLOCK, Phase.LAPSED)
        yield Step(phase, "close_out", CLOCK, Phase.DECLINED, needs_reason=True)


def _work(first_days: int):
    """From agreement to the end of the work: the same wherever work is done."""
    yield from _both(Phase.AGREED, "start", Phase.UNDER_WAY, PUBLISHER, 30)
    yield Step(Phase.AGREED, "remind", CLOCK, Phase.AGREED, PUBLISHER, first_days)
    yield from _both(Phase.UNDER_WAY, "finish", Phase.CLOSED)
    yield Step(Phase.UNDER_WAY, "remind", CLOCK, Phase.UNDER_WAY, PUBLISHER, 30)
    for phase in (Phase.AGREED, Phase.UNDER_WAY):
        yield from _both(phase, "withdraw", Phase.WITHDRAWN, needs_reason=True)


ENQUIRE = Path(
    "enquire",
    (
        Step(None, "ask", ANSWERER, Phase.ASKED, PUBLISHER, 7),
        Step(None, "invite", PUBLISHER, Phase.ASKED, ANSWERER, 7),
        Step(Phase.ASKED, "offer", PUBLISHER, Phase.SHORTLISTED, ANSWERER, 7),
        Step(Phase.ASKED, "take_up", ANSWERER, Phase.ASKED, PUBLISHER, 7),
        Step(Phase.ASKED, "queue", CLOCK, Phase.ASKED),
        Step(Phase.ASKED, "move_up", CLOCK, Phase.ASKED, PUBLISHER, 7),
        Step(Phase.SHORTLISTED, "ask_again", ANSWERER, Phase.ASKED, PUBLISHER, 7),
        Step(Phase.SHORTLISTED, "agree", ANSWERER, Phase.AGREED, PUBLISHER, 14),
        *_endings_before_agreement(),
        Step(Phase.ASKED, "refuse", ANSWERER, Phase.DECLINED, needs_reason=True),
        *_work(14),
    ),
)

CONTEST = Path(
    "contest",
    (
        Step(None, "apply", ANSWERER, Phase.ASKED, PUBLISHER, 14),
        Step(None, "invite", PUBLISHER, Phase.ASKED, ANSWERER, 7),
        Step(Phase.ASKED, "take_up", ANSWERER, Phase.ASKED, PUBLISHER, 14),
        Step(Phase.ASKED, "queue", CLOCK, Phase.ASKED),
        Step(Phase.ASKED, "move_up", CLOCK, Phase.ASKED, PUBLISHER, 14),
        Step(Phase.ASKED, "shortlist", PUBLISHER, Phase.SHORTLISTED, PUBLISHER, 14),
        Step(Phase.ASKED, "choose", PUBLISHER, Phase.AGREED, ANSWERER, 14),
        Step(Phase.SHORTLISTED, "choose", PUBLISHER, Phase.AGREED, ANSWERER, 14),
        *_endings_before_agreement(),
        Step(Phase.ASKED, "refuse", ANSWERER, Phase.DECLINED, needs_reason=True),
        *_work(14),
    ),
)

ENROL = Path(
    "enrol",
    (
        Step(None, "enrol", ANSWERER, Phase.ASKED, PUBLISHER, 3),
        Step(None, "invite", PUBLISHER, Phase.ASKED, ANSWERER, 7),
        Step(Phase.ASKED, "take_up", ANSWERER, Phase.ASKED, PUBLISHER, 3),
        Step(Phase.ASKED, "accept", PUBLISHER, Phase.AGREED, PUBLISHER, 90),
        Step(Phase.ASKED, "accept", CLOCK, Phase.AGREED, PUBLISHER, 90),
        Step(Phase.ASKED, "queue", CLOCK, Phase.ASKED),
        Step(Phase.AGREED, "remind", CLOCK, Phase.AGREED, PUBLISHER, 14),
        Step(Phase.AGREED, "start", PUBLISHER, Phase.UNDER_WAY, PUBLISHER, 30),
        Step(Phase.AGREED, "start", CLOCK, Phase.UNDER_WAY, PUBLISHER, 30),
        Step(Phase.UNDER_WAY, "remind", CLOCK, Phase.UNDER_WAY, PUBLISHER, 14),
        Step(Phase.UNDER_WAY, "finish", PUBLISHER, Phase.CLOSED),
        Step(Phase.UNDER_WAY, "miss", PUBLISHER, Phase.LAPSED, needs_reason=True),
        Step(Phase.ASKED, "decline", PUBLISHER, Phase.DECLINED, needs_reason=True),
        Step(Phase.ASKED, "refuse", ANSWERER, Phase.DECLINED, needs_reason=True),
        Step(Phase.ASKED, "withdraw", ANSWERER, Phase.WITHDRAWN),
        Step(Phase.ASKED, "lapse", CLOCK, Phase.LAPSED),
        Step(Phase.ASKED, "close_out", CLOCK, Phase.DECLINED, needs_reason=True),
        Step(Phase.AGREED, "close_out", CLOCK, Phase.WITHDRAWN, needs_reason=True),
        Step(Phase.AGREED, "withdraw", ANSWERER, Phase.WITHDRAWN),
        Step(Phase.AGREED, "withdraw", PUBLISHER, Phase.WITHDRAWN, needs_reason=True),
    ),
)

RESPOND = Path(
    "respond",
    (
        Step(None, "respond", ANSWERER, Phase.ASKED, PUBLISHER, 30),
        Step(None, "invite", PUBLISHER, Phase.ASKED, ANSWERER, 14),
        Step(Phase.ASKED, "take_up", ANSWERER, Phase.ASKED, PUBLISHER, 30),
        Step(Phase.ASKED, "queue", CLOCK, Phase.ASKED),
        Step(Phase.ASKED, "move_up", CLOCK, Phase.ASKED, PUBLISHER, 30),
        Step(Phase.ASKED, "note", PUBLISHER, Phase.SHORTLISTED, PUBLISHER, 90),
        Step(Phase.ASKED, "meet", PUBLISHER, Phase.AGREED, PUBLISHER, 30),
        Step(Phase.SHORTLISTED, "meet", PUBLISHER, Phase.AGREED, PUBLISHER, 30),
        *_endings_before_agreement(),
        Step(Phase.ASKED, "refuse", ANSWERER, Phase.DECLINED, needs_reason=True),
        *_work(30),
    ),
)

FOLLOW = Path(
    "follow",
    (
        Step(None, "follow", ANSWERER, Phase.UNDER_WAY, ANSWERER, 30),
        Step(Phase.UNDER_WAY, "remind", CLOCK, Phase.UNDER_WAY, ANSWERER, 30),
        Step(Phase.UNDER_WAY, "finish", ANSWERER, Phase.CLOSED, needs_reason=True),
        Step(Phase.UNDER_WAY, "withdraw", ANSWERER, Phase.WITHDRAWN),
        Step(Phase.UNDER_WAY, "lapse", CLOCK, Phase.LAPSED),
        Step(Phase.UNDER_WAY, "close_out", CLOCK, Phase.LAPSED, needs_reason=True),
    ),
    opens_contact=False,
)

PATHS = {path.slug: path for path in (ENQUIRE, CONTEST, ENROL, RESPOND, FOLLOW)}
