"""The calculator for everybody, an enterprise's own late payments, and the table of bank rates."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.areas.late_payments import folder, operations, queries
from virtualclusters.areas.late_payments.forms import (
    BankRateForm,
    CalculatorForm,
    EvidenceForm,
    KeepForm,
    PaymentForm,
)
from virtualclusters.areas.late_payments.interest import interest_on
from virtualclusters.areas.late_payments.models import BankRate, LatePayment
from virtualclusters.areas.late_payments.permissions import LatePaymentPermission
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india

KEEP, RATES = LatePaymentPermission.LATE_PAYMENT_KEEP, LatePaymentPermission.BANK_RATE_KEEP
A_LIST = 100


@policy(PUBLIC)
@require_GET
def calculator(request):
    """What a buyer owes who pays late. Nothing is kept, nobody signs in."""
    rates = queries.rates()
    form = CalculatorForm(request.GET if "amount" in request.GET else None, rates=rates)
    facts = {"form": form, "may_keep": request.actor.may(KEEP), "latest": rates[-1] if rates else None}
    if form.is_valid():
        facts |= _result(form, rates)
    return render(request, "late_payments/calculator.html", facts, status=422 if form.errors else 200)


@policy(KEEP)
@require_GET
@never_cache
def listed(request):
    """The invoices that are kept, each with what is owed today."""
    now = timezone.now()
    rows = LatePayment.objects.visible_to(request.actor, KEEP).order_by("-written_at")[:A_LIST]
    kept = [{"kept": row, "found": found} for row, found in queries.worked_out_many(rows, at=now)]
    return render(request, "late_payments/list.html", {"rows": kept})


@policy(KEEP)
@require_http_methods(["GET", "POST"])
def new(request):
    """Keep an invoice, filled with what was just worked out."""
    rates = queries.rates()
    told = CalculatorForm(request.GET, rates=rates) if "amount" in request.GET else None
    start = told.cleaned_data if told and told.is_valid() else {}
    form = KeepForm(request.POST or None, known_from=rates[0].day if rates else None, initial=start)
    if form.is_valid():
        payments = told.payments() if start else []
        try:
            kept = operations.keep(actor=request.actor, at=timezone.now(), payments=payments, **form.cleaned_data)
            return redirect("late_payment", kept.pk)
        except Refused as refusal:
            where = "amount" if refusal.code == "more_than_owed" else None
            form.add_error(where, f"{refusal.sentence} {refusal.change}".strip())
    return render(request, "late_payments/new.html", {"form": form}, status=422 if form.errors else 200)


@policy(KEEP)
@require_GET
@never_cache
def show(request, pk):
    """One invoice: what is owed today, its papers, and who may file."""
    return _page(request, pk)


@policy(KEEP)
@require_POST
def payment(request, pk):
    """The buyer paid a part."""
    form = PaymentForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, payment_form=form)
    try:
        operations.add_payment(late_payment_id=pk, actor=request.actor, at=timezone.now(), **form.cleaned_data)
    except Refused as refusal:
        form.add_error("amount", refusal.sentence)
        return _page(request, pk, payment_form=form)
    messages.success(request, _("Noted. The interest is worked out anew."))
    return redirect("late_payment", pk)


@policy(KEEP)
@require_POST
def evidence(request, pk):
    """One paper more."""
    form = EvidenceForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, pk, evidence_form=form)
    told = form.cleaned_data
    operations.add_evidence(
        late_payment_id=pk, kind=told["kind"], upload=told["file"], actor=request.actor, at=timezone.now()
    )
    messages.success(request, _("We have your paper. We check it for harm first."))
    return redirect("late_payment", pk)


@policy(KEEP)
@require_POST
def remove(request, pk):
    """Take an invoice away."""
    operations.remove(late_payment_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("It is gone, with its papers."))
    return redirect("late_payments")


@policy(KEEP)
@require_GET
@never_cache
def folder_pdf(request, pk):
    """The summary."""
    return _given(folder.pdf(_own(request, pk), at=timezone.now()), "application/pdf", "summary.pdf")


@policy(KEEP)
@require_GET
@never_cache
def folder_table(request, pk):
    """The calculation as a table."""
    return _given(folder.table(_own(request, pk), at=timezone.now()), "text/csv; charset=utf-8", "calculation.csv")


@policy(KEEP)
@require_GET
@never_cache
def folder_all(request, pk):
    """Summary, table and papers in one file."""
    return _given(folder.packed(_own(request, pk), at=timezone.now()), "application/zip", "late-payment.zip")


@policy(RATES)
@require_http_methods(["GET", "POST"])
def bank_rates(request):
    """The table of bank rates; a rate of the same day is corrected."""
    form = BankRateForm(request.POST or None)
    if form.is_valid():
        operations.set_rate(actor=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Noted. From now on it is worked out with this rate."))
        return redirect("bank_rates")
    facts = {"form": form, "rates": BankRate.objects.all()}
    return render(request, "late_payments/bank_rates.html", facts, status=422 if form.errors else 200)


def _result(form, rates):
    told = form.cleaned_data
    until = told["until"] or day_in_india(timezone.now())
    found = interest_on(told["amount"], due=form.due_on(), until=until, rates=rates, payments=form.payments())
    return {"found": found, **_shown(found)}


def _shown(found):
    return {
        "unchecked": [row for row in queries.rates_used(found) if not row.is_checked],
        "convention": folder.convention(),
        "who": folder.who_may_file(),
        "where": folder.where_to_file(),
    }


def _page(request, pk, payment_form=None, evidence_form=None):
    now, kept = timezone.now(), _own(request, pk)
    found = queries.worked_out(kept, at=now)
    facts = {
        "kept": kept,
        "found": found,
        "payments": kept.payments.all(),
        "parts": queries.parts_of(kept),
        "udyam": queries.udyam_paper(kept.organisation),
        "filing": queries.filing_of(kept.organisation, at=now),
        "payment_form": payment_form or PaymentForm(),
        "evidence_form": evidence_form or EvidenceForm(),
        "form": payment_form or evidence_form,
        **_shown(found),
    }
    return render(request, "late_payments/show.html", facts, status=422 if payment_form or evidence_form else 200)


def _own(request, pk):
    return LatePayment.objects.visible_to(request.actor, KEEP).select_related("organisation").one(pk)


def _given(content, content_type, name):
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
