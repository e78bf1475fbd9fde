"""Promises of lenders that are past their day, for those who oversee."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.finance.applications import overseeing, standing
from virtualclusters.areas.finance.applications.numbers import shown_number
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui.components import Column
from virtualclusters.ui.formatters import long_date

A_PAGE = 50


@policy(ExchangePermission.ENGAGEMENT_OVERSEE)
@require_GET
def listed(request):
    """Who promised whom, by when, and for how long it is over."""
    now = timezone.now()
    page = Paginator(overseeing.late_promises(request.actor, at=now), A_PAGE).get_page(request.GET.get("page"))
    columns = [
        Column(_("Lender")),
        Column(_("Unit")),
        Column(_("Number")),
        Column(_("Decide by")),
        Column(_("Late by")),
    ]
    rows = [_row(row, day_in_india(now)) for row in page.object_list]
    return render(request, "finance/applications/late.html", {"page": page, "columns": columns, "rows": rows})


def _row(row, today):
    return [
        row["engagement__opportunity__unit__organisation__name"],
        row["engagement__lead__organisation__name"],
        shown_number(row["number"]),
        long_date(row["decide_by"]),
        standing.days_in_words((today - row["decide_by"]).days),
    ]
