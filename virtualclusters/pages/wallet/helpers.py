"""Whom the owner asked to help."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.capabilities.wallet import operations, queries
from virtualclusters.network.organisations.operations.wallets import wallet_of
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.pages.wallet.forms import HelperForm
from virtualclusters.pages.wallet.reading import kept_by

KEEP = OrganisationPermission.WALLET_KEEP


@policy(KEEP)
@never_cache
def helpers(request):
    """Those who help, and one more to ask by her number."""
    organisation, at = kept_by(request.actor), timezone.now()
    form = HelperForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        own = wallet_of(organisation_id=organisation.pk, actor=request.actor, at=at)
        operations.ask_helper(
            wallet_id=own.pk, language=get_language(), person=request.user, at=at, **form.cleaned_data
        )
        messages.success(request, _("We asked %(name)s.") % {"name": form.cleaned_data["name"]})
        return redirect("wallet_helpers")
    known = queries.helpers_of(organisation.wallet_id, at)
    return render(request, "wallet/helpers.html", {"form": form, "helpers": known})


@policy(KEEP)
@require_POST
def end(request, pk):
    """She helps no more."""
    operations.end_help(helper_id=pk, person=request.user, at=timezone.now())
    messages.success(request, _("The help has ended."))
    return redirect("wallet_helpers")
