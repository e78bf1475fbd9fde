"""Reads of notices."""

from virtualclusters.areas.targeted_notices.models import Notice, Receiver
from virtualclusters.areas.targeted_notices.outcomes import TOLD


def received_by(actor):
    """What was told to the units of the actor's organisations."""
    own = [membership.organisation_id for membership in actor.memberships]
    return Receiver.objects.filter(unit__organisation__in=own, outcome__in=TOLD)


def notices_of_office(actor):
    """All notices of her office, the newest first."""
    rows = Notice.objects.of_office(actor).select_related("organisation", "written_by")
    return rows.prefetch_related("texts").order_by("-written_at", "-pk")
