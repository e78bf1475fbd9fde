"""An opportunity that an organisation prepares together before anybody else sees it: drafted, changed, published.

A draft has no ``published_at``: only its own organisation reads it (``visible_to``), nobody is told of it and no search finds it.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.operations import (
    record_of,
    refuse_wrong_publisher,
    set_concepts,
    unit_of,
    words_unread_in,
)
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.clusters.belonging import clusters_holding


@transaction.atomic
def prepare(*, kind, unit_id, language, actor, at) -> Opportunity:
    """A new draft of a kind without words yet: ``rewrite`` says them in the same transaction.

    Raises:
        NotFound: the actor does not act for that unit.
        Refused: this kind of organisation does not publish it.
    """
    unit = unit_of(actor, unit_id)
    refuse_wrong_publisher(kind_of(kind), unit)
    return Opportunity(kind=kind, unit=unit, language=language, created_at=at, most_answers=kind_of(kind).most_answers)


@transaction.atomic
def rewrite(*, opportunity, concepts, actor, at, **columns):
    """Say a locked or new draft anew: columns of ``Opportunity``, and its (role, concept id) pairs; its clusters follow from them.

    Raises:
        Refused: it is published already.
    """
    if opportunity.published_at is not None:
        raise Refused("published_already", _("This is published already."))
    for name, value in columns.items():
        setattr(opportunity, name, value)
    opportunity.unread_words = [] if concepts else words_unread_in(opportunity.title, opportunity.language)
    opportunity.save()
    set_concepts(opportunity, concepts)
    opportunity.clusters.set(clusters_holding(concept for _role, concept in concepts) if concepts else ())
    return opportunity


@transaction.atomic
def publish_prepared(*, opportunity, actor, at):
    """Publish a locked draft: from now on others see it and are told.

    Raises:
        Refused: it is published already, or its last day is over.
    """
    if opportunity.published_at is not None:
        raise Refused("published_already", _("This is published already."))
    if opportunity.closes_at is not None and opportunity.closes_at <= at:
        raise Refused("closing_day_over", _("The last day is over already."), _("Choose a later last day."))
    opportunity.published_at = at
    opportunity.save(update_fields=["published_at"])
    record_of("opportunity.published", opportunity, actor=actor, at=at)
    return opportunity
