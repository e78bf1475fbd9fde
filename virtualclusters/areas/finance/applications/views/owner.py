"""The owner's pages: apply in two steps, all her applications side by side, one with what she can do."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.finance.applications import choosing, forms, own
from virtualclusters.areas.finance.applications.operations import applying, ending, paying, working
from virtualclusters.areas.finance.packages import offers
from virtualclusters.areas.finance.packages.wishing import usual_wish, wish_form
from virtualclusters.areas.finance.permissions import LoanPermission
from virtualclusters.capabilities.wallet.queries import current_papers
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.time import day_in_india

APPLY = LoanPermission.LOAN_APPLY
A_PAGE = 10


@policy(APPLY)
@require_GET
def apply(request, pk):
    """Which lenders, how much, for what. The choices stand in the address, so that they can be come back to."""
    found = _asking(request, pk)
    if "go" in request.GET and found["form"].is_valid():
        return redirect(f"{reverse('apply_with_papers', args=[pk])}?{request.GET.urlencode()}")
    return render(request, "finance/applications/ask.html", found)


def _asking(request, pk):
    now = timezone.now()
    looked = wish_form(request.GET)
    wish = looked.wish() if looked.is_valid() else usual_wish()
    borrower = _borrower(request, now)
    packages = choosing.packages_for(pk, borrower, wish, at=now)
    earlier = choosing.earlier_of(own.own_loans(request.actor), request.GET.get("earlier", ""))
    begun = choosing.begin_with(packages[0], wish, earlier)
    form = forms.AskForm(request.GET if "go" in request.GET else None, packages=packages, initial=begun)
    return {"form": form, "package": packages[0], "earlier": earlier, "borrower": borrower, "pk": pk}


def _borrower(request, now):
    borrower = offers.borrower_of(request.actor, at=now)
    if borrower.unit is None:
        raise NotFound
    return borrower


@policy(APPLY)
@require_http_methods(["GET", "POST"])
@never_cache
def with_papers(request, pk):
    """Which papers, and her yes to each lender; then it is sent."""
    found, now = _asking(request, pk), timezone.now()
    asking = found["form"]
    if not asking.is_valid():
        return redirect(f"{reverse('apply_for_loan', args=[pk])}?{request.GET.urlencode()}")
    papers = current_papers(request.actor.organisation.wallet_id)
    packages = [asking.packages[ticked] for ticked in asking.cleaned_data["p"]]
    wanted = choosing.wanted_by(packages, papers, now)
    form = forms.ShowForm(
        request.POST or None,
        papers=papers,
        packages=packages,
        day=day_in_india(now),
        initial={"papers": [paper.pk for paper in papers]},
    )
    if request.method == "POST" and form.is_valid():
        return _send(request, found, form, now)
    facts = {
        "form": form,
        "wanted": wanted,
        "papers": papers,
        "asked": asking.asked(),
        "kept": _kept(request.GET),
        "pk": pk,
    }
    return render(request, "finance/applications/papers.html", facts)


def _send(request, found, form, now):
    earlier = found["earlier"]
    applying.apply(
        shown_until=form.shown_until(),
        unit_id=found["borrower"].unit.pk,
        asked=found["form"].asked(),
        paper_ids=form.paper_ids(),
        actor=request.actor,
        at=now,
        earlier_id=earlier.pk if earlier else None,
    )
    messages.success(request, _("Sent. Each lender has given you a number. Only the bank decides."))
    return redirect("my_loans")


def _kept(asked: QueryDict) -> str:
    return asked.urlencode()


@policy(APPLY)
@require_GET
@never_cache
def listed(request):
    """All her applications: where each stands, whose turn it is, by when."""
    now = timezone.now()
    page = Paginator(own.own_loans(request.actor), A_PAGE).get_page(request.GET.get("page"))
    rows = [own.row_of(one, now) for one in page.object_list]
    return render(request, "finance/applications/mine.html", {"page": page, "rows": rows})


@policy(APPLY)
@require_GET
@never_cache
def one(request, pk):
    """One application."""
    return _page(request, pk)


FORMS = {
    "answer": (forms.AnswerForm, working.answer_back),
    "accept": (forms.AcceptForm, ending.accept),
    "withdraw": (forms.StepBackForm, ending.withdraw),
    "money": (forms.MoneyForm, paying.say_whether_it_came),
}


@policy(APPLY)
@require_POST
def act(request, pk, verb):
    """One step of hers; what was typed stays beside the error."""
    if verb not in FORMS:
        raise NotFound
    found = own.own_loan(pk, request.actor, at=timezone.now())
    form = _forms(found, {verb: request.POST})[verb]
    if not form.is_valid():
        return _page(request, pk, **{verb: form})
    told = form.told() | ({"query_id": found.query.pk if found.query else 0} if verb == "answer" else {})
    FORMS[verb][1](application_id=pk, actor=request.actor, at=timezone.now(), **told)
    messages.success(request, _("Done. The lender is told."))
    return redirect("my_loan", pk=pk)


def _page(request, pk, **bound):
    now = timezone.now()
    found = own.own_loan(pk, request.actor, at=now)
    shown = _forms(found, {}) | bound
    wrong = next(iter(bound.values()), None)
    return render(
        request, "finance/applications/mine_one.html", {"page": found, "forms": shown, "form": wrong, "now": now}
    )


def _forms(found, posted):
    return {
        "answer": forms.AnswerForm(posted.get("answer"), papers=found.papers, prefix="answer"),
        "accept": forms.AcceptForm(posted.get("accept"), others=found.others, prefix="accept"),
        "withdraw": forms.StepBackForm(posted.get("withdraw"), prefix="withdraw"),
        "money": forms.MoneyForm(
            posted.get("money"), prefix="money", initial={"paid": found.unsaid[0].pk if found.unsaid else None}
        ),
    }
