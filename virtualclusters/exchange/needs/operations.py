"""The verb of needs."""

from datetime import timedelta

from django.db import transaction

from virtualclusters.capabilities.events.recording import record
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.needs.models import Need
from virtualclusters.network.organisations.models import Unit

A_SECOND_CLICK = timedelta(minutes=10)


@transaction.atomic
def state_need(*, unit_id, words, language, actor, at, source=Need.Source.TYPED):
    """Keep a unit's own words about what it needs, and return the row. The same words within ten minutes are one need.

    Raises:
        NotFound: the actor does not act for that unit.
    """
    unit = Unit.objects.for_change(actor, ExchangePermission.OPPORTUNITY_PUBLISH).one(unit_id)
    same = Need.objects.filter(unit=unit, words=words.strip(), stated_at__gt=at - A_SECOND_CLICK).first()
    if same is not None:
        return same
    need = Need.objects.create(unit=unit, words=words.strip(), language=language, source=source, stated_at=at)
    record("need.stated", actor=actor, at=at, subject="need", subject_id=need.pk, state=unit.state)
    return need
