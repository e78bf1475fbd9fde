"""The receiver's pages: what offices told her, why, and how to hear no more; by which ownership offices may find her."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.areas.targeted_notices import receiving
from virtualclusters.areas.targeted_notices.consent import NOTICE
from virtualclusters.areas.targeted_notices.forms import FoundByForm
from virtualclusters.areas.targeted_notices.operations import receiving as verbs
from virtualclusters.network.organisations.roles import OrganisationPermission

A_PAGE = 10


@policy(SIGNED_IN)
@require_GET
def listed(request):
    """Notices for the units of her organisations, the newest first."""
    page = Paginator(receiving.received(request.actor), A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "page": page,
        "rows": receiving.rows_of(page.object_list),
        "may_be_found": receiving.may_be_found(request.actor),
    }
    return render(request, "targeted_notices/for_you.html", facts)


@policy(SIGNED_IN)
@require_GET
def received(request, pk):
    """One notice, and why she got it."""
    facts = receiving.open_notice(pk, request.actor, at=timezone.now())
    return render(request, "targeted_notices/notice.html", facts)


@policy(SIGNED_IN)
@require_POST
def more(request, pk):
    """No more from this office, or again."""
    if "again" in request.POST:
        verbs.hear_again(notice_id=pk, actor=request.actor, at=timezone.now())
        messages.success(request, _("You get its notices again."))
    else:
        verbs.silence(notice_id=pk, actor=request.actor, at=timezone.now())
        messages.success(request, _("You get nothing more from this office."))
    return redirect("notice", pk=pk)


@policy(OrganisationPermission.PROFILE_EDIT)
@require_http_methods(["GET", "POST"])
def found_by(request):
    """By which ownership offices may find her firm: none, until she ticks it here."""
    form = FoundByForm(request.POST or None, initial=receiving.owners_found(request.actor))
    if request.method == "POST" and form.is_valid():
        verbs.be_found(language=get_language(), actor=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("notices")
    return render(request, "targeted_notices/found_by.html", {"form": form, "items": NOTICE.items})
