"""Publishing an offer or a requirement: the exchange's verb and the catalogue's own row, in one transaction."""

from django.db import transaction

from virtualclusters.areas.catalogue.models import OfferDetail, RequirementDetail
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.exchange.opportunities.operations import publish


@transaction.atomic
def publish_offer(
    *, actor, at, unit_id, title, summary, language, concept_ids, clusters=(), remote=False, closes_at=None, **detail
):
    """Publish what a unit offers; ``detail`` are columns of ``OfferDetail``. Raises what ``opportunities.publish`` raises."""
    opportunity = publish(
        kind="offer",
        unit_id=unit_id,
        title=title,
        summary=summary,
        language=language,
        concepts=[(OpportunityConcept.Role.OFFERS, concept) for concept in concept_ids],
        clusters=clusters,
        remote=remote,
        closes_at=closes_at,
        actor=actor,
        at=at,
    )
    OfferDetail.objects.create(opportunity=opportunity, **detail)
    return opportunity


@transaction.atomic
def publish_requirement(
    *, actor, at, unit_id, title, summary, language, concept_ids, clusters=(), remote=False, closes_at=None, **detail
):
    """Publish what a unit wants to buy; one seller is chosen. ``detail`` are columns of ``RequirementDetail``."""
    opportunity = publish(
        kind="requirement",
        unit_id=unit_id,
        title=title,
        summary=summary,
        language=language,
        concepts=[(OpportunityConcept.Role.ASKS, concept) for concept in concept_ids],
        clusters=clusters,
        remote=remote,
        closes_at=closes_at,
        places=1,
        value=detail.get("budget"),
        actor=actor,
        at=at,
    )
    RequirementDetail.objects.create(opportunity=opportunity, **detail)
    return opportunity
