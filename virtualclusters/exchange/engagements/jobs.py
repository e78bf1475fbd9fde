"""What happens by itself: the queue moves up, the clocks ring, those not chosen are told. Each is a job that may run twice."""

from django.db import transaction
from django.utils import timezone

from virtualclusters.capabilities.jobs.declaring import enqueue, job
from virtualclusters.exchange.engagements.holding import give_back
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.advance import advance
from virtualclusters.exchange.engagements.telling import tell, tell_last_days
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import BEFORE_AGREED, CLOCK, LIVE, Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.scarce import give_back_places, take_answer, take_places
from virtualclusters.network.actors import PORTAL

CLOCKS_AT_ONCE = 200


def place_in_queue(engagement) -> int | None:
    """1 for the next to move up; None when it does not wait. Counted, never stored."""
    if engagement.waiting_since is None:
        return None
    before = Engagement.objects.filter(opportunity=engagement.opportunity_id, waiting_since__isnull=False)
    earlier = before.filter(waiting_since__lt=engagement.waiting_since).count()
    same = before.filter(waiting_since=engagement.waiting_since, pk__lte=engagement.pk).count()
    return earlier + same


@job(name="exchange.move_up")
def move_up(*, opportunity_id):
    """Let those who wait for an opportunity take what has fallen free, in their order, until nothing is left."""
    while _next_moves_up(opportunity_id, timezone.now()):
        pass


@transaction.atomic
def _next_moves_up(opportunity_id, at):
    waiting = Engagement.objects.select_for_update(of=("self",)).select_related("opportunity", "lead")
    first = (
        waiting.filter(opportunity=opportunity_id, waiting_since__isnull=False).order_by("waiting_since", "pk").first()
    )
    if first is None or not first.opportunity.is_open(at):
        return False
    if kind_of(first.opportunity.kind).accepts_by_itself:
        return _accept_from_queue(first, at)
    if not take_answer(opportunity_id):
        return False
    advance(first, "move_up", side=CLOCK, actor=PORTAL, at=at)
    return True


def _accept_from_queue(engagement, at):
    if not take_places(engagement.opportunity_id, engagement.places):
        return False
    if not take_answer(engagement.opportunity_id):
        give_back_places(engagement.opportunity_id, engagement.places)
        return False
    advance(engagement, "accept", side=CLOCK, actor=PORTAL, at=at)
    return True


@job(name="exchange.decline_the_rest")
def decline_the_rest(*, opportunity_id):
    """Tell those who were not chosen that all places are taken."""
    rest = Engagement.objects.filter(opportunity=opportunity_id, phase__in=BEFORE_AGREED).order_by("pk")
    for pk in list(rest.values_list("pk", flat=True)):
        _close_out(pk, "another_chosen", timezone.now())


@job(name="exchange.close_out")
def close_out(*, event_id, subject_id):
    """Tell all who still wait for an answer that the opportunity has ended."""
    opportunity = Opportunity.objects.get(pk=subject_id)
    for pk in list(Engagement.objects.filter(opportunity=opportunity, phase__in=LIVE).values_list("pk", flat=True)):
        _close_out(pk, "opportunity_ended", timezone.now())


@transaction.atomic
def _close_out(pk, reason, at):
    engagement = Engagement.objects.select_for_update(of=("self",)).select_related("opportunity", "lead").get(pk=pk)
    path = kind_of(engagement.opportunity.kind).path
    if engagement.phase not in LIVE or path.find(Phase(engagement.phase), "close_out", CLOCK) is None:
        return
    waited = engagement.waiting_since is not None
    advance(engagement, "close_out", side=CLOCK, actor=PORTAL, at=at, reason=reason)
    give_back(engagement, waited=waited)


@job(name="exchange.ring_clocks", cron="* * * * *")
def ring_clocks(*, at):
    """Every minute: take the clock's step in every engagement whose turn is over. Silence is never an end."""
    due = Engagement.objects.filter(due_at__lte=at).order_by("due_at", "pk")
    for pk in list(due.values_list("pk", flat=True)[:CLOCKS_AT_ONCE]):
        ring(engagement_id=pk, at=at)


@transaction.atomic
def ring(*, engagement_id, at):
    """The clock's step in one engagement: it lapses where the path says so, else the one whose turn it is is reminded."""
    rows = Engagement.objects.select_for_update(of=("self",), skip_locked=True).select_related("opportunity", "lead")
    engagement = rows.filter(pk=engagement_id, due_at__lte=at).first()
    if engagement is None:
        return None
    path = kind_of(engagement.opportunity.kind).path
    verb = "remind" if path.find(Phase(engagement.phase), "remind", CLOCK) else "lapse"
    if verb == "remind" and _result_never_came(engagement, path, at):
        verb = "lapse"
    advance(engagement, verb, side=CLOCK, actor=PORTAL, at=at)
    if verb == "lapse":
        give_back(engagement, waited=False)
        enqueue(move_up, opportunity_id=engagement.opportunity_id)
    return engagement


def _result_never_came(engagement, path, at):
    """A followed notice closed over 60 days ago and its follower never said how it went."""
    if path.find(Phase(engagement.phase), "lapse", CLOCK) is None or engagement.opportunity.closes_at is None:
        return False
    return (at - engagement.opportunity.closes_at).days > 60


@job(name="exchange.tell")
def tell_of(*, event_id):
    """Tell the other side what happened; a second run tells nobody twice."""
    tell(event_id=event_id, at=timezone.now())


@job(name="exchange.last_days", cron="30 4 * * *")
def last_days(*, at):
    """At 10:00 in India: tell those whose turn ends within three days."""
    tell_last_days(at=at)
