"""Publishing a line of a purchase plan: by the buyer itself, or filed for it by the administrator."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from virtualclusters.areas.purchase_plans.models import PlanDetail
from virtualclusters.areas.purchase_plans.permissions import PlanPermission
from virtualclusters.areas.purchase_plans.years import last_moment
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.exchange.opportunities.operations import publish, put
from virtualclusters.network.organisations.buyers import unit_of_buyer

SLUG = "purchase_plan"


@transaction.atomic
def publish_plan(
    *, actor, at, unit_id, title, summary, language, concept_ids, clusters=(), remote=False, closes_at=None,
    value=None, **detail,
):  # fmt: skip
    """Publish what a buyer's own unit will buy; ``detail`` are columns of ``PlanDetail``. Raises what ``opportunities.publish`` raises."""
    opportunity = publish(
        kind=SLUG,
        unit_id=unit_id,
        title=title,
        summary=summary,
        language=language,
        concepts=_asks(concept_ids),
        clusters=clusters,
        remote=remote,
        closes_at=closes_at or _end(detail),
        value=value,
        actor=actor,
        at=at,
    )
    PlanDetail.objects.create(opportunity=opportunity, **detail)
    return opportunity


@transaction.atomic
def file_for_buyer(
    *, actor, at, buyer, title, summary, language, concept_ids, clusters=(), closes_at=None, value=None, **detail
):
    """Write down what a buyer will buy, on its behalf. It shows who filed it; a buyer not here yet stands as unclaimed.

    Args:
        buyer: the buyer's name.

    Raises:
        PermissionDenied: the actor does not file for others.
    """
    if not (actor.is_portal or actor.may(PlanPermission.PLAN_FILE)):
        raise PermissionDenied("Only the administrator files plans for others.")
    opportunity = put(
        kind=SLUG,
        unit=unit_of_buyer(buyer, at=at),
        title=title,
        summary=summary,
        language=language,
        concepts=_asks(concept_ids),
        clusters=clusters,
        closes_at=closes_at or _end(detail),
        published_at=at,
        value=value,
        actor=actor,
        at=at,
    )
    PlanDetail.objects.create(opportunity=opportunity, filed_by_id=actor.organisation_id, **detail)
    return opportunity


def _asks(concept_ids):
    return [(OpportunityConcept.Role.ASKS, concept) for concept in concept_ids]


def _end(detail):
    return last_moment(detail["financial_year"], detail.get("quarter"))
