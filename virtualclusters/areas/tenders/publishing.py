"""A buyer's own tender, that came of a line of its plan: told here with the portal on which one bids, and linked with the plan."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.tenders.models import TenderDetail
from virtualclusters.areas.tenders.notice import twin_key
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.opportunities.operations import add_source, link, publish
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.organisations.buyers import buyer_key


@transaction.atomic
def publish_from(
    *, earlier_id, actor, at, title, summary, language, closes_at, value, portal, number, address, **detail
):
    """Publish the tender that an opportunity of the actor's own led to. It asks for the same things as that one.

    Args:
        earlier_id: the line of the plan.
        portal, number, address: where one bids.
        detail: columns of ``TenderDetail``.

    Raises:
        NotFound: the earlier one is not hers.
        Refused: this portal's number is here already; or what ``opportunities.publish`` refuses.
    """
    earlier = Opportunity.objects.for_change(actor).one(earlier_id)
    tender = publish(
        kind="tender",
        unit_id=earlier.unit_id,
        title=title,
        summary=summary,
        language=language,
        concepts=_asked_by(earlier),
        clusters=list(earlier.clusters.values_list("pk", flat=True)),
        closes_at=closes_at,
        value=value,
        state=earlier.state,
        district=earlier.district,
        actor=actor,
        at=at,
    )
    name = earlier.unit.organisation.name
    TenderDetail.objects.create(
        opportunity=tender,
        tender_id=number,
        twin_key=twin_key(buyer_key(name), closes_at),
        organisation_chain=[name],
        bids_until=closes_at,
        **detail,
    )
    if not add_source(opportunity=tender, portal=portal, reference=number, address=address, at=at):
        raise Refused("known_already", _("A tender of this number is here already."), _("Check portal and number."))
    link(earlier_id=earlier_id, later=tender, actor=actor, at=at)
    return tender


def _asked_by(earlier):
    asks = OpportunityConcept.objects.filter(opportunity=earlier, role=OpportunityConcept.Role.ASKS)
    return list(asks.values_list("role", "concept"))
