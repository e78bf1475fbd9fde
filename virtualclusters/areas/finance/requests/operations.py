"""Publishing a request for a loan: the exchange's verb and the area's own row, in one transaction."""

from django.db import transaction

from virtualclusters.areas.finance.models import RequestDetail
from virtualclusters.areas.finance.slugs import REQUEST
from virtualclusters.exchange.opportunities.models import OpportunityConcept
from virtualclusters.exchange.opportunities.operations import publish


@transaction.atomic
def publish_request(
    *, actor, at, unit_id, title, summary, language, concept_ids, amount, clusters=(), remote=False, closes_at=None, **detail
):  # fmt: skip
    """Publish what loan a unit looks for, in rupees; one lender is chosen. ``detail`` are columns of ``RequestDetail``.

    Raises what ``publish`` raises.
    """
    opportunity = publish(
        kind=REQUEST,
        unit_id=unit_id,
        title=title,
        summary=summary,
        language=language,
        concepts=[(OpportunityConcept.Role.ABOUT, concept) for concept in concept_ids],
        clusters=clusters,
        remote=remote,
        closes_at=closes_at,
        value=amount,
        places=1,
        actor=actor,
        at=at,
    )
    RequestDetail.objects.create(opportunity=opportunity, amount=amount, **detail)
    return opportunity
