"""What happens to classes by themselves: they begin, people are reminded and told. Each job may run twice."""

from datetime import timedelta

from django.utils import timezone

from virtualclusters.accounts.models import Person
from virtualclusters.areas.trainings import notices, telling
from virtualclusters.areas.trainings.models import Session
from virtualclusters.areas.trainings.operations.booking import name_whoever_answered
from virtualclusters.areas.trainings.operations.publishing import KIND
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.jobs.declaring import job
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.kinds.paths import PUBLISHER, Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india, start_of_day_in_india
from virtualclusters.network.actors import PORTAL

AT_ONCE = 500
MOVED_ON = "moved_on"


@job(name="trainings.name_whoever_answered")
def name_whoever_booked(*, event_id, subject_id):
    """A booking made with one tap names nobody: it is for the person who tapped."""
    person = Person.objects.filter(pk=Event.objects.get(pk=event_id).actor_person_id).first()
    if person is not None and _is_training(subject_id):
        name_whoever_answered(engagement_id=subject_id, person=person)


@job(name="trainings.tell_moved_up")
def tell_moved_up(*, event_id, subject_id):
    """Who waited and got a place hears of it. Who got it at once saw it on the page."""
    waited = Event.objects.filter(code="engagement.queue", subject="engagement", subject_id=subject_id)
    if not _is_training(subject_id) or not waited.exists():
        return
    engagement = Engagement.objects.select_related("opportunity", "lead").get(pk=subject_id)
    day = telling.first_day(engagement.opportunity)
    key = f"training-place:{subject_id}"
    telling.tell(engagement, notices.PLACE_FREE, at=timezone.now(), dedupe_key=key, day=day)


@job(name="trainings.tell_removed")
def tell_removed(*, event_id, subject_id):
    """Who lost a place through the trainer hears why."""
    by_trainer = Event.objects.get(pk=event_id).dimensions.get("side") == PUBLISHER
    if not by_trainer or not _is_training(subject_id):
        return
    engagement = Engagement.objects.select_related("opportunity", "lead").get(pk=subject_id)
    day, key = telling.first_day(engagement.opportunity), f"training-removed:{subject_id}"
    why = engagement.end_reason
    telling.tell(engagement, notices.REMOVED, at=timezone.now(), dedupe_key=key, day=day, why=why)


@job(name="trainings.tell_cancelled")
def tell_cancelled(*, event_id, subject_id):
    """Everybody in a cancelled class hears why."""
    opportunity = Opportunity.objects.select_related("training").get(pk=subject_id)
    if opportunity.kind == KIND:
        telling.tell_cancelled(opportunity, at=timezone.now())


@job(name="trainings.remind", cron="15 4-14 * * *")
def remind_of_tomorrow(*, at):
    """Every hour of the day, Indian time: tell those who have a place what is held tomorrow, once a session."""
    midnight = start_of_day_in_india(day_in_india(at) + timedelta(days=1))
    tomorrow = Session.objects.filter(starts_at__gte=midnight, starts_at__lt=midnight + timedelta(days=1))
    for session in tomorrow.filter(training__opportunity__ended_at=None):
        bookings = Engagement.objects.filter(opportunity=session.training_id, phase__in=telling.HAVE_A_PLACE)
        for engagement in bookings.select_related("opportunity", "lead").order_by("pk"):
            key = f"training-tomorrow:{engagement.pk}:{session.pk}:{session.starts_at:%Y%m%d%H%M}"
            telling.tell(engagement, notices.TOMORROW, at=at, dedupe_key=key, when=session.starts_at.isoformat())


@job(name="trainings.begin", cron="*/5 * * * *")
def begin_due(*, at):
    """Every five minutes: classes whose first session has begun start, and those who still wait are told."""
    standing = Engagement.objects.filter(
        opportunity__kind=KIND, opportunity__closes_at__lte=at, phase__in=(Phase.ASKED, Phase.AGREED)
    )
    for pk, phase in list(standing.order_by("pk").values_list("pk", "phase")[:AT_ONCE]):
        _begin(pk, phase, at)


def _begin(engagement_id, phase, at):
    verb, reason = ("start", "") if phase == Phase.AGREED else ("close_out", "class_began")
    try:
        act(engagement_id=engagement_id, verb=verb, actor=PORTAL, at=at, reason=reason)
    except Refused as refusal:
        if refusal.code != MOVED_ON:
            raise
        return
    if verb == "close_out":
        engagement = Engagement.objects.select_related("opportunity", "lead").get(pk=engagement_id)
        key = f"training-no-place:{engagement_id}"
        telling.tell(engagement, notices.NO_PLACE, at=at, dedupe_key=key)


def _is_training(engagement_id):
    return Engagement.objects.filter(pk=engagement_id, opportunity__kind=KIND).exists()
