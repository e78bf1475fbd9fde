"""An organisation's numbers and papers."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.network.verification import operations
from virtualclusters.network.verification.models import Identifier
from virtualclusters.network.verification.standing import standings_of
from virtualclusters.pages.workspace_papers.forms import NumberForm, PaperForm


@policy(OrganisationPermission.PROFILE_EDIT)
@require_GET
def papers(request):
    """Each number with where it stands, and the numbers still to be given."""
    return render(
        request, "papers/papers.html", {"standings": standings_of(request.actor.organisation, at=timezone.now())}
    )


@policy(OrganisationPermission.PROFILE_EDIT)
def paper_add(request, kind):
    """One number. A right one leads on to its paper."""
    if kind not in {known.value for known in IdentifierKind}:
        raise Http404
    form = NumberForm(request.POST or None, kind=kind)
    if request.method == "POST" and form.is_valid():
        stated = operations.state_identifier(
            organisation_id=request.actor.organisation_id,
            kind=kind,
            text=form.cleaned_data["number"],
            paper_says=form.cleaned_data.get("paper_says", ""),
            actor=request.actor,
            at=timezone.now(),
        )
        return redirect("paper_evidence", pk=stated.pk)
    return render(request, "papers/add.html", {"form": form})


@policy(OrganisationPermission.PROFILE_EDIT)
def paper_evidence(request, pk):
    """The paper for a number; then the number waits for a verifier."""
    identifier = Identifier.objects.visible_to(request.actor).one(pk)
    form = PaperForm(request.POST or None, request.FILES or None, kind=identifier.kind)
    if request.method == "POST" and form.is_valid():
        operations.attach_evidence(
            identifier_id=pk, upload=form.cleaned_data["paper"], actor=request.actor, at=timezone.now()
        )
        messages.success(request, _("We have your paper. A person looks at it, and we send you word."))
        return redirect("papers")
    return render(request, "papers/evidence.html", {"form": form, "identifier": identifier})


@policy(OrganisationPermission.PROFILE_EDIT)
@require_POST
def paper_withdraw(request, pk):
    """Take a number back."""
    operations.withdraw_identifier(identifier_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("The number is gone from your page."))
    return redirect("papers")
