"""Finding in the background: units for a new opportunity, and what is new in kept searches. Each may run twice."""

from django.utils import timezone

from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.jobs import enqueue, job
from virtualclusters.exchange.alerts import saved_searches, telling
from virtualclusters.exchange.alerts.matcher.asking import Behind, NothingHeld
from virtualclusters.exchange.alerts.quality import keep_real_use
from virtualclusters.exchange.opportunities.models import Opportunity


@job(name="alerts.find_units")
def find_units(*, event_id, subject_id):
    """Begin to look for the units that a published or changed opportunity concerns."""
    event = Event.objects.get(pk=event_id)
    replay = event.pk if event.dimensions.get("replayed") else None
    enqueue(find_more_units, lock=_lock(subject_id), opportunity_id=subject_id, after=0, replay=replay)


@job(name="alerts.find_more_units")
def find_more_units(*, opportunity_id, after, replay=None, figure=None):
    """Compare the next thousand units and leave the rest to the next job. One that is closed already alerts nobody.

    The best come first: ``figure`` and ``after`` say behind which of them to go on. Without postings units come in the order of
    their ids, and ``after`` is the last one; a worker that has none when it is to go on begins so from the first.

    ``replay`` is the event of a file that is replayed as if it were another day: whether it is open is judged by that day.
    """
    now = timezone.now()
    judged_at = Event.objects.get(pk=replay).at if replay else now
    open_then = Opportunity.objects.open_at(judged_at).select_related("unit__organisation")
    opportunity = open_then.filter(pk=opportunity_id).first()
    if opportunity is None:
        return
    behind = Behind(figure, after) if figure is not None else None
    further = _next(opportunity, behind, after, {"at": now, "judged_at": judged_at})
    if further:
        enqueue(find_more_units, lock=_lock(opportunity_id), opportunity_id=opportunity_id, replay=replay, **further)


def _next(opportunity, behind, after, moments):
    """Write one batch; where the next begins, or None."""
    if behind or not after:
        try:
            behind = telling.write_best(opportunity, behind=behind, **moments)
        except NothingHeld:
            after = 0
        else:
            return {"figure": behind.figure, "after": behind.unit_id} if behind else None
    last = telling.write_alerts(opportunity, after=after, **moments)
    return {"after": last} if last is not None else None


def _lock(opportunity_id):
    """One batch of an opportunity at a time, so that no more are written than may be."""
    return f"alerts:{opportunity_id}"


@job(name="alerts.look_at_saved_searches", tries=1, cron="*/2 * * * *")
def look_at_saved_searches(*, at):
    """Every two minutes: look at the saved searches whose time has come."""
    for saved_search_id in saved_searches.due(at=at):
        enqueue(tell_what_is_new, saved_search_id=saved_search_id)


@job(name="alerts.tell_what_is_new")
def tell_what_is_new(*, saved_search_id):
    """Tell one person what is new in a search she keeps."""
    saved_searches.tell_what_is_new(saved_search_id=saved_search_id, at=timezone.now())


@job(name="alerts.count_real_use", cron="10 21 * * *")
def count_real_use(*, at):
    """At 02:40 in India: how what was told in the last ninety days was answered."""
    keep_real_use(at=at)
