"""The helper's own pages: asked, agreed, adding papers and putting them together."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.capabilities.files.serving import serve
from virtualclusters.capabilities.wallet import operations, queries
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.capabilities.wallet.owners import name_of
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.wallet.forms import PaperForm, SetForm
from virtualclusters.pages.wallet.reading import helped_shelf


@policy(SIGNED_IN)
@require_GET
@never_cache
def helping(request):
    """Whose papers she was asked to help with, or helps with."""
    rows = queries.helping_named(request.user, timezone.now())
    return render(request, "wallet/helping.html", {"rows": rows})


@policy(SIGNED_IN)
@require_GET
@never_cache
def one(request, pk):
    """The request; or, once she agreed, the papers."""
    at = timezone.now()
    helper = queries.helper_of(helper_id=pk, person=request.user, at=at)
    facts = {"helper": helper, "firm": name_of(helper.wallet_id)}
    if helper.is_live_at(at):
        facts["shelf"] = helped_shelf(helper, at=at)
    return render(request, "wallet/helping_one.html", facts)


@policy(SIGNED_IN)
@require_POST
def agree(request, pk):
    """Yes."""
    operations.agree_to_help(helper_id=pk, person=request.user, at=timezone.now())
    messages.success(request, _("Thank you. You can add papers now."))
    return redirect("helping_one", pk=pk)


@policy(SIGNED_IN)
@require_POST
def end(request, pk):
    """No, or no longer."""
    operations.end_help(helper_id=pk, person=request.user, at=timezone.now())
    messages.success(request, _("The help has ended."))
    return redirect("helping")


@policy(SIGNED_IN)
def add(request, pk, kind):
    """One paper for the owner."""
    helper = _live(request, pk)
    if kind not in PaperKind.values:
        raise Http404
    form = PaperForm(request.POST or None, request.FILES or None, kind=kind)
    if request.method == "POST" and form.is_valid():
        operations.add_paper(
            wallet_id=helper.wallet_id, kind=kind, person=request.user, at=timezone.now(), **form.facts()
        )
        messages.success(request, _("The paper is added. The owner sees that you did it."))
        return redirect("helping_one", pk=pk)
    return render(request, "wallet/add.html", {"form": form, "words": form.kind.label, "helper": helper})


@policy(SIGNED_IN)
@require_GET
@never_cache
def open_file(request, pk, paper):
    """A paper, opened by the helper; the owner sees that."""
    return serve(operations.open_as_helper(helper_id=pk, paper_id=paper, person=request.user, at=timezone.now()))


@policy(SIGNED_IN)
def put_together(request, pk):
    """Papers for one purpose, ready for the owner's yes."""
    helper, at = _live(request, pk), timezone.now()
    form = SetForm(request.POST or None, papers=queries.current_papers(helper.wallet_id))
    if request.method == "POST" and form.is_valid():
        operations.make_dossier(
            wallet_id=helper.wallet_id,
            purpose=form.cleaned_data["purpose"],
            paper_ids=[int(paper_id) for paper_id in form.cleaned_data["papers"]],
            facts={},
            facts_as_of=at,
            person=request.user,
            at=at,
        )
        messages.success(request, _("The papers are ready. Only the owner can show them."))
        return redirect("helping_one", pk=pk)
    return render(request, "wallet/helping_set.html", {"form": form, "helper": helper})


def _live(request, pk):
    at = timezone.now()
    helper = queries.helper_of(helper_id=pk, person=request.user, at=at)
    if not helper.is_live_at(at):
        raise NotFound
    return helper
