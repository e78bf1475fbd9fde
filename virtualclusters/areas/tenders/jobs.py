"""What tenders do by themselves: tell followers of a change and of the last days, ask the winner for her figure. Each may run twice."""

from datetime import timedelta

from django.utils import timezone

from virtualclusters.areas.tenders.kind import TENDER, WON
from virtualclusters.areas.tenders.notices import CORRIGENDUM, FROM_PLAN, LAST_DAYS
from virtualclusters.capabilities.jobs.declaring import job
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import people_of_organisations
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityLink
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.exchange.outcomes.operations import ask
from virtualclusters.foundation.time import day_in_india

NEAR = timedelta(days=3)


@job(name="tenders.tell_of_change")
def tell_of_change(*, event_id, subject_id):
    """Tell everyone who follows a changed tender."""
    opportunity = Opportunity.objects.get(pk=subject_id)
    if opportunity.kind == TENDER.slug and opportunity.is_open(timezone.now()):
        _tell(opportunity, CORRIGENDUM, at=timezone.now(), occasion=str(event_id))


@job(name="tenders.tell_of_last_days", cron="30 3 * * *")
def tell_of_last_days(*, at):
    """Every morning at nine in India: tell followers of tenders that close within three days, once for each closing day."""
    near = Opportunity.objects.open_at(at).filter(kind=TENDER.slug, closes_at__lte=at + NEAR)
    followed = near.filter(engagements__in=Engagement.objects.live()).distinct()
    for opportunity in followed.iterator(chunk_size=200):
        _tell(opportunity, LAST_DAYS, at=at, occasion=day_in_india(opportunity.closes_at).isoformat())


@job(name="tenders.tell_of_plan")
def tell_of_plan(*, event_id, subject_id):
    """Tell everyone who was interested in a plan that it became a tender, once a tender."""
    links = OpportunityLink.objects.filter(earlier=subject_id, later__kind=TENDER.slug).select_related("later")
    for link in links:
        if link.later.is_open(timezone.now()):
            interested = Engagement.objects.live().filter(opportunity=subject_id)
            _tell(link.later, FROM_PLAN, at=timezone.now(), occasion=str(subject_id), engagements=interested)


@job(name="tenders.ask_value_won")
def ask_value_won(*, event_id, subject_id):
    """Ask who won a tender what the order is worth."""
    engagement = Engagement.objects.select_related("opportunity").get(pk=subject_id)
    if engagement.opportunity.kind == TENDER.slug and engagement.end_reason == WON:
        ask(engagement_id=engagement.pk, moment=Measure.Moment.END, at=timezone.now())


def _tell(opportunity, key, *, at, occasion, engagements=None):
    following = Engagement.objects.live().filter(opportunity=opportunity) if engagements is None else engagements
    organisations = set(following.values_list("lead__organisation", flat=True))
    notify(
        people_ids=people_of_organisations(organisations),
        key=key,
        variables={"title": opportunity.title, "day": day_in_india(opportunity.closes_at).isoformat()},
        at=at,
        about=f"/opportunities/{opportunity.pk}/",
        dedupe_key=f"{key}:{opportunity.pk}:{occasion}",
    )
