"""The desk: reports of money for the administrator's people, calls for facilitators."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.student_projects.models import FeeReport
from virtualclusters.areas.student_projects.permissions import ProjectPermission
from virtualclusters.areas.student_projects.projects.operations import reporting
from virtualclusters.areas.student_projects.projects.work_forms import SettleForm
from virtualclusters.foundation.errors import NotFound

FOLDER = "student_projects/projects/"
A_PAGE = 50


@policy(ProjectPermission.FEE_REPORT_SETTLE)
@require_GET
def reports(request):
    """Who told us that somebody asks for money; what waits stands first."""
    rows = FeeReport.objects.select_related("opportunity__unit__organisation", "reporter")
    page = Paginator(rows.order_by("-settled_at", "reported_at"), A_PAGE).get_page(request.GET.get("page"))
    return render(request, FOLDER + "reports.html", {"page": page, "now": timezone.now()})


@policy(ProjectPermission.FEE_REPORT_SETTLE)
@require_http_methods(["GET", "POST"])
def report(request, pk):
    """One report: what was told, and what was done about it."""
    found = FeeReport.objects.select_related("opportunity__unit__organisation", "reporter").filter(pk=pk).first()
    if found is None:
        raise NotFound
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        reporting.settle_report(report_id=pk, settlement=words, actor=request.actor, at=timezone.now())
        messages.success(request, _("Settled. Whoever told us is told."))
        return redirect("project_reports")
    return render(request, FOLDER + "report.html", {"form": form, "report": found, "opportunity": found.opportunity})


@policy(ProjectPermission.PROJECT_CALL)
@require_GET
def calls(request):
    """Where somebody should call, oldest first."""
    page = Paginator(reporting.calls_for(request.actor), A_PAGE).get_page(request.GET.get("page"))
    return render(request, FOLDER + "calls.html", {"page": page, "now": timezone.now()})


@policy(ProjectPermission.PROJECT_CALL)
@require_http_methods(["GET", "POST"])
def call(request, pk):
    """One call: what came of it."""
    found = reporting.calls_for(request.actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reporting.settle_call(call_id=pk, note=form.cleaned_data["words"], actor=request.actor, at=timezone.now())
        messages.success(request, _("Settled."))
        return redirect("project_calls")
    return render(request, FOLDER + "call.html", {"form": form, "call": found, "opportunity": found.opportunity})
