"""Reads of cases: one with all that its page shows, an adviser's own by where they stand."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import F, Prefetch

from virtualclusters.areas.advice.kinds import KINDS
from virtualclusters.areas.advice.models import AdviceRequest, Attribution, Case, ScopeNote, Session, Slot
from virtualclusters.areas.advice.profiles.times import free_slots
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.threads.contacts import mask_contacts
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import contact_is_open
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.paths import ANSWERER, LIVE, PUBLISHER, Phase
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.exchange.outcomes.operations import FOLLOW_UPS

LAPSE = "engagement.lapse"
ENDINGS = (LAPSE, "engagement.decline", "engagement.refuse", "engagement.withdraw", "engagement.close_out")
YES, ASKED_AGAIN = "engagement.offer", "engagement.ask_again"
WORKS = (Phase.AGREED, Phase.UNDER_WAY)


@dataclass(frozen=True)
class CasePage:
    """What the page of a case shows to one of its sides.

    Attributes:
        request: the request it comes from, if the unit sent one; its reach tells the adviser that others may follow.
        meeting: the time that was taken and has not been held; ``free``: times that can be taken.
        shares: what the unit said about the change; ``share_asked``: the moment it is asked for now, or empty.
    """

    engagement: Engagement
    case: Case
    side: str
    may_act: bool
    request: AdviceRequest | None
    meeting: Slot | None
    free: list[Slot]
    scope: ScopeNote | None
    sessions: list[Session]
    contact_open: bool
    shares: list[Attribution] = field(default_factory=list)
    share_asked: str = ""

    @property
    def is_adviser(self):
        return self.side == PUBLISHER

    @property
    def my_turn(self):
        return self.engagement.turn == self.side

    @property
    def hours(self) -> Decimal:
        """Of all sessions so far."""
        return sum((session.hours for session in self.sessions), Decimal(0))

    @property
    def other(self):
        """The other side's unit."""
        return self.engagement.lead if self.is_adviser else self.engagement.opportunity.unit

    @property
    def asked_words(self):
        """What the unit asked, as this side reads it: numbers and addresses stay hidden from the adviser until both agreed."""
        words = self.request.words
        return mask_contacts(words) if self.is_adviser and not self.contact_open else words

    @property
    def their_contact(self):
        """Where the other side wants to be met; empty until both agreed."""
        if not self.contact_open:
            return ""
        return self.case.unit_contact if self.is_adviser else self.case.adviser_contact

    @property
    def i_agreed(self):
        """Whether my side said yes to the scope note as it stands."""
        if self.scope is None:
            return False
        return bool(self.scope.adviser_agreed_at if self.is_adviser else self.scope.unit_agreed_at)

    @property
    def unit_was_silent(self):
        """Whether it ended because the unit chose no time after the adviser's yes."""
        return self.engagement.phase == Phase.LAPSED and unit_was_silent(self.engagement.pk)

    @property
    def works(self):
        return self.engagement.phase in WORKS

    @property
    def is_live(self):
        return self.engagement.phase in LIVE


def case_for(actor, engagement_id):
    """An engagement of advice that the actor may see.

    Raises:
        NotFound: there is none of these kinds, or she takes no part.
    """
    rows = Engagement.objects.visible_to(actor).filter(opportunity__kind__in=KINDS)
    return rows.select_related(
        "opportunity__unit__organisation", "lead__organisation", "advice_case", "advice_scope", "advice_turn__request"
    ).one(engagement_id)


def case_page(actor, engagement_id, *, at) -> CasePage:
    """Gather the page.

    Raises:
        NotFound: as ``case_for``.
    """
    engagement = case_for(actor, engagement_id)
    side = side_of(engagement, actor)
    turn = getattr(engagement, "advice_turn", None)
    shares = list(Attribution.objects.filter(engagement=engagement).order_by("said_at"))
    return CasePage(
        engagement=engagement,
        case=getattr(engagement, "advice_case", None) or Case(engagement=engagement),
        side=side,
        may_act=actor.may(ExchangePermission.ENGAGEMENT_ANSWER),
        request=turn.request if turn else None,
        meeting=meeting_of(engagement),
        free=list(free_slots(engagement.opportunity.unit_id, at=at)) if engagement.phase in LIVE else [],
        scope=getattr(engagement, "advice_scope", None),
        sessions=list(engagement.advice_sessions.select_related("adviser")),
        contact_open=contact_is_open(engagement),
        shares=shares,
        share_asked=moment_asked(engagement, shares, at=at) if side != PUBLISHER else "",
    )


def meeting_of(engagement):
    """The time that a case has taken and that was not held yet, or None."""
    return Slot.objects.filter(taken_by=engagement, withdrawn_at=None, held=False).first()


def unit_was_silent(engagement_id) -> bool:
    """Whether the adviser had said yes when a talk lapsed: it was the unit's turn then. One query."""
    turned = Event.objects.filter(subject="engagement", subject_id=engagement_id, code__in=[YES, ASKED_AGAIN])
    return turned.order_by("pk").values_list("code", flat=True).last() == YES


def unit_let_go(engagement_id) -> bool:
    """Whether a talk ended by the unit: it took its question back, or was silent after the adviser's yes. Two queries."""
    taken = Event.objects.filter(subject="engagement", subject_id=engagement_id, code__in=ENDINGS).order_by("pk").last()
    if taken is None:
        return False
    return taken.dimensions.get("side") == ANSWERER or (taken.code == LAPSE and unit_was_silent(engagement_id))


def moment_asked(engagement, shares, *, at) -> str:
    """The moment for which the unit is asked how much came from the help, and has not said it; empty for none."""
    if engagement.phase != Phase.CLOSED or engagement.ended_at is None:
        return ""
    due = [Measure.Moment.END, *(m for m, after in FOLLOW_UPS.items() if at >= engagement.ended_at + after)]
    said = {share.moment for share in shares}
    return next((moment for moment in reversed(due) if moment not in said), "")


def cases_of(actor, *, side):
    """The cases in which the actor's organisations advise, or are advised: those that live, the one due first on top."""
    own = actor.organisations_where(ExchangePermission.ENGAGEMENT_READ)
    where = "opportunity__unit__organisation__in" if side == PUBLISHER else "lead__organisation__in"
    rows = Engagement.objects.visible_to(actor).filter(opportunity__kind__in=KINDS, **{where: own})
    meetings = Prefetch("advice_slots", Slot.objects.filter(withdrawn_at=None, held=False), to_attr="meetings")
    rows = rows.select_related("opportunity__unit__organisation", "lead__organisation", "advice_turn__request")
    return rows.prefetch_related(meetings).order_by(F("ended_at").desc(nulls_first=True), "due_at", "-pk")
