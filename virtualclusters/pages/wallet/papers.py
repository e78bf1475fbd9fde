"""The owner's own papers."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.capabilities.files.serving import serve
from virtualclusters.capabilities.wallet import operations, queries
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.operations.wallets import wallet_of
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.network.verification.operations.keeping import keep_evidence, papers_to_keep
from virtualclusters.pages.wallet.forms import PaperForm
from virtualclusters.pages.wallet.reading import kept_by, own_shelf, shown

KEEP = OrganisationPermission.WALLET_KEEP


@policy(KEEP)
@require_GET
@never_cache
def wallet(request):
    """What is there, what ends, what is missing for a loan."""
    at, organisation = timezone.now(), kept_by(request.actor)
    facts = {
        "shelf": own_shelf(organisation.wallet_id, at=at),
        "to_keep": papers_to_keep(organisation=organisation),
        "readers": queries.live_grants_of(organisation.wallet_id, at).count(),
        "helpers": len(queries.helpers_of(organisation.wallet_id, at)),
    }
    return render(request, "wallet/wallet.html", facts)


@policy(KEEP)
@require_GET
def choose_kind(request):
    """Which paper is it?"""
    return render(request, "wallet/kinds.html", {"kinds": PaperKind})


@policy(KEEP)
def add(request, kind):
    """One paper: a photo or a file, and its days."""
    if kind not in PaperKind.values:
        raise Http404
    form = PaperForm(request.POST or None, request.FILES or None, kind=kind)
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        own = wallet_of(organisation_id=kept_by(request.actor).pk, actor=request.actor, at=at)
        operations.add_paper(wallet_id=own.pk, kind=kind, person=request.user, at=at, **form.facts())
        messages.success(request, _("We have your paper. Only you see it until you show it."))
        return redirect("wallet")
    return render(request, "wallet/add.html", {"form": form, "words": form.kind.label})


@policy(KEEP)
@require_GET
@never_cache
def paper(request, pk):
    """One paper: who may read it, who opened it when."""
    one, at = queries.paper_for(paper_id=pk, person=request.user), timezone.now()
    facts = {
        "one": shown(one, day_in_india(at)),
        "grants": queries.grants_of_paper(pk, at),
        "looks": queries.looks_at(pk)[:50],
    }
    return render(request, "wallet/paper.html", facts)


@policy(KEEP)
@require_GET
@never_cache
def open_file(request, pk):
    """The paper itself."""
    return serve(operations.open_own(paper_id=pk, person=request.user))


@policy(KEEP)
def replace(request, pk):
    """A newer one in its place."""
    one = queries.paper_for(paper_id=pk, person=request.user)
    form = PaperForm(request.POST or None, request.FILES or None, kind=one.kind, initial={"title": one.title})
    if request.method == "POST" and form.is_valid():
        newer = operations.replace_paper(paper_id=pk, person=request.user, at=timezone.now(), **form.facts())
        messages.success(request, _("The new paper is in its place."))
        return redirect("wallet_paper", pk=newer.pk)
    return render(request, "wallet/add.html", {"form": form, "words": one.name, "older": one})


@policy(KEEP)
@require_POST
def remove(request, pk):
    """Take a paper out."""
    operations.remove_paper(paper_id=pk, person=request.user, at=timezone.now())
    messages.success(request, _("The paper is gone."))
    return redirect("wallet")


@policy(KEEP)
@require_POST
def take(request, pk):
    """Put the paper of a number here, in one tap."""
    keep_evidence(identifier_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("The paper is here now."))
    return redirect("wallet")
