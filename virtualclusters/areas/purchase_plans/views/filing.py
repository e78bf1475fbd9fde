"""The administrator's side: filing for a buyer, who has not filed, reminding, and how long papers take."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.purchase_plans import filing, operations
from virtualclusters.areas.purchase_plans.forms import FileForm, PaperDaysForm
from virtualclusters.areas.purchase_plans.permissions import PlanPermission
from virtualclusters.areas.purchase_plans.years import year_at, year_words
from virtualclusters.exchange.rules.keeping import paper_days_named, set_paper_days
from virtualclusters.network.vocabulary import reading

A_PAGE = 50


@policy(PlanPermission.PLAN_FILE)
@require_http_methods(["GET", "POST"])
def filed(request):
    """The administrator writes down a line for a buyer."""
    form = FileForm(request.POST or None, initial={"buyer": request.GET.get("buyer", "")})
    if form.is_valid():
        said = form.columns()
        found = reading.read(f"{said['title']}. {said['summary']}", language=get_language()).named
        plan = operations.file_for_buyer(
            actor=request.actor,
            at=timezone.now(),
            language=get_language(),
            concept_ids={one.concept_id for one in found},
            **said,
        )
        messages.success(request, _("Filed for %(buyer)s.") % {"buyer": plan.unit.organisation.name})
        return redirect("purchase_plans")
    return render(request, "purchase_plans/file.html", {"form": form})


@policy(PlanPermission.PLAN_FILE)
@require_GET
def overview(request):
    """Who told a plan this year, by which offices, and who did not."""
    now = timezone.now()
    year, without = year_at(now), "without" in request.GET
    page = Paginator(filing.buyers(year, without_plan=without), A_PAGE).get_page(request.GET.get("page"))
    rows = [(one, one.may_be_reminded(now)) for one in filing.filings_of(list(page), year)]
    facts = {"page": page, "rows": rows, "year": year_words(year), "without": without, "now": now}
    return render(request, "purchase_plans/filing.html", facts)


@policy(PlanPermission.PLAN_FILE)
@require_POST
def remind(request, pk):
    """Remind one buyer."""
    filing.remind(organisation_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("Reminded."))
    return redirect("purchase_plan_filing")


@policy(PlanPermission.PLAN_FILE)
@require_http_methods(["GET", "POST"])
def paper_days(request):
    """The days that papers take, each with its source; the same paper sent again is corrected."""
    form = PaperDaysForm(request.POST or None)
    if form.is_valid():
        set_paper_days(**form.cleaned_data)
        messages.success(request, _("Noted. Units read it from now on."))
        return redirect("paper_days")
    facts = {"form": form, "rows": paper_days_named()}
    return render(request, "purchase_plans/paper_days.html", facts, status=422 if form.errors else 200)
