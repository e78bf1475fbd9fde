"""Who may read which papers until when, and stopping it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.capabilities.wallet import operations, queries
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.pages.wallet.reading import kept_by

KEEP = OrganisationPermission.WALLET_KEEP
MOST_ENDED = 20


@policy(KEEP)
@require_GET
@never_cache
def readers(request):
    """Who reads now, who read before, what was put together and nobody reads."""
    wallet_id, at = kept_by(request.actor).wallet_id, timezone.now()
    facts = {
        "live": queries.live_grants_of(wallet_id, at),
        "ended": queries.ended_grants_of(wallet_id, at)[:MOST_ENDED],
        "unread": queries.dossiers_nobody_reads(wallet_id)[:MOST_ENDED],
    }
    return render(request, "wallet/readers.html", facts)


@policy(KEEP)
@require_POST
def stop(request, pk):
    """Stop showing, at once."""
    given = operations.withdraw(grant_id=pk, person=request.user, reason="", at=timezone.now())
    messages.success(request, _("%(reader)s can no longer read your papers.") % {"reader": given.reader})
    return redirect("wallet_readers")
