"""Promises past their day, as the administrator and a cluster's facilitator see them: who, since when; never amounts or papers."""

from virtualclusters.areas.finance.applications.pipeline import late_on
from virtualclusters.areas.finance.models import LoanApplication
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.desk_entries import Figure


def late_promises(actor, *, at):
    """Rows of number, lender, unit's name, package and promised day, the longest overdue first.

    The administrator's people see all; a facilitator those of units' packages that stand in her clusters.
    """
    rows = LoanApplication.objects.filter(late_on(day_in_india(at)))
    if ExchangePermission.ENGAGEMENT_OVERSEE not in actor.permissions:
        hers = actor.clusters_where(ExchangePermission.ENGAGEMENT_OVERSEE)
        rows = rows.filter(engagement__opportunity__clusters__in=hers).distinct()
    return rows.order_by("decide_by", "pk").values(
        "number",
        "decide_by",
        "engagement__opportunity__title",
        "engagement__opportunity__unit__organisation__name",
        "engagement__lead__organisation__name",
    )


def count_late(*, actor, at) -> Figure:
    """How many there are, for the desk."""
    return Figure(late_promises(actor, at=at).count())
