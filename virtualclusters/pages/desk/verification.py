"""The verification queue: one case at a time, by keyboard or by buttons."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.capabilities.files.serving import serve, serve_page
from virtualclusters.network.verification import operations
from virtualclusters.network.verification.papers import paper_of
from virtualclusters.network.verification.permissions import VerificationPermission
from virtualclusters.network.verification.queue_page import queue_page
from virtualclusters.ui.formatters import number

KEYS_OFF = "verification_keys_off"


@policy(VerificationPermission.VERIFICATION_DECIDE)
@require_GET
@never_cache
def queue(request):
    """The case in her hands, or the next one, with everything she needs to decide."""
    facts = {"page": queue_page(actor=request.actor, at=timezone.now())}
    return render(request, "desk/verification.html", facts | {"keys_on": not request.session.get(KEYS_OFF)})


@policy(VerificationPermission.VERIFICATION_DECIDE)
@require_POST
def decide(request, pk):
    """One key or button: ``verb`` is approve or skip, or ``reason`` is the code of a canned reason."""
    verb, reason = request.POST.get("verb", ""), request.POST.get("reason", "")
    now = timezone.now()
    if reason:
        operations.return_with_reason(case_id=pk, reason_code=reason, actor=request.actor, at=now)
    elif verb == "approve":
        operations.approve(case_id=pk, actor=request.actor, at=now, owners=request.POST.getlist("owners"))
    elif verb == "skip":
        operations.skip(case_id=pk, actor=request.actor, at=now)
    else:
        raise Http404
    return redirect("desk_verification")


@policy(VerificationPermission.VERIFICATION_DECIDE)
@require_POST
def undo(request, pk):
    """Take her last act back; the case is the next she sees."""
    operations.undo(case_id=pk, actor=request.actor, at=timezone.now())
    messages.info(request, _("Taken back. The case is here again."))
    return redirect("desk_verification")


@policy(VerificationPermission.VERIFICATION_DECIDE)
@require_POST
def batch(request):
    """Approve at once what every check is green for."""
    done = operations.batch_approve(actor=request.actor, at=timezone.now())
    said = ngettext("%(count)s case approved.", "%(count)s cases approved.", done.approved) % {
        "count": number(done.approved)
    }
    kept = ngettext("%(count)s kept for you to look at.", "%(count)s kept for you to look at.", done.kept) % {
        "count": number(done.kept)
    }
    messages.success(request, f"{said} {kept}")
    return redirect("desk_verification")


@policy(VerificationPermission.VERIFICATION_DECIDE)
@require_GET
@never_cache
def paper(request, pk):
    """The paper of a case in the queue."""
    return serve(paper_of(case_id=pk, actor=request.actor, at=timezone.now()))


@policy(VerificationPermission.VERIFICATION_DECIDE)
@require_GET
@never_cache
def page(request, pk, number):
    """The picture of a page of a paper that is a PDF."""
    return serve_page(paper_of(case_id=pk, actor=request.actor, at=timezone.now()), number)


@policy(VerificationPermission.VERIFICATION_DECIDE)
@require_POST
def keys(request):
    """Turn the single keys on or off, for as long as she is signed in."""
    request.session[KEYS_OFF] = request.POST.get("keys") == "off"
    return redirect("desk_verification")
