"""A coordinator registers units for their owners, and sees who said yes."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.accounts.notices import JOINING
from virtualclusters.accounts.policy import policy
from virtualclusters.network.organisations import operations
from virtualclusters.network.organisations.models import CapabilityWords
from virtualclusters.network.organisations.operations.registering import Firm, Said
from virtualclusters.network.organisations.queries import registered_for_owners
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.pages.joining.forms import AssistForm
from virtualclusters.ui.languages import LANGUAGES

HELP = OrganisationPermission.UNIT_REGISTER_FOR_OWNER
Part = CapabilityWords.Part


@policy(HELP)
def register(request):
    """One page: the owner, her firm, what it makes and needs."""
    form = AssistForm(request.POST or None, languages=LANGUAGES, initial={"language": get_language()})
    if request.method == "POST" and form.is_valid():
        operations.register_for_owner(**_told(form.cleaned_data), actor=request.actor, at=timezone.now())
        messages.success(request, _("We sent the owner an SMS. The firm shows when the owner says yes."))
        return redirect("assist_list")
    return render(request, "joining/assist.html", {"form": form, "notice": JOINING})


@policy(HELP)
def listing(request):
    """Firms this organisation's people registered for owners, and how each stands."""
    return render(
        request, "joining/assist_list.html", {"registered": registered_for_owners(request.actor, at=timezone.now())}
    )


def _told(answers):
    said = {Part.PRODUCTS: Said(answers["words"])}
    if answers["needs_words"]:
        said[Part.NEEDS] = Said(answers["needs_words"])
    firm = Firm(name=answers["name"], pin=answers["pin"], language=answers["language"])
    return {
        "firm": firm,
        "said": said,
        "owner_name": answers["owner_name"],
        "owner_phone": answers["owner_phone"],
        "once": answers["once"],
    }
