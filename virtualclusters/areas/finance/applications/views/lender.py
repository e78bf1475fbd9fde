"""The lender's pages: its pipeline, one application, its papers, and every step of the way."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.finance.applications import handing_out, pipeline
from virtualclusters.areas.finance.applications import lender_forms as forms
from virtualclusters.areas.finance.applications.operations import deciding, paying, working
from virtualclusters.areas.finance.applications.operations.showing import read_paper
from virtualclusters.areas.finance.permissions import LoanPermission
from virtualclusters.capabilities.files.serving import serve
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.ui.formatters import number

WORK = LoanPermission.LOAN_WORK
A_PAGE = 50


@policy(WORK)
@require_GET
@never_cache
def listed(request):
    """The pipeline: what is late on top, fifty a page."""
    now = timezone.now()
    filters = forms.FilterForm(request.GET or {}, packages=pipeline.packages_of(request.actor))
    chosen = filters.chosen()
    counts = pipeline.counts_by_stage(request.actor)
    found = pipeline.pipeline(request.actor, at=now, counts=counts, **chosen)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "filters": filters,
        "chosen": len(chosen),
        "page": page,
        "rows": pipeline.rows_on(page, now),
        "moving": forms.MoveForm(),
        "stages": [(stage.value, stage.label, counts.get(stage, 0)) for stage in forms.Stage],
        "kept": request.GET.urlencode(),
    }
    return render(request, "finance/applications/pipeline.html", facts)


@policy(WORK)
@require_POST
def move_many(request):
    """The ticked ones to another stage; what cannot go there is said."""
    form = forms.MoveForm(request.POST)
    ids = [int(pk) for pk in request.POST.getlist("loan")[:A_PAGE] if pk.isdecimal() and len(pk) < 18]
    if form.is_valid() and ids:
        moved, left = working.move_many(
            application_ids=ids, stage=form.told()["stage"], actor=request.actor, at=timezone.now()
        )
        _say_how_many(request, len(moved), len(left))
    else:
        messages.error(request, _("Tick applications and choose a stage."))
    return redirect(f"{request.path.removesuffix('move/')}?{request.POST.get('kept', '')}")


def _say_how_many(request, moved, left):
    done = ngettext("%(n)s moved. Its owner is told.", "%(n)s moved. Their owners are told.", moved)
    messages.success(request, done % {"n": number(moved)})
    if left:
        told = ngettext("%(n)s could not be moved: it stands elsewhere.", "%(n)s could not be moved.", left)
        messages.warning(request, told % {"n": number(left)})


@policy(WORK)
@require_GET
@never_cache
def one(request, pk):
    """One application, with what can be done now."""
    return _page(request, pk)


VERBS = {
    "move": (forms.MoveForm, working.move),
    "ask": (forms.AskBackForm, working.ask_back),
    "visit": (forms.VisitForm, working.plan_visit),
    "visited": (forms.VisitedForm, working.note_visit),
    "sanction": (forms.SanctionForm, deciding.sanction),
    "decline": (forms.DeclineForm, deciding.decline),
    "paid": (forms.PaidForm, paying.pay_out),
    "paid_back": (forms.PaidBackForm, paying.pay_back),
}

WORDS = {
    "move": gettext_lazy("Put it to another stage"),
    "paid": gettext_lazy("Note a payment"),
    "ask": gettext_lazy("Ask the owner"),
    "visit": gettext_lazy("Plan a visit"),
    "visited": gettext_lazy("Note the visit"),
    "sanction": gettext_lazy("Sanction it"),
    "decline": gettext_lazy("Say no"),
    "paid_back": gettext_lazy("The loan is paid back"),
}


ASKED_BY = {"come_back_when": "come_back_on"}
"""The field that a refusal speaks of; the others speak of the whole step."""


@policy(WORK)
@require_POST
def act(request, pk, verb):
    """One step; what was typed stays beside the error."""
    if verb not in VERBS:
        raise NotFound
    found = pipeline.lenders_loan(pk, request.actor, at=timezone.now())
    form = _form(verb, found, request.POST)
    if not form.is_valid():
        return _page(request, pk, **{verb: form})
    try:
        VERBS[verb][1](application_id=pk, actor=request.actor, at=timezone.now(), **form.told())
    except Refused as refusal:
        form.add_error(ASKED_BY.get(refusal.code), f"{refusal.sentence} {refusal.change}".strip())
        return _page(request, pk, **{verb: form})
    messages.success(request, _("Done. The owner is told."))
    return redirect("lender_loan", pk=pk)


def _page(request, pk, **bound):
    now = timezone.now()
    found = pipeline.lenders_loan(pk, request.actor, at=now)
    steps = [
        {
            "verb": verb,
            "words": WORDS[verb],
            "form": bound.get(verb) or _form(verb, found, None),
            "is_open": verb in bound,
        }
        for verb in VERBS
        if verb in found.verbs
    ]
    wrong = next(iter(bound.values()), None)
    facts = {"page": found, "steps": steps, "form": wrong, "now": now}
    return render(request, "finance/applications/lender_one.html", facts, status=422 if wrong else 200)


def _form(verb, found, posted):
    application, more = found.row.application, {}
    if verb == "move":
        more["application"] = application
    if verb == "visited" and found.open_visit:
        more["initial"] = {"visit": found.open_visit.pk}
    if verb == "sanction":
        more["initial"] = {"amount": f"{application.amount.normalize():f}", "months": application.months}
    return VERBS[verb][0](posted, prefix=verb, **more)


@policy(WORK)
@require_GET
@never_cache
def file(request):
    """All that are open as a file: change the stage column and send it back."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="applications.csv"'
    handing_out.write(answer, pipeline.all_in(pipeline.pipeline(request.actor, at=timezone.now())))
    return answer


@policy(WORK)
@require_GET
@never_cache
def paper(request, pk, paper):
    """A paper that the owner shows; she sees that it was opened."""
    return serve(read_paper(application_id=pk, paper_id=paper, actor=request.actor, at=timezone.now()))
