"""What schemes do by themselves: a version begins to hold on its day, followers are told, who got money is asked how much."""

from django.utils import timezone

from virtualclusters.areas.schemes.kind import GOT
from virtualclusters.areas.schemes.models import Scheme
from virtualclusters.areas.schemes.notices import CHANGED
from virtualclusters.areas.schemes.operations import bring_into_force
from virtualclusters.areas.schemes.slugs import SCHEME, SLUGS
from virtualclusters.capabilities.jobs.declaring import job
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import people_of_organisations
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.exchange.outcomes.operations import ask
from virtualclusters.network.actors import PORTAL


@job(name="schemes.begin_versions", cron="35 18 * * *")
def begin_versions(*, at):
    """Just after midnight in India: versions that begin today replace those that held until then."""
    for scheme in Scheme.objects.select_related("opportunity").iterator(chunk_size=200):
        bring_into_force(scheme, actor=PORTAL, at=at)


@job(name="schemes.tell_of_change")
def tell_of_change(*, event_id, subject_id):
    """Tell everyone who follows a scheme, or has applied to it, that it says something else now."""
    opportunity = Opportunity.objects.get(pk=subject_id)
    if opportunity.kind not in SLUGS or not opportunity.is_open(timezone.now()):
        return
    following = Engagement.objects.live().filter(opportunity=opportunity)
    notify(
        people_ids=people_of_organisations(set(following.values_list("lead__organisation", flat=True))),
        key=CHANGED,
        variables={"title": opportunity.title},
        at=timezone.now(),
        about=f"/opportunities/{opportunity.pk}/",
        dedupe_key=f"{CHANGED}:{opportunity.pk}:{event_id}",
    )


@job(name="schemes.ask_support_received")
def ask_support_received(*, event_id, subject_id):
    """Ask who got a scheme elsewhere how much came."""
    engagement = Engagement.objects.select_related("opportunity").get(pk=subject_id)
    if engagement.opportunity.kind == SCHEME and engagement.end_reason == GOT:
        ask(engagement_id=engagement.pk, moment=Measure.Moment.END, at=timezone.now())
