"""The administrator's list of organisations, and the same as CSV."""

from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import policy
from virtualclusters.pages.desk.forms import OrganisationFilter
from virtualclusters.pages.desk.listing import csv_lines, headings, organisations_where, row_of
from virtualclusters.pages.desk.permissions import DeskPermission
from virtualclusters.ui.components import Column

A_PAGE = 50


@policy(DeskPermission.ORGANISATION_LIST)
@require_GET
def listed(request):
    """Fifty a page, newest first."""
    form = OrganisationFilter(request.GET)
    chosen = form.chosen()
    page = Paginator(organisations_where(**chosen), A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "form": form,
        "chosen": len(chosen),
        "page": page,
        "columns": [Column(heading) for heading in headings()],
        "rows": [row_of(organisation) for organisation in page],
        "csv_href": f"{reverse('desk_organisations_csv')}?{request.GET.urlencode()}",
    }
    return render(request, "desk/organisations.html", facts)


@policy(DeskPermission.ORGANISATION_LIST)
@require_GET
def exported(request):
    """All that the filters leave, one line each. No cell is a formula."""
    lines = csv_lines(organisations_where(**OrganisationFilter(request.GET).chosen()))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="organisations-{timezone.localdate():%Y-%m-%d}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response
