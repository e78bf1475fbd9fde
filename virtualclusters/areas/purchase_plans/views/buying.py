"""A purchase officer's own work: finding makers with what was checked of them, and the statement of the year."""

import csv
import io

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.purchase_plans import buyers_year
from virtualclusters.areas.purchase_plans import vendors as finding
from virtualclusters.areas.purchase_plans.forms import VendorFilter, YearForm
from virtualclusters.areas.purchase_plans.permissions import PlanPermission
from virtualclusters.areas.purchase_plans.years import year_at, year_words

A_PAGE, MOST_EXPORTED = 20, 500
DO = PlanPermission.BUYING_DO


@policy(DO)
@require_GET
def vendors(request):
    """Makers by item, amount, place and owner."""
    now = timezone.now()
    form = VendorFilter(request.GET)
    chosen = form.chosen()
    page = Paginator(finding.find(at=now, **chosen), A_PAGE).get_page(request.GET.get("page"))
    found = finding.vendors_of(list(page), chosen, at=now, language=get_language())
    facts = {"form": form, "chosen": len(chosen), "page": page, "rows": found, "query": request.GET.urlencode()}
    return render(request, "purchase_plans/vendors.html", facts, status=422 if form.errors else 200)


@policy(DO)
@require_GET
@never_cache
def vendors_table(request):
    """The same as a table, the first five hundred: no phone, no address."""
    now, form = timezone.now(), VendorFilter(request.GET)
    chosen = form.chosen()
    ids = list(finding.find(at=now, **chosen)[:MOST_EXPORTED])
    return _table("makers.csv", finding.table_of(finding.vendors_of(ids, chosen, at=now, language=get_language())))


@policy(DO)
@require_GET
@never_cache
def statement(request):
    """What the organisation bought in a year, and from whom."""
    year = _year(request)
    page = Paginator(buyers_year.purchases_of(request.actor, year), A_PAGE).get_page(request.GET.get("page"))
    facts = {"statement": buyers_year.statement_for(request.actor, year), "page": page, "year": year_words(year)}
    facts |= {"form": YearForm({"year": year}), "chosen": year, "organisation": request.actor.organisation}
    return render(request, "purchase_plans/statement.html", facts)


@policy(DO)
@require_GET
@never_cache
def statement_table(request):
    """The shares and the purchases behind them as a table."""
    return _table("statement.csv", buyers_year.table_of(request.actor, _year(request)))


def _year(request):
    form = YearForm(request.GET)
    return form.cleaned_data["year"] if form.is_valid() else year_at(timezone.now())


def _table(name, rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8", headers=headers)
