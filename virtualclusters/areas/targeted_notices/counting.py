"""How many a group has, and when that is not told: a small group, or a small difference between two, would name single units."""

from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.targeted_notices.audience import Audience, read_audience, units_of
from virtualclusters.areas.targeted_notices.models import ToldGroup
from virtualclusters.exchange.audiences import FEWEST_SHOWN
from virtualclusters.network.organisations.models import OrganisationKind

MOST_COMPARED = 30
"""With so many groups that the office was told last a new one is compared."""


class Hidden(StrEnum):
    """Why a group is neither counted nor addressed."""

    FEW = "few"
    NEAR = "near"


HIDDEN_WORDS = {
    Hidden.FEW: _("They are too few. So small a group would tell who they are."),
    Hidden.NEAR: _(
        "This group differs from another by so few units that it would tell who they are. Leave out or add more."
    ),
}


@dataclass(frozen=True)
class Size:
    """How many of a group may be approached, and how many fit but do not agree to that. ``hidden``: why it is not told."""

    reachable: int
    without_consent: int
    hidden: Hidden | None = None


def reachable_units(audience: Audience, *, sender_id, at):
    """Those of a group that agreed to be approached."""
    return units_of(audience, sender_id=sender_id, at=at).filter(may_be_approached=True)


def size_of(audience: Audience, *, actor, at) -> Size:
    """Count a group for an office. One query, and two more for each earlier group it is compared with."""
    everyone = units_of(audience, sender_id=actor.organisation_id, at=at).order_by()
    counted = everyone.aggregate(fit=Count("pk"), reachable=Count("pk", filter=Q(may_be_approached=True)))
    return Size(
        counted["reachable"],
        counted["fit"] - counted["reachable"],
        _hidden(audience, counted["reachable"], actor, at),
    )


def remember_told(audience: Audience, *, actor, at):
    """Keep that the office was told this group's size."""
    ToldGroup.objects.update_or_create(
        organisation_id=actor.organisation_id, audience=audience.stored(), defaults={"told_at": at}
    )


def _hidden(audience, count, actor, at):
    if actor.organisation.kind == OrganisationKind.ADMINISTRATOR:
        return None
    if count < FEWEST_SHOWN:
        return Hidden.FEW
    return Hidden.NEAR if _is_too_near(audience, actor.organisation_id, at) else None


def _is_too_near(audience, sender_id, at):
    reachable = reachable_units(audience, sender_id=sender_id, at=at)
    for other in _to_compare(audience, sender_id):
        others = reachable_units(other, sender_id=sender_id, at=at)
        if _is_handful(reachable, others) or _is_handful(others, reachable):
            return True
    return False


def _to_compare(audience, sender_id):
    """Earlier groups of the office, and the same group as the directory shows it; what the directory shows of both is no secret."""
    kept = ToldGroup.objects.filter(organisation=sender_id).exclude(audience=audience.stored()).order_by("-told_at")
    earlier = [read_audience(row.audience) for row in kept[:MOST_COMPARED]]
    public = [replace(audience, sizes=(), owners=(), needs=())] if audience.is_private else []
    return [*public, *(other for other in earlier if audience.is_private or other.is_private)]


def _is_handful(these, those):
    return 0 < these.exclude(pk__in=those.order_by().values("pk"))[:FEWEST_SHOWN].count() < FEWEST_SHOWN
