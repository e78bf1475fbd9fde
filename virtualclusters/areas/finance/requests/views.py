"""The lender's page of units that look for a loan."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.finance.permissions import LoanPermission
from virtualclusters.areas.finance.requests import finding
from virtualclusters.areas.finance.requests.forms import RequestFilter

A_PAGE = 20


@policy(LoanPermission.LOAN_WORK)
@require_GET
def listed(request):
    """Open searches for a loan: those that fit the lender's packages, or all."""
    now, form = timezone.now(), RequestFilter(request.GET)
    chosen = form.chosen()
    lending = finding.packages_open(request.actor, at=now)
    found = finding.open_requests(request.actor, lending, at=now, **chosen)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "form": form,
        "chosen": len(chosen),
        "page": page,
        "rows": finding.rows_of(page.object_list, lending),
        "lends": bool(lending),
        "every": "every" in chosen,
    }
    return render(request, "finance/lender/requests.html", facts)
