"""Finding in the background: units for a new opportunity, and what is new in kept searches. Each may run twice."""

from django.utils import timezone

from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.jobs import enqueue, job
from virtualclusters.exchange.alerts import saved_searches, telling
from virtualclusters.exchange.opportunities.models import Opportunity


@job(name="alerts.find_units")
def find_units(*, event_id, subject_id):
    """Begin to look for the units that a published or changed opportunity concerns."""
    event = Event.objects.get(pk=event_id)
    enqueue(
        find_more_units,
        opportunity_id=subject_id,
        after=0,
        replay=event.pk if event.dimensions.get("replayed") else None,
    )


@job(name="alerts.find_more_units")
def find_more_units(*, opportunity_id, after, replay=None):
    """Compare the next thousand units and leave the rest to the next job. One that is closed already alerts nobody.

    ``replay`` is the event of a file that is replayed as if it were another day: whether it is open is judged by that day.
    """
    now = timezone.now()
    judged_at = Event.objects.get(pk=replay).at if replay else now
    open_then = Opportunity.objects.open_at(judged_at).select_related("unit__organisation")
    opportunity = open_then.filter(pk=opportunity_id).first()
    if opportunity is None:
        return
    last = telling.write_alerts(opportunity, after=after, at=now, judged_at=judged_at)
    if last is not None:
        enqueue(find_more_units, opportunity_id=opportunity_id, after=last, replay=replay)


@job(name="alerts.look_at_saved_searches", tries=1, cron="*/2 * * * *")
def look_at_saved_searches(*, at):
    """Every two minutes: look at the saved searches whose time has come."""
    for saved_search_id in saved_searches.due(at=at):
        enqueue(tell_what_is_new, saved_search_id=saved_search_id)


@job(name="alerts.tell_what_is_new")
def tell_what_is_new(*, saved_search_id):
    """Tell one person what is new in a search she keeps."""
    saved_searches.tell_what_is_new(saved_search_id=saved_search_id, at=timezone.now())
